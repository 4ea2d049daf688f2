/** Mends what the findings of a document know to mend, and nothing else in its text. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { SourceText } from '../model/origin.js';
import { readPolicyDocument } from '../model/read-document.js';
import { applyEdits, type TextEdit } from '../syntax/text/edit.js';
import type { Fix } from '../syntax/text/fix.js';
import type { Span } from '../syntax/text/position.js';
import { parseXml } from '../syntax/xml/parse-xml.js';

export interface FixOptions {
  /** What is wrong with a document by itself. */
  readonly findingsOf: (document: PolicyDocument) => readonly Diagnostic[];
  readonly allows: (fix: Fix) => boolean;
}

export interface FixedDocument {
  /** Read anew from its text when that has changed. */
  readonly document: PolicyDocument;
  /** How many findings are gone. */
  readonly fixed: number;
}

/**
 * Applies fixes round by round, until none is left that helps: fixes of places that overlap wait for the next round. What is applied
 * leaves fewer findings than there were and none that is new, so this comes to an end, and doing it again does nothing. Documents that
 * were not read from XML stay as they are.
 */
export function fixDocument(document: PolicyDocument, options: FixOptions): FixedDocument {
  const start = new FixState(document, options.findingsOf(document));
  const settled = settle(start, options, MOST_LOOKS_AHEAD);
  return { document: settled.document, fixed: start.findings.length - settled.findings.length };
}

/** A misspelt policy may hide mistakes that have fixes themselves: of so many fixes in a round it is tried what comes behind them. */
const MOST_LOOKS_AHEAD = 10;

/** Every try reads and checks the whole document; where most fixes do not help, the others of a round are left out. */
const MOST_TRIES = 100;
/** The same while looking ahead, where few fixes are to be had. */
const MOST_TRIES_AHEAD = 5;

function settle(start: FixState, options: FixOptions, looksAhead: number): FixState {
  for (let state = start; ; ) {
    const fixes = apart(state.findings.flatMap(({ fix }) => (fix !== undefined && options.allows(fix) ? [fix] : [])));
    const next = new Round(state, options, looksAhead).apply(fixes);
    if (next === state) return state;
    state = next;
  }
}

/** A document and what is wrong with it. */
class FixState {
  readonly document: PolicyDocument;
  readonly findings: readonly Diagnostic[];
  readonly #counts = new Map<string, number>();

  constructor(document: PolicyDocument, findings: readonly Diagnostic[]) {
    this.document = document;
    this.findings = findings;
    for (const finding of findings) this.#counts.set(saying(finding), (this.#counts.get(saying(finding)) ?? 0) + 1);
  }

  /** Whether there are fewer findings than in the other one, and none that says what none says there. */
  isBetterThan(other: FixState): boolean {
    return this.findings.length < other.findings.length && [...this.#counts].every(([said, count]) => count <= (other.#counts.get(said) ?? 0));
  }
}

/** What a finding says, wherever it stands: messages name lines and sizes. */
function saying({ code, message }: Diagnostic): string {
  return `${code}: ${message.replace(/\d+/gu, '0')}`;
}

/** Fixes of one text. */
class Round {
  readonly #start: FixState;
  readonly #options: FixOptions;
  #looksAhead: number;
  #triesLeft: number;
  /** What has led from the start to the best; undefined when that is more than edits of the start's text, which ends the round. */
  #edits: readonly TextEdit[] | undefined = [];
  #best: FixState;

  constructor(start: FixState, options: FixOptions, looksAhead: number) {
    this.#start = start;
    this.#options = options;
    this.#looksAhead = looksAhead;
    this.#triesLeft = looksAhead === 0 ? MOST_TRIES_AHEAD : MOST_TRIES;
    this.#best = start;
  }

  /** All of them at once, else the one half and then the other: those that do not help are few and found soon. */
  apply(fixes: readonly Fix[]): FixState {
    if (fixes.length === 0 || this.#edits === undefined || this.#triesLeft === 0) return this.#best;
    this.#triesLeft--;
    const edits = [...this.#edits, ...fixes.flatMap((fix) => fix.edits)];
    const tried = this.#with(edits);
    if (tried?.isBetterThan(this.#best) === true) {
      this.#edits = edits;
      this.#best = tried;
    } else if (fixes.length > 1) {
      const middle = fixes.length >> 1;
      this.apply(fixes.slice(0, middle));
      this.apply(fixes.slice(middle));
    } else if (tried !== undefined) {
      this.#lookAhead(tried);
    }
    return this.#best;
  }

  #lookAhead(tried: FixState): void {
    if (this.#looksAhead === 0) return;
    this.#looksAhead--;
    const settled = settle(tried, this.#options, 0);
    if (!settled.isBetterThan(this.#best)) return;
    this.#edits = undefined;
    this.#best = settled;
  }

  #with(edits: readonly TextEdit[]): FixState | undefined {
    const { document } = this.#start;
    if (document.syntax === undefined) return undefined;
    const { source } = document.syntax;
    const changed = reread(document, new SourceText(source.path, applyEdits(source.text, edits)));
    return new FixState(changed, this.#options.findingsOf(changed));
  }
}

function reread({ name, scope }: PolicyDocument, source: SourceText): PolicyDocument {
  return readPolicyDocument(parseXml(source.text), source, { name, ...(scope === undefined ? {} : { scope }) });
}

/** Those that touch no place of an earlier one. */
function apart(fixes: readonly Fix[]): Fix[] {
  const taken: Span[] = [];
  return fixes.filter(({ edits }) => {
    const places = edits.map(({ span }) => ({ span, index: indexIn(taken, span) }));
    const isFree = places.every(({ span, index }) => (taken[index - 1]?.end ?? -1) < span.start && span.end < (taken[index]?.start ?? Infinity));
    if (isFree) for (const { span } of places) taken.splice(indexIn(taken, span), 0, span);
    return isFree;
  });
}

/** Where a span belongs among spans in ascending order. */
function indexIn(spans: readonly Span[], { start }: Span): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
