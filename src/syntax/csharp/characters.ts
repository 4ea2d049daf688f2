/** Classes of characters in C# source. Source: C# specification, 6.3 and 6.4.3. */

const LETTER = /[\p{L}\p{Nl}]/u;
const LETTER_PART = /[\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\p{Cf}]/u;
const SPACE = /\p{Zs}/u;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

export function isIdentifierStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return LETTER.test(String.fromCharCode(code));
}

export function isIdentifierPart(code: number): boolean {
  if (code < 128) return isIdentifierStart(code) || isDigit(code);
  return LETTER_PART.test(String.fromCharCode(code));
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** White space other than a line break. */
export function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 12 && code !== 10);
  return SPACE.test(String.fromCharCode(code));
}

/** The offset of the first line break at or behind `from`, or `limit`. */
export function lineEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}
