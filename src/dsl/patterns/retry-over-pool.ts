/** Sends the request to a load-balanced pool, and again to another member. Explained in docs/patterns/retry.md. */
import { UsageError } from '../../model/usage-error.js';
import { backendName, type BackendPool } from '../backend.js';
import { cs } from '../expression.js';
import { forwardRequest, retry, setBackendService } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { Expression } from '../property-types.js';
import { bufferedForwarding, type RetryForwarding } from './retry-condition.js';

export interface RetryOverPoolProperties extends Omit<RetryForwarding, 'condition'> {
  /** The pool, or its name. Default: the one that inbound chose. */
  readonly pool?: BackendPool | string;
  /** Tries after the first one. Default: one for each further member; 2 when the members are not known. */
  readonly count?: number;
  /** When to try again. Default: after a 429 or 503. */
  readonly condition?: Expression<boolean>;
}

/** How many tries when the number of members is not known. */
const TRIES_WITHOUT_MEMBERS = 2;

/**
 * Forwards the request to a pool, and again when the member that took it answers 429 or 503: each try asks the pool for a member. The
 * whole `backend` section. The members need circuit breakers: without them the pool may choose the same member again.
 * @throws UsageError for a pool with one member
 * @example
 * backend: [retryOverPool({ pool: 'aoai-pool' })]
 */
export function retryOverPool(properties: RetryOverPoolProperties = {}): Policy<'backend'> {
  const { pool, condition = isThrottledOrUnavailable() } = properties;
  const further = pool === undefined || typeof pool === 'string' ? TRIES_WITHOUT_MEMBERS : pool.services.length - 1;
  if (further < 1) throw new UsageError('retryOverPool takes a pool of two members or more; use retryInRegion for one backend');
  return retry({ condition, count: properties.count ?? further, interval: 1, firstFastRetry: true }, [
    ...(pool === undefined ? [] : [setBackendService({ backendId: backendName(pool, 'retryOverPool.pool') })]),
    forwardRequest(bufferedForwarding(properties)),
  ]);
}

/** 429: a member is throttled, its breaker opens. 503: the member, or the pool when every breaker is open. Source: reference/runtime.md §6. */
function isThrottledOrUnavailable(): Expression<boolean> {
  return cs`context.Response != null && (context.Response.StatusCode == 429 || context.Response.StatusCode == 503)`;
}
