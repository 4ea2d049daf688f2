/** Text from files as it may be shown on a terminal: nothing in it steers the terminal or hides what it says. */

const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** Control characters become their pictures (`␛`), other invisible characters their code point (`<U+202E>`). */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, visibleCharacter);
}

function visibleCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
