/** What stands in an error's body, whichever of ARM's and API Management's forms it has. */
import { isJsonObject, type JsonObject, parseJsonObject } from '../../model/json.js';
import type { RemoteErrorDetail } from '../../model/remote-error.js';
import { scrubbedText } from './scrubbed-text.js';

export interface ErrorBody {
  readonly code?: string;
  /** The service's own sentences, the one at the top last and only where the others do not say more; empty when there are none. */
  readonly details: readonly RemoteErrorDetail[];
  /** A page for people, such as a proxy's, instead of an answer of the service. */
  readonly isPage: boolean;
}

/** The top-level sentence that says nothing when details follow. Source: reference/management-api.md §1.5. */
const SAYS_SEE_DETAILS = /^one or more fields contain incorrect values:?$/iu;

/**
 * Reads `{error: {code, message, details}}`, the same without `error`, `{properties: {error}}` of operation results, and plain text.
 * @param secrets are replaced in all that is read
 */
export function readErrorBody(text: string, secrets: readonly string[] = []): ErrorBody {
  const body = parseJsonObject(text);
  if (body === undefined) return textBody(text, secrets);
  const { properties } = body;
  const error = [body['error'], isJsonObject(properties) ? properties['error'] : undefined, body].find(isJsonObject) ?? body;
  const top = detailOf(error, secrets);
  const details = Array.isArray(error['details']) ? error['details'].flatMap((detail) => (isJsonObject(detail) ? (detailOf(detail, secrets) ?? []) : [])) : [];
  const saysMore = top !== undefined && !(details.length > 0 && SAYS_SEE_DETAILS.test(top.message));
  return { ...codeOf(error), details: saysMore ? [...details, top] : details, isPage: false };
}

function textBody(text: string, secrets: readonly string[]): ErrorBody {
  const isPage = /^\s*</u.test(text);
  const message = isPage ? '' : scrubbedText(text, secrets).slice(0, 300);
  return { details: message === '' ? [] : [{ message }], isPage };
}

function detailOf(error: JsonObject, secrets: readonly string[]): RemoteErrorDetail | undefined {
  const { message, target } = error;
  if (typeof message !== 'string' || message.trim() === '') return undefined;
  return { ...codeOf(error), ...(typeof target === 'string' && target !== '' ? { target: scrubbedText(target, secrets) } : {}), message: scrubbedText(message, secrets) };
}

function codeOf(error: JsonObject): { readonly code?: string } {
  const { code } = error;
  return typeof code === 'string' && code !== '' ? { code: scrubbedText(code).slice(0, 100) } : {};
}
