/** How far `@(…)` and `@{…}` reach in raw policy text. */
import { lineEnd } from './characters.js';
import { literalOrCommentEnd } from './literal-extent.js';

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/** The characters, by code, at which the search for an end has to look closer. */
const STOPS = new Uint8Array(128);
for (const char of '(){}"\'/@$') STOPS[char.charCodeAt(0)] = 1;

/**
 * The offset behind the bracket that closes the expression at `start` (where the `@` stands), or undefined when it is not
 * closed before `limit`. As in Razor, only brackets of the opening kind count, outside strings, characters and comments.
 * A quote or comment that is never closed does not swallow what follows it. Linear in the text.
 */
export function expressionEnd(text: string, start: number, limit: number = text.length): number | undefined {
  const open = text[start + 1];
  const close = open === undefined ? undefined : CLOSERS[open];
  if (text[start] !== '@' || open === undefined || close === undefined || start + 2 > limit) return undefined;
  const literals = new LiteralSkipper(text, limit);
  let depth = 1;
  let at = start + 2;
  while (at < limit) {
    if (STOPS[text.charCodeAt(at)] !== 1) {
      at++;
      continue;
    }
    const char = text[at];
    if (char === open) depth++;
    else if (char === close) {
      depth--;
      if (depth === 0) return at + 1;
    } else {
      const end = literals.endOf(at);
      if (end > at) {
        at = end;
        continue;
      }
      if (end === UNCLOSED_STRING) {
        const rest = restOfLine(text, { from: at + 1, limit, open, close, depth });
        if (rest.depth === 0) return rest.at;
        ({ at, depth } = rest);
        continue;
      }
    }
    at++;
  }
  return undefined;
}

const UNCLOSED_STRING = -1;

/** Skips literals and comments; remembers which kinds are not closed any more, so that no stretch is searched twice. */
class LiteralSkipper {
  readonly #text: string;
  readonly #limit: number;
  #strayApostrophesUntil = 0;
  #noCommentCloses = false;
  #noVerbatimHoleCloses = false;

  constructor(text: string, limit: number) {
    this.#text = text;
    this.#limit = limit;
  }

  /** The end of what starts at `at`; `at` when nothing does, or only a stray character; UNCLOSED_STRING. */
  endOf(at: number): number {
    const first = this.#text[at];
    const second = this.#text[at + 1];
    if (first === "'" && at < this.#strayApostrophesUntil) return at;
    if (first === '/' && second === '*' && this.#noCommentCloses) return at;
    const verbatimHoles = (first === '@' && second === '$') || (first === '$' && second === '@');
    if (verbatimHoles && this.#noVerbatimHoleCloses) return at;
    const end = literalOrCommentEnd(this.#text, at, this.#limit);
    if (end !== -1) return end;
    if (first === "'") {
      this.#strayApostrophesUntil = lineEnd(this.#text, at, this.#limit);
      return at;
    }
    if (first === '/') {
      this.#noCommentCloses = true;
      return at;
    }
    if (verbatimHoles) this.#noVerbatimHoleCloses = true;
    return UNCLOSED_STRING;
  }
}

interface OpenLine {
  readonly from: number;
  readonly limit: number;
  readonly open: string;
  readonly close: string;
  readonly depth: number;
}

/**
 * The line behind a quote that is never closed, read as code: where reading goes on, and the depth there (0: the expression
 * ends). In `@( )` the line's brackets count; in `@{ }`, where strings hold braces, only when they close the expression.
 */
function restOfLine(text: string, { from, limit, open, close, depth }: OpenLine): { at: number; depth: number } {
  const end = lineEnd(text, from, limit);
  let inside = depth;
  for (let at = from; at < end; at++) {
    if (text[at] === open) inside++;
    else if (text[at] === close) {
      inside--;
      if (inside === 0) return { at: at + 1, depth: 0 };
    }
  }
  return { at: end, depth: open === '(' ? inside : depth };
}
