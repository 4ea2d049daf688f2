/** Backends, their circuit breakers, and load-balanced pools of them. */
import type { CircuitBreaker } from '../model/resources.js';
import { UsageError } from '../model/usage-error.js';
import type { AuthoredResource } from './authored.js';
import { callSite } from './call-site.js';
import { resourceName } from './documents.js';
import { isoDuration, type Duration } from './duration.js';
import { describe } from './policy.js';

export type Backend = Extract<AuthoredResource, { kind: 'backend' }>;
export type BackendPool = Extract<AuthoredResource, { kind: 'pool' }>;

export interface BackendProperties {
  /** Base URL without a slash at its end, for Azure OpenAI `https://<resource>.openai.azure.com/openai`. */
  readonly url: string;
  /** Default: http. */
  readonly protocol?: 'http' | 'soap';
  readonly description?: string;
  /** What circuitBreaker(…) made. APIM takes one rule per backend, and none in the Consumption tier. */
  readonly circuitBreaker?: CircuitBreaker;
}

/**
 * A backend; policies name it by its `name`.
 * @param name the id that `setBackendService({ backendId })` names
 * @example
 * export const ptu = backend('aoai-ptu-backend', { url: 'https://contoso-ptu.openai.azure.com/openai', circuitBreaker: circuitBreaker() });
 */
export function backend(name: string, properties: BackendProperties): Backend {
  const { url, protocol = 'http', description, circuitBreaker: breaker } = properties;
  if (typeof url !== 'string') throw new UsageError(`backend takes its url as text, not ${describe(url)}`);
  return {
    kind: 'backend',
    name: resourceName(backend, name),
    url,
    protocol,
    ...(description === undefined ? {} : { description }),
    ...(breaker === undefined ? {} : { circuitBreaker: breaker }),
    callSite: callSite(backend, backend.name),
  };
}

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
 * @example
 * circuitBreaker({ count: 3, interval: { minutes: 1 }, statusCodes: [429, [500, 599]], tripDuration: { seconds: 30 } })
 */
export function circuitBreaker(properties: CircuitBreakerProperties = {}): CircuitBreaker {
  const { name = 'throttled', percentage, count, interval = { minutes: 1 }, statusCodes = [429], errorReasons, tripDuration = { minutes: 1 }, acceptRetryAfter = true } = properties;
  if (count !== undefined && percentage !== undefined) throw new UsageError('circuitBreaker takes count or percentage, not both');
  return {
    name,
    failureCondition: {
      ...(percentage === undefined ? { count: count ?? 1 } : { percentage }),
      interval: isoDuration(interval, 'circuitBreaker.interval'),
      statusCodeRanges: statusCodes.map((codes) => (typeof codes === 'number' ? { min: codes, max: codes } : { min: codes[0], max: codes[1] })),
      ...(errorReasons === undefined ? {} : { errorReasons }),
    },
    tripDuration: isoDuration(tripDuration, 'circuitBreaker.tripDuration'),
    acceptRetryAfter,
  };
}

/** A member of a pool: a backend, or its name. */
export type PoolMember = Backend | string | { readonly backend: Backend | string; readonly priority?: number; readonly weight?: number };

export interface BackendPoolProperties {
  /**
   * The members. Those with a lower `priority` are used first; the next ones only while the breaker of every one before is open.
   * Members of one priority share the calls by `weight`, in turn without one.
   */
  readonly services: readonly PoolMember[];
  readonly description?: string;
  /** Keeps the calls of one session on one member, by this cookie. */
  readonly sessionAffinity?: { readonly cookie: string };
}

/**
 * A load-balanced pool of backends; policies name it as they name a backend.
 * @example
 * export const pool = backendPool('aoai-pool', { services: [{ backend: ptu, priority: 1 }, { backend: regional, priority: 2 }] });
 */
export function backendPool(name: string, properties: BackendPoolProperties): BackendPool {
  const { services, description, sessionAffinity } = properties;
  return {
    kind: 'pool',
    name: resourceName(backendPool, name),
    services: services.map(poolService),
    ...(description === undefined ? {} : { description }),
    ...(sessionAffinity === undefined ? {} : { sessionAffinity }),
    callSite: callSite(backendPool, backendPool.name),
  };
}

function poolService(member: PoolMember): BackendPool['services'][number] {
  if (typeof member === 'string') return { backend: member };
  if ('kind' in member) return { backend: member.name };
  const { backend: target, ...share } = member;
  return { backend: backendName(target), ...share };
}

/** The name of a backend or pool that an author gave as a value or by its name. */
export function backendName(target: Backend | BackendPool | string): string {
  return typeof target === 'string' ? target : target.name;
}
