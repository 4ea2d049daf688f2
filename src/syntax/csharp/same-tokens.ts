/** Whether two pieces of C# differ in white space and comments only. */
import { tokenize } from './lexer.js';
import type { Token } from './token.js';

/** True when both have the same tokens, those in holes of interpolated strings included. */
export function sameTokens(codeA: string, codeB: string): boolean {
  return codeA === codeB || sameTokenLists(tokenize(codeA), codeA, tokenize(codeB), codeB);
}

function sameTokenLists(a: readonly Token[], codeA: string, b: readonly Token[], codeB: string): boolean {
  return a.length === b.length && a.every((token, index) => {
    const other = b[index];
    return other !== undefined && sameToken(token, codeA, other, codeB) && joinsNext(a, index) === joinsNext(b, index);
  });
}

/** `>>` and `>>=` are two tokens side by side. */
function joinsNext(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  return token?.text === '>' && next !== undefined && next.start === token.end && next.text.startsWith('>');
}

function sameToken(a: Token, codeA: string, b: Token, codeB: string): boolean {
  if (a.kind !== b.kind) return false;
  if (a.text === b.text) return true;
  const partsA = a.parts;
  const partsB = b.parts;
  if (partsA === undefined || partsB === undefined || partsA.length !== partsB.length) return false;
  if (prefix(a) !== prefix(b)) return false;
  return partsA.every((part, index) => {
    const other = partsB[index];
    if (other === undefined) return false;
    if (part.kind === 'text' || other.kind === 'text') {
      return part.kind === other.kind && codeA.slice(part.start, part.end) === codeB.slice(other.start, other.end);
    }
    const formatA = part.format && codeA.slice(part.format.start, part.format.end);
    const formatB = other.format && codeB.slice(other.format.start, other.format.end);
    return formatA === formatB && sameTokenLists(part.tokens, codeA, other.tokens, codeB);
  });
}

/** `$` or `$@`. */
function prefix(token: Token): string {
  return token.text.slice(0, token.text.indexOf('"'));
}
