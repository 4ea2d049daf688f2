/** Texts and lists of names as messages show them. */
import type { Span } from '../syntax/text/position.js';

const MOST_CHARACTERS = 60;

/** A value in a message: one line, not long. */
export function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 3)}…` : line;
}

/** `a, b and c`; `#text` is the catalogue's name for an element's text. */
export function listed(names: readonly string[], word: 'and' | 'or'): string {
  const shown = names.map((name) => (name === '#text' ? 'text' : name));
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1) ?? ''}`;
}

/** The stretch of a text without the white space around it; all of a blank text. */
export function trimmedSpan(text: string): Span {
  const start = text.search(/[^ \t\r\n]/);
  return start === -1 ? { start: 0, end: text.length } : { start, end: text.replace(/[ \t\r\n]+$/, '').length };
}
