/** Sends the request again to the same backend. Explained in docs/patterns/retry.md. */
import { forwardRequest, retry } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import { bufferedForwarding, isRetryable, type RetryForwarding, type RetryTiming } from './retry-condition.js';

export interface RetryInRegionProperties extends RetryTiming, RetryForwarding {
  /** Tries after the first one. Default: 3. */
  readonly count?: number;
}

/**
 * Forwards the request, and again to the same backend while it answers 429 or 5xx, with growing waits. The whole `backend` section.
 * @example
 * backend: [retryInRegion({ count: 5 })]
 */
export function retryInRegion(properties: RetryInRegionProperties = {}): Policy<'backend'> {
  const { count = 3, interval = 1, delta = 1, maxInterval = 8, condition = isRetryable() } = properties;
  return retry({ condition, count, interval, delta, maxInterval, firstFastRetry: false }, [forwardRequest(bufferedForwarding(properties))]);
}
