/** Priority maps as a picture. */
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { PriorityMap } from '../analysis/priority-map.js';
import { BarScale } from './bar-scale.js';
import { mapTitle, type RouteRow, routeRows } from './route-rows.js';

const LEAST_WIDTH = 960;
/** Of a letter, about. */
const LETTER_WIDTH = 7.5;
const LEAST_BAR = 3;
const MARGIN = 24;
const BAR_WIDTH = 440;
const ROW_HEIGHT = 28;
const BAR_HEIGHT = 16;
/** Title and axis of a map. */
const HEAD_HEIGHT = 64;
const LABEL_X = MARGIN + BAR_WIDTH + 16;
/** Steps in which the bars are drawn. */
const STEPS = BAR_WIDTH;

const COLORS: Readonly<Record<RouteRow['kind'], string>> = { route: '#0f6cbd', conditional: '#77b7f0', overlap: '#c50f1f', gap: '#f2c661', rest: '#616161', default: '#616161' };
const TEXT = '#242424';
const LINE = '#8a8a8a';

/** One SVG document with the maps below one another; ends with a line break. A picture without maps says so. */
export function renderRoutesSvg(maps: readonly PriorityMap[]): string {
  const drawn = maps.map((map) => ({ map, rows: routeRows(map) }));
  const height = MARGIN + (drawn.length === 0 ? ROW_HEIGHT : drawn.reduce((sum, { rows }) => sum + mapHeight(rows), 0));
  const letters = Math.max(0, ...drawn.flatMap(({ rows }) => rows.map(({ label, target }) => label.length + target.length + 3)));
  const width = Math.max(LEAST_WIDTH, Math.ceil(LABEL_X + letters * LETTER_WIDTH + MARGIN));
  const svg = create().ele('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'font-family': 'system-ui, sans-serif', 'font-size': 13 });
  svg.ele('title').txt('Which priority goes to which backend');
  svg.ele('rect', { width, height, fill: '#ffffff' });
  if (drawn.length === 0) text(svg, { x: MARGIN, y: MARGIN + BAR_HEIGHT }, 'no choose routes by a number');
  let top = MARGIN;
  for (const { map, rows } of drawn) {
    drawMap(svg.ele('g', { transform: `translate(${MARGIN} ${top})` }), map, rows);
    top += mapHeight(rows);
  }
  return `${svg.end({ prettyPrint: true, headless: true })}\n`;
}

function mapHeight(rows: readonly RouteRow[]): number {
  return HEAD_HEIGHT + rows.length * ROW_HEIGHT + MARGIN;
}

function drawMap(group: XMLBuilder, map: PriorityMap, rows: readonly RouteRow[]): void {
  const scale = new BarScale(map.domain, STEPS);
  text(group, { x: 0, y: 14, 'font-weight': 600 }, mapTitle(map));
  text(group, { x: 0, y: 40, fill: LINE }, String(map.domain.from));
  text(group, { x: BAR_WIDTH, y: 40, fill: LINE, 'text-anchor': 'end' }, String(map.domain.to));
  group.ele('line', { x1: 0, y1: 48, x2: BAR_WIDTH, y2: 48, stroke: LINE });
  for (const [index, row] of rows.entries()) {
    const y = HEAD_HEIGHT + index * ROW_HEIGHT;
    for (const interval of row.values) {
      const cells = scale.cells(interval);
      if (cells !== undefined) group.ele('rect', { x: cells.from, y, width: Math.max(LEAST_BAR, cells.to - cells.from + 1), height: BAR_HEIGHT, rx: 2, fill: COLORS[row.kind] });
    }
    const line = text(group, { x: row.values.length === 0 ? 0 : LABEL_X - MARGIN, y: y + 13 }, `${row.label} → `);
    line.ele('tspan', { 'font-weight': 600 }).txt(row.target);
  }
}

function text(parent: XMLBuilder, attributes: Readonly<Record<string, string | number>>, content: string): XMLBuilder {
  return parent.ele('text', { fill: TEXT, ...attributes }).txt(content);
}
