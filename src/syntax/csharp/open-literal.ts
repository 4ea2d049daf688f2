/** Whether a string, character or comment in a piece of C# has no end, so that what follows the piece might give it one. */
import { literalOrCommentEnd } from './literal-extent.js';

export function hasOpenLiteral(code: string): boolean {
  for (let at = 0; at < code.length; ) {
    const end = literalOrCommentEnd(code, at, code.length);
    if (end === -1) return true;
    at = Math.max(end, at + 1);
  }
  return false;
}
