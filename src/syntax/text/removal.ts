/** Taking a piece of markup out of a text. */
import type { TextEdit } from './edit.js';
import type { Span } from './position.js';

/** Removes the piece, and with it the line when nothing else stands on it. */
export function removalOf(text: string, { start, end }: Span): TextEdit {
  let lineStart = start;
  while (lineStart > 0 && isBlankInLine(text[lineStart - 1])) lineStart--;
  let behind = end;
  while (isBlankInLine(text[behind])) behind++;
  const isAlone = (lineStart === 0 || text[lineStart - 1] === '\n') && text[behind] === '\n';
  return { span: isAlone ? { start: lineStart, end: behind + 1 } : { start, end }, text: '' };
}

function isBlankInLine(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r';
}
