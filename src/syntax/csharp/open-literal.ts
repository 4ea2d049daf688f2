/** Whether a string, character or comment in a piece of C# has no end, so that what follows the piece might give it one. */
import { literalOrCommentEnd } from './literal-extent.js';

export function hasOpenLiteral(code: string): boolean {
  STARTS_LITERAL.lastIndex = 0;
  for (let match = STARTS_LITERAL.exec(code); match !== null; match = STARTS_LITERAL.exec(code)) {
    const end = literalOrCommentEnd(code, match.index, code.length);
    if (end === -1) return true;
    STARTS_LITERAL.lastIndex = Math.max(end, match.index + 1);
  }
  return false;
}

const STARTS_LITERAL = /["'/@$]/g;
