/** What the service says against a document, as findings in the source that it was made from. Source of its sentences: reference/management-api.md §2.7. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import type { Origin } from '../model/origin.js';
import type { RemoteError, RemoteErrorDetail, RemoteErrorKind } from '../model/remote-error.js';
import type { Place } from '../model/walk.js';
import { placeOfSent } from './sent-place.js';
import { serviceHint } from './service-hints.js';
import { withoutStop } from './without-stop.js';

export interface RefusedResource {
  /** What was sent was printed from it. */
  readonly document?: PolicyDocument;
  /** The text as it was sent. */
  readonly sent?: string;
  /** Where the resource is declared: for what has no place in the document. */
  readonly origin?: Origin;
}

export const REFUSED_BY_SERVICE = 'refused-by-service';

/** Errors of other kinds say nothing about what was sent. */
const ABOUT_CONTENT: ReadonlySet<RemoteErrorKind> = new Set(['refused', 'failed', 'flaky']);

const IN_ELEMENT = /^Error in element '([^']*)' on line (\d+), column (\d+):\s*(.*)$/su;
const AT_POSITION = /\bLine (\d+), position (\d+)\.?$/u;

/**
 * One finding for each sentence of the service's, in its order; none for errors that are not about the content, and none where neither a document
 * nor an origin says where it would be.
 */
export function serviceFindings(error: RemoteError, about: RefusedResource): Diagnostic[] {
  const origin = about.origin ?? about.document?.origin;
  if (origin === undefined || !ABOUT_CONTENT.has(error.kind)) return [];
  const details: readonly RemoteErrorDetail[] = error.details.length > 0 ? error.details : [{ message: error.message }];
  return details.map((detail) => finding(detail, about, origin));
}

function finding({ message }: RemoteErrorDetail, about: RefusedResource, origin: Origin): Diagnostic {
  const { sentence, element, place } = located(message, about);
  const known = serviceHint(sentence);
  const attribute = place?.element.attributes.find(({ name }) => known?.attributes.includes(name) === true);
  const subject = element === undefined ? 'this' : `<${element}>`;
  return diagnostic({
    code: REFUSED_BY_SERVICE,
    severity: 'error',
    message: `the service refuses ${subject}: ${withoutStop(sentence)}`,
    at: attribute?.origin ?? place?.element.origin ?? origin,
    path: place === undefined ? '' : attribute === undefined ? place.path : `${place.path}/@${attribute.name}`,
    hint: known?.hint,
  });
}

interface Located {
  /** Without the place. */
  readonly sentence: string;
  readonly element?: string;
  readonly place?: Place | undefined;
}

function located(message: string, about: RefusedResource): Located {
  const named = IN_ELEMENT.exec(message);
  if (named !== null) {
    const [, element = '', line, column, sentence = ''] = named;
    return { sentence, element, place: placeIn(about, Number(line), Number(column), element) };
  }
  const plain = AT_POSITION.exec(message);
  return plain === null ? { sentence: message } : { sentence: message, place: placeIn(about, Number(plain[1]), Number(plain[2])) };
}

function placeIn({ document, sent }: RefusedResource, line: number, column: number, element?: string): Place | undefined {
  if (document === undefined || sent === undefined) return undefined;
  return placeOfSent(sent, { line, column, ...(element === undefined ? {} : { element }) }, document);
}
