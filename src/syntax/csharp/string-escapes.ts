/** The characters that C# string and character literals stand for. Source: C# specification, 6.4.5.5 and 6.4.5.6. */

const SIMPLE: Readonly<Record<string, string>> = {
  "'": "'", '"': '"', '\\': '\\', 0: '\0', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
};

/** One escape sequence that C# does not know, as offsets into the text that was unescaped. */
export interface BadEscape {
  readonly start: number;
  readonly end: number;
}

/** Resolves the backslash escapes of a regular literal's inner text; a sequence that C# does not know stays as it is and is listed. */
export function unescapeRegular(text: string): { value: string; bad: BadEscape[] } {
  if (!text.includes('\\')) return { value: text, bad: [] };
  const bad: BadEscape[] = [];
  const pieces: string[] = [];
  let copied = 0;
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', copied)) {
    pieces.push(text.slice(copied, at));
    const { value, length } = escapeAt(text, at);
    if (value === undefined) {
      bad.push({ start: at, end: at + length });
      pieces.push(text.slice(at, at + length));
    } else pieces.push(value);
    copied = at + length;
  }
  pieces.push(text.slice(copied));
  return { value: pieces.join(''), bad };
}

/** A verbatim literal's inner text with doubled quotes made single. */
export function unescapeVerbatim(text: string): string {
  return text.includes('""') ? text.replaceAll('""', '"') : text;
}

/** The text of an interpolated string with doubled braces made single. */
export function unescapeBraces(text: string): string {
  return /\{\{|\}\}/.test(text) ? text.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : text;
}

function escapeAt(text: string, at: number): { value: string | undefined; length: number } {
  const kind = text[at + 1];
  if (kind === undefined) return { value: undefined, length: 1 };
  const simple = SIMPLE[kind];
  if (simple !== undefined) return { value: simple, length: 2 };
  const digits = HEX_ESCAPES[kind]?.exec(text.slice(at + 2, at + 10))?.[0];
  if (digits === undefined) return { value: undefined, length: 2 };
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) return { value: undefined, length: 2 + digits.length };
  return { value: kind === 'U' ? String.fromCodePoint(code) : String.fromCharCode(code), length: 2 + digits.length };
}

const HEX_ESCAPES: Readonly<Record<string, RegExp>> = {
  u: /^[0-9a-fA-F]{4}/,
  U: /^[0-9a-fA-F]{8}/,
  x: /^[0-9a-fA-F]{1,4}/,
};
