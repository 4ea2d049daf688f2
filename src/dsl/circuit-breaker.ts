/** Circuit breakers of backends: when a backend is left alone, and for how long. */
import type { CircuitBreaker } from '../model/resources.js';
import { UsageError } from '../model/usage-error.js';
import { checkedWhole } from './checked-whole.js';
import { isoDuration, type Duration } from './duration.js';

export interface CircuitBreakerProperties {
  /** Name of the rule. Default: throttled. */
  readonly name?: string;
  /** Failures within `interval` that open the breaker. Default: 1, unless `percentage` is given. */
  readonly count?: number;
  /** Share of failed calls that opens the breaker, 1 to 100, in place of `count`. */
  readonly percentage?: number;
  /** Default: one minute. */
  readonly interval?: Duration;
  /** Status codes that count as failures: one, or both ends of a range. Default: 429. */
  readonly statusCodes?: readonly (number | readonly [from: number, to: number])[];
  /** Reasons of `context.LastError` that count as failures. */
  readonly errorReasons?: readonly string[];
  /** How long the breaker stays open. Default: one minute. */
  readonly tripDuration?: Duration;
  /** The backend's Retry-After takes the place of `tripDuration`. Default: true. */
  readonly acceptRetryAfter?: boolean;
}

/**
 * A circuit breaker for a backend. As it stands it takes a backend out after its first 429, for as long as the backend's
 * Retry-After says. Without one a pool never leaves a member out (reference/runtime.md §6).
 * @throws UsageError for numbers out of range, both count and percentage, and when nothing would open it
 * @example
 * circuitBreaker({ count: 3, interval: { minutes: 1 }, statusCodes: [429, [500, 599]], tripDuration: { seconds: 30 } })
 */
export function circuitBreaker(properties: CircuitBreakerProperties = {}): CircuitBreaker {
  const { name = 'throttled', percentage, count, interval = { minutes: 1 }, statusCodes = [429], errorReasons, tripDuration = { minutes: 1 }, acceptRetryAfter = true } = properties;
  if (count !== undefined && percentage !== undefined) throw new UsageError('circuitBreaker takes count or percentage, not both');
  if (count !== undefined) checkedWhole(count, { min: 1 }, 'circuitBreaker', 'count');
  if (percentage !== undefined) checkedWhole(percentage, { min: 1, max: 100 }, 'circuitBreaker', 'percentage');
  if (statusCodes.length === 0 && (errorReasons ?? []).length === 0) throw new UsageError('circuitBreaker has no status codes and no error reasons, so that nothing opens it');
  return {
    name,
    failureCondition: {
      ...(percentage === undefined ? { count: count ?? 1 } : { percentage }),
      interval: isoDuration(interval, 'circuitBreaker.interval'),
      statusCodeRanges: statusCodes.map(statusCodeRange),
      ...(errorReasons === undefined ? {} : { errorReasons }),
    },
    tripDuration: isoDuration(tripDuration, 'circuitBreaker.tripDuration'),
    acceptRetryAfter,
  };
}

/** Within what APIM takes. Source: reference/runtime.md §6. */
function statusCodeRange(codes: number | readonly [from: number, to: number]): CircuitBreaker['failureCondition']['statusCodeRanges'][number] {
  const [min, max] = typeof codes === 'number' ? [codes, codes] : codes;
  if (Number.isInteger(min) && Number.isInteger(max) && min >= 200 && max <= 599 && min <= max) return { min, max };
  throw new UsageError(`circuitBreaker has the status codes ${min} to ${max}; APIM takes ranges within 200 to 599`);
}
