/** References to named values, `{{display-name}}`. Source: reference/policy-documents.md, "Named values". */
import type { Span } from '../syntax/text/position.js';

export interface NamedValueReference {
  /** The display name, white space around it aside. */
  readonly name: string;
  /** With the braces. */
  readonly span: Span;
}

const LONGEST_NAME = 256;
const REFERENCE = /^\{\{[ \t]*([\w.-]+)[ \t]*\}\}/;

/** The references in a text, in order. Braces around anything but a name (letters, digits, `.`, `-`, `_`) are none. */
export function namedValueReferences(text: string): NamedValueReference[] {
  const references: NamedValueReference[] = [];
  for (let start = text.indexOf('{{'); start !== -1; ) {
    const match = REFERENCE.exec(text.slice(start, start + LONGEST_NAME + 8));
    const name = match?.[1];
    if (match === null || name === undefined) {
      start = text.indexOf('{{', start + 1);
      continue;
    }
    const end = start + match[0].length;
    references.push({ name, span: { start, end } });
    start = text.indexOf('{{', end);
  }
  return references;
}
