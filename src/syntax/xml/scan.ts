/** What the parts of the reader share during one pass over a text. */
import type { Span } from '../text/position.js';
import type { SyntaxProblem } from '../text/syntax-problem.js';
import { decodeLineEnds, decodeText, referenceAt, verbatimText } from './decode-text.js';
import { NextIndex } from './next-index.js';
import type { DecodedText } from './node.js';
import { bareAmpersand, unknownEntity } from './problems.js';

/** More than anyone reads; keeps hostile input from filling the memory with messages. */
const MOST_PROBLEMS = 1000;

/** How much of the text all failed searches for the end of an expression may read, in lengths of the text. */
const FAILED_SEARCH_LENGTHS = 2;
const SHORT_SEARCH = 200;

export class Scan {
  readonly text: string;
  /** Expressions may stand unescaped, and reading goes on after a mistake. Otherwise reading stops at the first one. */
  readonly raw: boolean;
  readonly problems: SyntaxProblem[] = [];
  /** In strict reading: values and texts with an `@` in them. */
  readonly withAt: DecodedText[] = [];
  readonly lessThan: NextIndex;
  readonly at: NextIndex;
  readonly endTag: NextIndex;
  readonly commentEnd: NextIndex;
  readonly cdataEnd: NextIndex;
  readonly instructionEnd: NextIndex;
  readonly greaterThan: NextIndex;
  readonly #quotes: Readonly<Record<'"' | "'", NextIndex>>;
  readonly #ampersand: NextIndex;
  readonly #carriageReturn: NextIndex;
  #searchBudget: number;

  constructor(text: string, raw: boolean) {
    this.text = text;
    this.raw = raw;
    this.lessThan = new NextIndex(text, '<');
    this.at = new NextIndex(text, '@');
    this.endTag = new NextIndex(text, '</');
    this.commentEnd = new NextIndex(text, '-->');
    this.cdataEnd = new NextIndex(text, ']]>');
    this.instructionEnd = new NextIndex(text, '?>');
    this.greaterThan = new NextIndex(text, '>');
    this.#quotes = { '"': new NextIndex(text, '"'), "'": new NextIndex(text, "'") };
    this.#ampersand = new NextIndex(text, '&');
    this.#carriageReturn = new NextIndex(text, '\r');
    this.#searchBudget = text.length * FAILED_SEARCH_LENGTHS;
  }

  /** Whether to stop: in strict reading any problem means that the text is no XML. */
  get failed(): boolean {
    return !this.raw && this.problems.length > 0;
  }

  report(problem: SyntaxProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  quote(quote: '"' | "'"): NextIndex {
    return this.#quotes[quote];
  }

  /** Whether a stretch holds an `&`. */
  hasAmpersand(span: Span): boolean {
    return this.#ampersand.from(span.start) < span.end;
  }

  /** The end of a stretch that may be searched for an expression's end, so that searches without success stay linear in all. */
  searchEnd(start: number): number {
    return this.#searchBudget > 0 ? this.text.length : Math.min(this.text.length, start + SHORT_SEARCH);
  }

  countFailedSearch(start: number, end: number): void {
    this.#searchBudget -= end - start;
  }

  /**
   * Decodes text or an attribute value. An `&` that starts no reference is a problem outside `expressions`; within them it is C#.
   */
  decode(span: Span, expressions: readonly Span[]): DecodedText {
    const decoded = this.#decoded(span, expressions);
    if (!this.raw && this.at.from(span.start) < span.end) this.withAt.push(decoded);
    return decoded;
  }

  #decoded(span: Span, expressions: readonly Span[]): DecodedText {
    if (!this.hasAmpersand(span)) {
      return this.#carriageReturn.from(span.start) < span.end ? decodeLineEnds(this.text, span) : verbatimText(this.text, span);
    }
    let next = 0;
    return decodeText(this.text, span, (place) => {
      while ((expressions[next]?.end ?? Infinity) <= place.start) next++;
      if ((expressions[next]?.start ?? Infinity) <= place.start) return;
      this.report(referenceAt(this.text, place.start) === undefined ? bareAmpersand(place) : unknownEntity(this.text, place));
    });
  }

  decodeCData(span: Span): DecodedText {
    return decodeLineEnds(this.text, span);
  }
}
