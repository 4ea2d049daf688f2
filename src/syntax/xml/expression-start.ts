/** Where in a text a policy expression may start. */

const AT = 64;
const PARENTHESIS = 40;
const BRACE = 123;

/**
 * Whether the `@` at an offset opens `@(` or `@{`. Not behind a word character (`user@(home)`) and not behind another `@`
 * (Razor's escape `@@(`).
 */
export function startsExpression(text: string, offset: number): boolean {
  const next = text.charCodeAt(offset + 1);
  if (text.charCodeAt(offset) !== AT || (next !== PARENTHESIS && next !== BRACE)) return false;
  const previous = offset === 0 ? 32 : text.charCodeAt(offset - 1);
  return previous !== AT && !isWordCharacter(previous);
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code >= 0xc0;
}
