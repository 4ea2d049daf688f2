/** What broken markup leaves in doubt, so that one mistake in it does not come back as findings about the policies. */
import type { PolicyDocument, PolicyElement } from '../model/document.js';
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';

/** The reader's problems after which elements may stand elsewhere in the tree than their author meant. */
const MOVES_ELEMENTS: ReadonlySet<string> = new Set([
  'malformed-markup', 'malformed-tag', 'malformed-end-tag', 'nesting-too-deep', 'quote-in-value', 'stray-end-tag', 'unclosed-cdata', 'unclosed-comment',
  'unclosed-element', 'unclosed-expression', 'unclosed-instruction', 'unclosed-tag', 'unclosed-value',
]);

/** A duplicate leaves the other attributes as they are. */
const LEAVES_TAG_WHOLE: ReadonlySet<string> = new Set(['duplicate-attribute']);

export class MisreadMarkup {
  /** Whether elements may have been read into the wrong place. */
  readonly movesElements: boolean;
  /** Where the reader's problems start, in order. */
  readonly #starts: readonly number[];
  readonly #startsInTags: readonly number[];

  constructor({ syntax }: PolicyDocument) {
    const problems = syntax?.problems ?? [];
    const errors = problems.filter(({ severity }) => severity === 'error');
    this.movesElements = errors.some(({ code }) => MOVES_ELEMENTS.has(code));
    this.#starts = startsOf(problems);
    this.#startsInTags = startsOf(errors.filter(({ code }) => !LEAVES_TAG_WHOLE.has(code)));
  }

  /** Whether the start tag has a mistake after which its attributes are not known. */
  isTagMisread({ syntax }: PolicyElement): boolean {
    return syntax !== undefined && hasNumberIn(this.#startsInTags, syntax.startTagSpan.start, syntax.startTagSpan.end);
  }

  /** Whether the reader has reported anything in a stretch of the file. */
  isReported(start: number, end: number): boolean {
    return hasNumberIn(this.#starts, start, end);
  }
}

function startsOf(problems: readonly SyntaxProblem[]): number[] {
  return problems.map(({ span }) => span.start).sort((a, b) => a - b);
}

/** Whether one of the sorted numbers is at least `start` and less than `end`. */
function hasNumberIn(sorted: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return (sorted[low] ?? Infinity) < end;
}
