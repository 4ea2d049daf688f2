/** Prints a document byte for byte as it was read, edits aside. */
import { applyEdits, type TextEdit } from '../text/edit.js';
import type { XmlDocument } from './node.js';

/** The text with edits applied. Throws RangeError when two edits overlap or one lies outside the text. */
export function printPreserved(document: XmlDocument, edits: readonly TextEdit[] = []): string {
  return applyEdits(document.source, edits);
}
