/** What broken markup leaves in doubt, so that one mistake in it does not come back as findings about the policies. */
import type { PolicyDocument, PolicyElement } from '../model/document.js';
import type { Place } from '../model/walk.js';
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';

/** The reader's problems after which elements anywhere may stand elsewhere in the tree than their author meant. */
const MOVES_ELEMENTS: ReadonlySet<string> = new Set([
  'malformed-markup', 'malformed-end-tag', 'nesting-too-deep', 'stray-end-tag', 'unclosed-cdata', 'unclosed-comment', 'unclosed-instruction',
]);

/** A duplicate leaves the other attributes as they are. */
const LEAVES_TAG_WHOLE: ReadonlySet<string> = new Set(['duplicate-attribute']);

export class MisreadMarkup {
  readonly #movesElements: boolean;
  /** Where the names of elements start that have no end tag: what follows was read into them. */
  readonly #unclosed: ReadonlySet<number>;
  /** Where the reader's problems start, in order. */
  readonly #starts: readonly number[];
  readonly #startsInTags: readonly number[];

  constructor({ syntax }: PolicyDocument) {
    const problems = syntax?.problems ?? [];
    const errors = problems.filter(({ severity }) => severity === 'error');
    this.#movesElements = errors.some(({ code }) => MOVES_ELEMENTS.has(code));
    this.#unclosed = new Set(errors.filter(({ code }) => code === 'unclosed-element').map(({ span }) => span.start));
    this.#starts = startsOf(problems);
    this.#startsInTags = startsOf(errors.filter(({ code }) => !LEAVES_TAG_WHOLE.has(code)));
  }

  /** Whether elements may have been read into the place that belong elsewhere, or the place itself may. */
  isPlaceDoubtful(place: Place | undefined): boolean {
    if (this.#movesElements) return true;
    if (this.#unclosed.size === 0) return false;
    for (let around = place; around !== undefined; around = around.parent) {
      if (around.element.syntax !== undefined && this.#unclosed.has(around.element.syntax.nameSpan.start)) return true;
    }
    return false;
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
