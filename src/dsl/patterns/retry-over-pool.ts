/** Sends the request to a load-balanced pool, and again to another member. Explained in docs/patterns/retry.md. */
import { UsageError } from '../../model/usage-error.js';
import { backendName, type BackendPool } from '../backend.js';
import { cs } from '../expression.js';
import { forwardRequest, retry, setBackendService } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { Expression } from '../property-types.js';
import { bufferedForwarding, type RetryForwarding } from './retry-condition.js';

export interface RetryOverPoolProperties extends RetryForwarding {
  /** The pool, or its name. */
  readonly pool: BackendPool | string;
  /** Tries after the first one. Default: one for each further member; 2 when only the pool's name is given. */
  readonly count?: number;
}

/** How many tries when the number of members is not known. */
const TRIES_WITHOUT_MEMBERS = 2;

/**
 * Forwards the request to a pool, and again when the member that took it answers 429 or the pool 503. The whole `backend` section.
 * The members need circuit breakers: without them the pool may choose the same member again.
 * @throws UsageError for a pool with one member
 * @example
 * backend: [retryOverPool({ pool: 'aoai-pool' })]
 */
export function retryOverPool(properties: RetryOverPoolProperties): Policy<'backend'> {
  const { pool, condition = isThrottledOrUnavailable() } = properties;
  const members = typeof pool === 'string' ? TRIES_WITHOUT_MEMBERS + 1 : pool.services.length;
  if (members < 2) throw new UsageError('retryOverPool takes a pool of two members or more; use retryInRegion for one backend');
  return retry({ condition, count: properties.count ?? members - 1, interval: 1, firstFastRetry: true }, [
    setBackendService({ backendId: backendName(pool) }),
    forwardRequest(bufferedForwarding(properties)),
  ]);
}

/** 429: a member is throttled, its breaker opens. 503: the member, or the pool when every breaker is open. Source: reference/runtime.md §6. */
function isThrottledOrUnavailable(): Expression {
  return cs`context.Response != null && (context.Response.StatusCode == 429 || context.Response.StatusCode == 503)`;
}
