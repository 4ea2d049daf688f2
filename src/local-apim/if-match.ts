/** Conditions of writes. Source: reference/management-api.md §2.1. */
import type { ServiceError } from './content/stored-policy.js';
import { etagOf } from './etag.js';
import { MISSING_IF_MATCH, PRECONDITION_FAILED } from './management-error.js';

export interface IfMatchRules {
  /** Whether a request without the header is refused: DELETE and PATCH. */
  readonly isRequired: boolean;
  /** What an ETag does where there is nothing. */
  readonly whereAbsent: 'creates' | 'refuses';
}

/**
 * Why a write may not go on; undefined when it may.
 * @param header as it was sent
 * @param etag of what stands there; undefined for nothing
 */
export function ifMatchProblem(header: string | undefined, etag: bigint | undefined, { isRequired, whereAbsent }: IfMatchRules): ServiceError | undefined {
  if (header === undefined || header === '') return isRequired ? MISSING_IF_MATCH : undefined;
  if (header === '*') return undefined;
  if (etag === undefined) return whereAbsent === 'creates' ? undefined : PRECONDITION_FAILED;
  return header === etagOf(etag) ? undefined : PRECONDITION_FAILED;
}
