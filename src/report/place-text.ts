/** A place as editors and terminals make links of it. */
import type { Range } from '../syntax/text/position.js';
import { visibleText } from './visible-text.js';

/** `file:line:column`. */
export function placeText({ file, range }: { readonly file: string; readonly range: Range }): string {
  return `${visibleText(file)}:${range.start.line}:${range.start.column}`;
}
