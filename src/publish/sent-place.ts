/** From a line and column of the text that was sent to the place in the document that it was printed from. */
import type { PolicyDocument } from '../model/document.js';
import { SourceText } from '../model/origin.js';
import { readPolicyDocument } from '../model/read-document.js';
import { type Place, walkElements } from '../model/walk.js';
import { parseXml } from '../syntax/xml/parse-xml.js';

export interface SentPosition {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The element that the service names. */
  readonly element?: string;
}

/**
 * The element in `document` that stands where the service points. The column is that of the first character of the element's name
 * (reference/management-api.md §2.7). The service puts named values in before it counts, so that columns may be off (inferred):
 * then the nearest element of that name on the line is meant, or the innermost one around the place.
 * @param sent the text, printed from `document`; comments may have been left out
 */
export function placeOfSent(sent: string, position: SentPosition, document: PolicyDocument): Place | undefined {
  const source = new SourceText('', sent);
  const inSent = [...walkElements(readPolicyDocument(parseXml(sent), source, { name: '' }))];
  const path = nearest(inSent, source, position)?.path;
  return path === undefined ? undefined : [...walkElements(document)].find((place) => place.path === path);
}

function nearest(places: readonly Place[], { lines }: SourceText, { line, column, element }: SentPosition): Place | undefined {
  const [start, end] = [lines.lineStart(line), lines.lineStart(line + 1)];
  const offset = Math.min(lines.offset(line, column), Math.max(start, end - 1));
  const onLine = places.filter(({ element: { name, syntax } }) => syntax !== undefined && syntax.nameSpan.start >= start && syntax.nameSpan.start < end && (element === undefined || name === element));
  const distance = ({ element: { syntax } }: Place): number => Math.abs((syntax?.nameSpan.start ?? 0) - offset);
  if (element !== undefined && onLine.length > 0) return onLine.reduce((best, place) => (distance(place) < distance(best) ? place : best));
  const around = places.filter(({ element: { syntax } }) => syntax !== undefined && syntax.span.start <= offset && offset < syntax.span.end);
  return around.findLast(({ element: { name } }) => element === undefined || name === element) ?? around.at(-1);
}
