/** Changes to a text that leave the rest of it byte for byte. */
import type { Span } from './position.js';

/** Replaces the text of `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Applies edits that do not overlap, in any order. Throws RangeError when two overlap or one lies outside the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let copied = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < copied || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit ${span.start}-${span.end} overlaps another one or lies outside the text`);
    }
    pieces.push(text.slice(copied, span.start), replacement);
    copied = span.end;
  }
  pieces.push(text.slice(copied));
  return pieces.join('');
}
