/** Backends: single ones and pools. Source: reference/management-api.md §1.1, §2.6, §2.7 rows 14 and 31. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import { dotNetDuration } from './dot-net-duration.js';
import { namedValuesIn } from './named-values-in.js';
import { knownNames } from '../known-names.js';
import { incorrectField } from '../management-error.js';
import { armIdOf, type ServiceState } from '../service-state.js';
import type { ServiceError } from '../content/stored-policy.js';
import { refused, type ContentKind } from './content-kind.js';

const LONGEST_URL = 2000;
const LARGEST_SHARE = 100;

export const BACKEND_CONTENT: ContentKind = {
  accept(properties, { service }) {
    const { type = 'Single' } = properties;
    if (type !== 'Single' && type !== 'Pool') return refused(incorrectField('type', `the type of a backend is Single or Pool, not ${JSON.stringify(type)}`));
    const problem = (type === 'Pool' ? poolProblem(properties, service) : singleProblem(properties)) ?? credentialsProblem(properties, service);
    return problem === undefined ? { kind: 'accepted', content: { ...normalized(properties, service), type } } : refused(problem);
  },
  render: (content) => content,
};

function singleProblem({ url, protocol, resourceId, pool }: JsonObject): ServiceError | undefined {
  if (isJsonObject(pool)) return incorrectField('pool', 'a backend with a pool has the type Pool');
  if (typeof url !== 'string' || url.length > LONGEST_URL || !/^(?:https?|sf):\/\/./u.test(url)) return incorrectField('url', `'url' is required: an absolute URL of at most ${LONGEST_URL} characters`);
  if (protocol !== 'http' && protocol !== 'soap') return incorrectField('protocol', "'protocol' is required: http or soap");
  if (typeof resourceId === 'string' && !/^https?:\/\//u.test(resourceId)) return incorrectField('resourceId', 'Value should represent absolute http URL');
  return undefined;
}

/** A pool has no URL of its own (§1.1). */
function poolProblem({ url, protocol, pool }: JsonObject, { store }: ServiceState): ServiceError | undefined {
  if ((url ?? null) !== null) return incorrectField('url', "a pool has no 'url'");
  if ((protocol ?? null) !== null) return incorrectField('protocol', "a pool has no 'protocol'");
  const members = isJsonObject(pool) ? pool['services'] : undefined;
  if (!Array.isArray(members) || members.length === 0) return incorrectField('pool', "'pool' is required: 'services' with the backends in it");
  for (const member of members) {
    const id = poolMemberId(member);
    if (!isJsonObject(member) || id === undefined) return incorrectField('pool', "each of 'services' has an 'id': the ARM id of a backend");
    if (store.get(`backends/${id}`) === undefined) return incorrectField('pool', `Backend with id '${id}' could not be found.`);
    const share = (['priority', 'weight'] as const).find((name) => !isShare(member[name]));
    if (share !== undefined) return incorrectField(share, `'${share}' is a whole number from 0 to ${LARGEST_SHARE}`);
  }
  return undefined;
}

function isShare(value: Json | undefined): boolean {
  return (value ?? null) === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_SHARE);
}

function credentialsProblem({ credentials }: JsonObject, { store }: ServiceState): ServiceError | undefined {
  const known = knownNames(store);
  const missing = namedValuesIn(credentials ?? null).find((displayName) => !known.hasNamedValue(displayName));
  return missing === undefined ? undefined : incorrectField('credentials', `Property '${missing}' not found.`);
}

/** The backend that one of a pool's `services` names; undefined when it names none. */
export function poolMemberId(member: Json | undefined): string | undefined {
  const id = isJsonObject(member) ? member['id'] : undefined;
  return typeof id === 'string' ? /(?:^|\/)backends\/([^/]+)$/iu.exec(id)?.[1] : undefined;
}

/** As it is read back: durations as .NET writes them, members by the ARM id they have here; null is the same as nothing. Inferred: the service is written in .NET. */
function normalized(properties: JsonObject, service: ServiceState): JsonObject {
  const entries = Object.entries(properties).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, name === 'pool' ? normalizedPool(value, service) : name === 'circuitBreaker' ? withDotNetDurations(value) : value]));
}

function normalizedPool(pool: Json, service: ServiceState): Json {
  if (!isJsonObject(pool) || !Array.isArray(pool['services'])) return pool;
  const services = pool['services'].map((member: Json) => {
    const id = poolMemberId(member);
    if (!isJsonObject(member) || id === undefined) return member;
    return { ...member, id: armIdOf(service.settings, service.store.get(`backends/${id}`)?.path ?? `backends/${id}`) };
  });
  return { ...pool, services };
}

/** `interval` and `tripDuration`, wherever they stand. */
function withDotNetDurations(value: Json): Json {
  if (Array.isArray(value)) return value.map(withDotNetDurations);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typeof inner === 'string' && (name === 'interval' || name === 'tripDuration') ? dotNetDuration(inner) : withDotNetDurations(inner)]));
}
