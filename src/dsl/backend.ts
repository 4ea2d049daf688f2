/** Backends and load-balanced pools of them. */
import type { CircuitBreaker } from '../model/resources.js';
import { UsageError } from '../model/usage-error.js';
import type { AuthoredResource } from './authored.js';
import { callSite } from './call-site.js';
import { checkedWhole } from './checked-whole.js';
import { checkProperties, resourceName } from './documents.js';
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
 * @throws UsageError for a url that APIM refuses
 * @example
 * export const ptu = backend('aoai-ptu-backend', { url: 'https://contoso-ptu.openai.azure.com/openai', circuitBreaker: circuitBreaker() });
 */
export function backend(name: string, properties: BackendProperties): Backend {
  checkProperties(backend, properties, ['url', 'protocol', 'description', 'circuitBreaker'], '{ url: … }');
  const { url, protocol = 'http', description, circuitBreaker: breaker } = properties;
  checkUrl(name, url);
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

function checkUrl(name: string, url: unknown): void {
  if (typeof url !== 'string') throw new UsageError(`backend takes its url as text, not ${describe(url)}`);
  if (url.endsWith('/')) throw new UsageError(`backend ${name} has the url ${url}; APIM takes none with a slash at its end`);
  if (/^[\w.-]+(?:$|[:/](?!\/))/u.test(url)) throw new UsageError(`backend ${name} has the url ${url}; it starts with http:// or https://`);
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

/** Source: reference/runtime.md §6. */
const MAX_SERVICES = 30;

/**
 * A load-balanced pool of backends; policies name it as they name a backend.
 * @throws UsageError for no members, more than 30, and a priority or weight below 0
 * @example
 * export const pool = backendPool('aoai-pool', { services: [{ backend: ptu, priority: 1 }, { backend: regional, priority: 2 }] });
 */
export function backendPool(name: string, properties: BackendPoolProperties): BackendPool {
  checkProperties(backendPool, properties, ['services', 'description', 'sessionAffinity'], '{ services: [ … ] }');
  const { services, description, sessionAffinity } = properties;
  if (!Array.isArray(services)) throw new UsageError(`backendPool ${name} takes its services as a list in [ ], not ${describe(services)}`);
  if (services.length === 0 || services.length > MAX_SERVICES) {
    throw new UsageError(`backendPool ${name} has ${services.length === 0 ? 'no' : services.length} services; APIM takes 1 to ${MAX_SERVICES}`);
  }
  return {
    kind: 'pool',
    name: resourceName(backendPool, name),
    services: services.map((member) => poolService(member, `backendPool ${name}`)),
    ...(description === undefined ? {} : { description }),
    ...(sessionAffinity === undefined ? {} : { sessionAffinity }),
    callSite: callSite(backendPool, backendPool.name),
  };
}

function poolService(member: PoolMember, pool: string): BackendPool['services'][number] {
  if (typeof member !== 'object' || member === null || 'kind' in member) return { backend: backendName(member, `a service of ${pool}`) };
  const { backend: target, ...share } = member;
  const name = backendName(target, `a service of ${pool}`);
  for (const [property, number] of Object.entries(share)) checkedWhole(number, { min: 0 }, `service ${name} of ${pool}`, property);
  return { backend: name, ...share };
}

/**
 * The name of a backend or pool that an author gave as a value or by its name.
 * @param place what it is for, for the message
 * @throws UsageError for anything else
 */
export function backendName(target: Backend | BackendPool | string, place: string): string {
  const name: unknown = typeof target === 'object' && target !== null ? target.name : target;
  if (typeof name === 'string' && name.trim() !== '') return name;
  throw new UsageError(`${place} takes a backend, a pool, or its name, not ${describe(target)}`);
}
