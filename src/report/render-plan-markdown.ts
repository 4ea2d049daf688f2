/**
 * A plan as a comment on a pull request. `markdown` is for any service; `github` folds the differences away, stays within what GitHub takes, and
 * starts with a marker by which a CI step finds its comment to update it.
 */
import type { Diagnostic } from '../model/diagnostic.js';
import type { ContentChange } from '../publish/canonical/content-change.js';
import type { Plan, PlannedChange } from '../publish/plan/plan.js';
import { cutPair, cutText } from './cut-text.js';
import { DRIFT_HEADING, driftText } from './drift-text.js';
import { markdownCode, markdownFence, markdownText } from './markdown-text.js';
import { placeText } from './place-text.js';
import { changeCounts } from './plan-counts.js';
import { ACTION_SIGNS } from './plan-signs.js';
import { countsText, summarize } from './summary.js';
import { targetText } from './target-text.js';

/** What GitHub refuses to go beyond: "body is too long (maximum is 65536 characters)". */
export const GITHUB_MOST_CHARACTERS = 65_536;
/** Azure DevOps takes 150,000 in a comment; a longer one is read by nobody anyhow. */
const MARKDOWN_MOST_CHARACTERS = 150_000;
/** Left for the line that says what is not shown, and for what a CI step may add. */
const RESERVE = 1_000;

const VALUE_WIDTH = 300;
const MOST_DIFFERENCES = 100;
const MOST_ROWS = 200;

export interface MarkdownPlan {
  readonly environment: string;
  /** Absent when findings kept it from being made. */
  readonly plan?: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

export type MarkdownKind = 'markdown' | 'github';

/** Ends with a line break. */
export function renderPlanMarkdown(planned: MarkdownPlan, kind: MarkdownKind): string {
  const { environment, plan, diagnostics } = planned;
  const most = (kind === 'github' ? GITHUB_MOST_CHARACTERS : MARKDOWN_MOST_CHARACTERS) - RESERVE;
  const body = new BoundedText(most);
  if (kind === 'github') body.add(planMarker(environment));
  body.add(`### ${heading(planned)}`);
  if (plan !== undefined) body.add(markdownText(targetText(plan.target)));
  if (diagnostics.length > 0) body.add(findingList(diagnostics));
  if (plan === undefined) return body.text;
  if (plan.changes.length > 0) body.add(changeTable(plan.changes));
  body.add(bullets(`**${DRIFT_HEADING}**`, plan.drift.map((drift) => `${markdownCode(drift.address)}: ${driftText(drift)}`)));
  body.add(bullets('**skipped**', plan.skipped.map(({ source, reason }) => `${markdownCode(source)}: ${markdownText(reason)}`)));
  body.add(bullets('**notes**', plan.notes.map(markdownText)));
  for (const change of plan.changes) if (change.changes.length > 0) body.add(differences(change, kind));
  return body.text;
}

/** Hidden in the comment; the environment's name is all that tells one from another. */
export function planMarker(environment: string): string {
  return `<!-- aoai-policy plan: ${environment.replace(/[^\w-]/gu, '-')} -->`;
}

function heading({ environment, plan, diagnostics }: MarkdownPlan): string {
  const about = plan === undefined
    ? `no plan, because of ${countsText(summarize(diagnostics, 0))}`
    : plan.changes.length === 0 ? 'no changes' : changeCounts(plan);
  return `Plan for ${markdownCode(environment)}: ${about}`;
}

function findingList(diagnostics: readonly Diagnostic[]): string {
  return bullets('**findings**', diagnostics.map((found) => `${found.severity} ${markdownCode(placeText(found))} ${markdownCode(found.code)}: ${markdownText(found.message)}`));
}

function changeTable(changes: readonly PlannedChange[]): string {
  const rows = changes.slice(0, MOST_ROWS).map(({ action, address, origin, drifted }) => {
    const place = origin === undefined ? '' : markdownCode(placeText(origin));
    return `| ${ACTION_SIGNS[action]} ${action}${drifted ? ' (edited by others)' : ''} | ${markdownCode(address)} | ${place} |`;
  });
  const rest = changes.length - rows.length;
  return ['| | resource | declared at |', '|---|---|---|', ...rows, ...(rest > 0 ? [`| … | ${rest} more | |`] : [])].join('\n');
}

function bullets(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return '';
  const shown = entries.slice(0, MOST_ROWS).map((entry) => `- ${entry}`);
  const rest = entries.length - shown.length;
  return [title, '', ...shown, ...(rest > 0 ? [`- … ${rest} more`] : [])].join('\n');
}

function differences({ action, address, changes }: PlannedChange, kind: MarkdownKind): string {
  const lines = changes.slice(0, MOST_DIFFERENCES).flatMap(differenceLines);
  const rest = changes.length - MOST_DIFFERENCES;
  const fence = markdownFence('diff', rest > 0 ? [...lines, `@@ ${rest} more @@`] : lines);
  if (kind === 'markdown') return `**${action}** ${markdownCode(address)}\n\n${fence}`;
  const title = `${action} <code>${escapeHtml(address)}</code>`;
  return `<details><summary>${title}</summary>\n\n${fence}\n\n</details>`;
}

/** GitHub colours lines by their first character. */
function differenceLines({ path, before, after }: ContentChange): string[] {
  const place = `@@ ${cutText(path, VALUE_WIDTH)} @@`;
  if (before === undefined || after === undefined) {
    const value = before ?? after;
    const sign = before === undefined ? '+' : '-';
    return value === undefined ? [`${sign} ${cutText(path, VALUE_WIDTH)}`] : [place, `${sign} ${cutText(value, VALUE_WIDTH)}`];
  }
  const [cutBefore, cutAfter] = cutPair(before, after, VALUE_WIDTH);
  return [place, `- ${cutBefore}`, `+ ${cutAfter}`];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Sections with an empty line between them, as long as there is room; the last line counts what did not fit. */
class BoundedText {
  readonly #most: number;
  readonly #sections: string[] = [];
  #length = 0;
  #left = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(section: string): void {
    if (section === '') return;
    if (this.#length + section.length + 2 > this.#most) {
      this.#left++;
      return;
    }
    this.#sections.push(section);
    this.#length += section.length + 2;
  }

  get text(): string {
    const closing = this.#left === 0 ? [] : [`_${this.#left} more of these do not fit into a comment; aoai-policy plan shows them all._`];
    return `${[...this.#sections, ...closing].join('\n\n')}\n`;
  }
}
