/** A text as a C# string literal. */

const NAMED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\0': '\\0', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\x07': '\\a' };

/** Quote, backslash, control characters, line separators and halves of surrogate pairs, what XML has no place for: what must not stand in a literal as it is. */
const UNSAFE = /["\\\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** The regular C# string literal, quotes included, that stands for `text`. */
export function csharpStringLiteral(text: string): string {
  return `"${escapeStringText(text)}"`;
}

/** `text` as it stands between the quotes of a regular literal. */
export function escapeStringText(text: string): string {
  return text.replace(UNSAFE, (char) => NAMED[char] ?? unicodeEscape(char));
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
