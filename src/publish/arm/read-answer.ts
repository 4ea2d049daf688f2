/** Answers as the wire has them, made into what the SDK understands. */
import { isJsonObject, parseJsonObject } from '../../model/json.js';
import { operationState } from './operation-state.js';

export interface WireAnswer {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
}

/** `json`: the body and status to go on with, which may be others. `cut`: half of an answer. `alien`: not the service's. */
export type ReadAnswer = { readonly kind: 'json'; readonly body: string; readonly status: number } | { readonly kind: 'cut' } | { readonly kind: 'alien' };

const POLICY_ADDRESS = /\/(?:policies\/[^/]+|policyfragments\/[^/]+)$/iu;
const OPERATION_ADDRESS = /\/operation(?:results|statuses)\/[^/]+$/iu;
/** An operation that is asked for at the address of its resource. Source: §2.2. */
const OPERATION_QUERY = /[?&](?:azure-)?asyncid=/iu;
const ACCEPTED = 202;

/**
 * Reads an answer with a status of success.
 *
 * - Policies come as bare XML from some versions, instead of JSON: they get the envelope. Source: reference/management-api.md §1.4, §2.3.
 * - The SDK takes every answer of success at such an address for the end of an operation, also that of a resource that is not ready.
 * - Results of operations hold their status below `properties`, where the SDK does not look; it would take one that has just started for one
 *   that is done. Source: §1.6, §2.2.
 */
export function readAnswer({ method, url, status, body, contentType }: WireAnswer): ReadAnswer {
  const asItIs: ReadAnswer = { kind: 'json', body, status };
  const isEmpty = body.trim() === '';
  if (method === 'HEAD' || method === 'DELETE' || status === 204 || (isEmpty && (status === ACCEPTED || method !== 'GET'))) return asItIs;
  const path = pathOf(url);
  if (/^\ufeff?\s*</u.test(body)) {
    const isPolicy = POLICY_ADDRESS.test(path) && !/\bhtml\b/iu.test(contentType) && !/^\ufeff?\s*<(?:!doctype\s+html|html)\b/iu.test(body);
    return isPolicy ? { kind: 'json', body: JSON.stringify({ properties: { value: body } }), status } : { kind: 'alien' };
  }
  const object = parseJsonObject(body);
  if (object === undefined) return /^\s*\{/u.test(body) || isEmpty ? { kind: 'cut' } : { kind: 'alien' };
  const { properties } = object;
  if (OPERATION_ADDRESS.test(path) && object['status'] === undefined && isJsonObject(properties) && typeof properties['status'] === 'string') {
    return { kind: 'json', body: JSON.stringify({ ...object, status: properties['status'], error: properties['error'] ?? null }), status };
  }
  if (method === 'GET' && OPERATION_QUERY.test(url) && operationState(object) === 'running') return { kind: 'json', body, status: ACCEPTED };
  return asItIs;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
