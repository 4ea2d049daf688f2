/** A plan for people: each change with its differences, what others changed, what is left out and why, the counts last. */
import pc from 'picocolors';
import type { ContentChange } from '../publish/canonical/content-change.js';
import type { Plan, PlannedAction, PlannedChange } from '../publish/plan/plan.js';
import { cutPair, cutText, shownWidth } from './cut-text.js';
import { DRIFT_HEADING, driftText } from './drift-text.js';
import { placeText } from './place-text.js';
import { planSummary } from './plan-counts.js';
import { ACTION_SIGNS, CHANGE_SIGNS } from './plan-signs.js';
import { counted } from './summary.js';
import { targetText } from './target-text.js';
import { visibleText } from './visible-text.js';

export interface PlanOptions {
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** What the service is to hold; `what the project says` without it. */
  readonly wanted?: string;
}

/** Differences of one resource that are shown; a document that is all new has thousands. */
const MOST_DIFFERENCES = 30;
/** Columns in front of a difference, and in front of its values when they stand in lines of their own. */
const INDENT = 6;
const VALUE_INDENT = 10;
/** Columns that are left for text, however narrow the terminal is. */
const LEAST_WIDTH = 20;
/** The longest sign, so that names stand below one another. */
const SIGN_WIDTH = 3;

/** Ends with a line break; sections are parted by empty lines. */
export function renderPlan(plan: Plan, options: PlanOptions): string {
  const renderer = new PlanRenderer(options);
  const sections = [
    renderer.heading(plan),
    plan.changes.map((change) => renderer.change(change)).join('\n\n'),
    renderer.list(`${DRIFT_HEADING}:`, plan.drift.map((drift) => `${drift.address}: ${driftText(drift)}`)),
    renderer.list('skipped:', plan.skipped.map(({ source, reason }) => `${source}: ${reason}`)),
    plan.notes.map((note) => renderer.note(note)).join('\n'),
    renderer.closing(plan),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

type Paint = (text: string) => string;

class PlanRenderer {
  readonly #width: number;
  readonly #wanted: string;
  readonly #colors: ReturnType<typeof pc.createColors>;
  readonly #actionPaints: Readonly<Record<PlannedAction, Paint>>;
  readonly #changePaints: Readonly<Record<ContentChange['kind'], Paint>>;

  constructor({ colors, width, wanted = 'what the project says' }: PlanOptions) {
    this.#width = width;
    this.#wanted = wanted;
    this.#colors = pc.createColors(colors);
    const { green, yellow, red, magenta } = this.#colors;
    this.#actionPaints = { create: green, update: yellow, replace: magenta, delete: red };
    this.#changePaints = { added: green, changed: yellow, removed: red };
  }

  heading({ target }: Plan): string {
    return `${this.#colors.bold(`environment ${visibleText(target.environment)}:`)} ${targetText(target)}`;
  }

  change({ action, address, origin, drifted, changes }: PlannedChange): string {
    const { bold, dim } = this.#colors;
    const sign = this.#actionPaints[action](ACTION_SIGNS[action].padStart(SIGN_WIDTH));
    const place = origin === undefined ? '' : `  ${dim(placeText(origin))}`;
    const drift = drifted ? `  ${this.#colors.yellow('edited by others since the last push')}` : '';
    const shown = changes.slice(0, MOST_DIFFERENCES).flatMap((difference) => this.#difference(difference));
    const rest = changes.length - MOST_DIFFERENCES;
    if (rest > 0) shown.push(`${' '.repeat(INDENT)}${dim(`… and ${rest} more ${rest === 1 ? 'difference' : 'differences'}; --format json shows them all`)}`);
    return [`${sign} ${action} ${bold(visibleText(address))}${place}${drift}`, ...shown].join('\n');
  }

  list(heading: string, entries: readonly string[]): string {
    return entries.length === 0 ? '' : [this.#colors.bold(heading), ...entries.map((entry) => `  ${visibleText(entry)}`)].join('\n');
  }

  note(text: string): string {
    return `${this.#colors.blue('note:')} ${visibleText(text)}`;
  }

  closing(plan: Plan): string {
    const unchanged = plan.unchanged.length === 0 ? [] : [`${counted(plan.unchanged.length, 'resource')} unchanged`];
    return [...unchanged, this.#colors.bold(planSummary(plan, this.#wanted))].join('\n');
  }

  /** One line; two values that do not fit into it stand below, cut so that their difference is seen. */
  #difference({ kind, path, before, after }: ContentChange): string[] {
    const paint = this.#changePaints[kind];
    const shownPath = visibleText(path);
    const head = `${' '.repeat(INDENT)}${paint(CHANGE_SIGNS[kind])} ${shownPath}`;
    const room = this.#width - INDENT - 2 - shownPath.length - 2;
    if (before === undefined || after === undefined) {
      const value = before ?? after;
      return [value === undefined ? head : `${head}: ${cutText(value, Math.max(LEAST_WIDTH, room))}`];
    }
    if (shownWidth(before) + ' -> '.length + shownWidth(after) <= room) return [`${head}: ${visibleText(before)} -> ${visibleText(after)}`];
    const [cutBefore, cutAfter] = cutPair(before, after, Math.max(LEAST_WIDTH, this.#width - VALUE_INDENT - 2));
    return [`${head}:`, this.#value('-', cutBefore, this.#colors.red), this.#value('+', cutAfter, this.#colors.green)];
  }

  #value(sign: string, text: string, paint: Paint): string {
    return `${' '.repeat(VALUE_INDENT)}${paint(`${sign} ${text}`)}`;
  }
}
