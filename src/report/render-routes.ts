/** Priority maps for the terminal: a bar over the domain for each range, with the backend that it leads to. */
import pc from 'picocolors';
import type { Interval } from '../analysis/interval-set.js';
import type { PriorityMap } from '../analysis/priority-map.js';
import { BarScale } from './bar-scale.js';
import { mapTitle, type RouteRow, routeRows } from './route-rows.js';

export interface RoutesOptions {
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Draws with characters that every terminal has. */
  readonly ascii: boolean;
}

interface Glyphs {
  readonly axis: { readonly line: string; readonly first: string; readonly tick: string; readonly last: string };
  readonly bars: Readonly<Record<RouteRow['kind'], string>>;
  /** At the ends of a range that goes on beyond the bar. */
  readonly more: { readonly below: string; readonly above: string };
}

const UNICODE: Glyphs = {
  axis: { line: '─', first: '├', tick: '┼', last: '┤' },
  bars: { route: '█', conditional: '▒', overlap: '╳', gap: '·', rest: ' ', default: ' ' },
  more: { below: '◀', above: '▶' },
};
const ASCII: Glyphs = {
  axis: { line: '-', first: '|', tick: '+', last: '|' },
  bars: { route: '#', conditional: '%', overlap: 'X', gap: '.', rest: ' ', default: ' ' },
  more: { below: '<', above: '>' },
};

const INDENT = '  ';
const COLUMN_GAP = '  ';
const LEAST_BAR = 20;
const MOST_BAR = 72;
/** A bar over a few numbers need not be long. */
const CELLS_PER_NUMBER = 8n;
/** Below this a bar says nothing, however narrow the terminal is. */
const NARROWEST_BAR = 8;

/** Each map with an empty line between them; ends with a line break, empty without maps. */
export function renderRoutes(maps: readonly PriorityMap[], options: RoutesOptions): string {
  return maps.map((map) => `${new MapRenderer(map, options).lines().map((line) => line.trimEnd()).join('\n')}\n`).join('\n');
}

class MapRenderer {
  readonly #map: PriorityMap;
  readonly #rows: readonly RouteRow[];
  readonly #colors: ReturnType<typeof pc.createColors>;
  readonly #glyphs: Glyphs;
  readonly #labelWidth: number;
  readonly #scale: BarScale;
  /** Whether labels stand above their bars because they do not fit beside them. */
  readonly #isStacked: boolean;

  constructor(map: PriorityMap, { colors, width, ascii }: RoutesOptions) {
    this.#map = map;
    this.#rows = routeRows(map);
    this.#colors = pc.createColors(colors);
    this.#glyphs = ascii ? ASCII : UNICODE;
    const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));
    const labels = longest(this.#rows.filter(({ values }) => values.length > 0).map(({ label }) => label));
    const targets = longest(this.#rows.map(({ target }) => target));
    const besideLabels = width - INDENT.length - 2 * COLUMN_GAP.length - labels - targets;
    this.#isStacked = besideLabels < LEAST_BAR;
    const numbers = (map.domain.to - map.domain.from + 1n) * CELLS_PER_NUMBER;
    const mostCells = numbers < BigInt(MOST_BAR) ? Number(numbers) : MOST_BAR;
    this.#scale = new BarScale(map.domain, Math.max(NARROWEST_BAR, Math.min(mostCells, this.#isStacked ? width - 2 * INDENT.length : besideLabels)));
    // Labels of rows without a bar also have the place of the bar.
    this.#labelWidth = Math.max(labels, longest(this.#rows.map(({ label }) => label)) - this.#scale.width - COLUMN_GAP.length);
  }

  lines(): string[] {
    const { numbers, axis } = this.#axis();
    const { bold, dim } = this.#colors;
    const rows = this.#rows.flatMap((row, index) => (this.#isStacked ? this.#stacked(row, index) : [this.#beside(row, index)]));
    const indent = this.#isStacked ? INDENT.repeat(2) : INDENT;
    return [bold(mapTitle(this.#map)), '', `${indent}${dim(numbers)}`, `${indent}${dim(axis)}`, ...rows];
  }

  #beside(row: RouteRow, index: number): string {
    const label = row.values.length === 0 ? row.label.padEnd(this.#scale.width + COLUMN_GAP.length + this.#labelWidth) : `${this.#bar(row, index)}${COLUMN_GAP}${row.label.padEnd(this.#labelWidth)}`;
    return `${INDENT}${label}${COLUMN_GAP}${this.#target(row)}`;
  }

  #stacked(row: RouteRow, index: number): string[] {
    const heading = `${INDENT}${row.label}: ${this.#target(row)}`;
    return row.values.length === 0 ? [heading] : [heading, `${INDENT.repeat(2)}${this.#bar(row, index)}`];
  }

  #target({ kind, target }: RouteRow): string {
    return kind === 'overlap' ? this.#colors.red(target) : kind === 'gap' ? this.#colors.yellow(target) : target;
  }

  #bar({ kind, values }: RouteRow, index: number): string {
    const cells = Array<string>(this.#scale.width).fill(' ');
    for (const interval of values) this.#fill(cells, interval, this.#glyphs.bars[kind]);
    const text = cells.join('');
    const { green, cyan, blue, magenta, red, yellow } = this.#colors;
    const routeColors = [green, cyan, blue, magenta];
    const paint = kind === 'overlap' ? red : kind === 'gap' ? yellow : (routeColors[index % routeColors.length] ?? green);
    return paint(text);
  }

  #fill(cells: string[], interval: Interval, glyph: string): void {
    const part = this.#scale.cells(interval);
    if (part === undefined) return;
    for (let cell = part.from; cell <= part.to; cell++) cells[cell] = glyph;
    if (part.isCutBelow) cells[part.from] = this.#glyphs.more.below;
    if (part.isCutAbove) cells[part.to] = this.#glyphs.more.above;
  }

  /** The numbers at which ranges start, as many as fit, and the line below them. */
  #axis(): { readonly numbers: string; readonly axis: string } {
    const { axis } = this.#glyphs;
    const { domain, routes } = this.#map;
    const { width } = this.#scale;
    const last = String(domain.to);
    const line = Array<string>(width).fill(axis.line);
    let numbers = String(domain.from);
    const starts = routes.flatMap(({ values }) => values.intervals.map(({ from }) => from)).filter((from) => from > domain.from && from <= domain.to);
    for (const start of starts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
      const cell = this.#scale.cell(start);
      line[cell] = axis.tick;
      const text = String(start);
      const room = start === domain.to ? width : width - last.length - 1;
      if (cell > numbers.length && cell + text.length <= room) numbers = numbers.padEnd(cell) + text;
    }
    line[0] = axis.first;
    line[width - 1] = axis.last;
    const isLastShown = domain.to === domain.from || starts.at(-1) === domain.to;
    return { numbers: isLastShown ? numbers : `${numbers} `.padEnd(width - last.length) + last, axis: line.join('') };
  }
}
