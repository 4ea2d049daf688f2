/** What will be written: what the project states, and what it does not state as it is on the service. */
import type { JsonObject } from '../../model/json.js';
import { Secret } from '../../model/secret.js';
import type { BackendBody, FragmentBody, NamedValueBody, ResourceBody } from '../resource-body.js';

/**
 * @param desired a property of a backend that is null is not to be there
 * @param live undefined when there is none
 * @returns a body without nulls; that of a backend of another type than the live one takes nothing over
 */
export function overlaidBody(desired: ResourceBody, live: ResourceBody | undefined): ResourceBody {
  switch (desired.kind) {
    case 'policy':
      return desired;
    case 'fragment':
      return overlaidFragment(desired, live);
    case 'backend':
      return overlaidBackend(desired, live);
    case 'named-value':
      return overlaidNamedValue(desired, live);
  }
}

function overlaidFragment(desired: FragmentBody, live: ResourceBody | undefined): FragmentBody {
  if (desired.description !== undefined || live?.kind !== 'fragment' || live.description === undefined) return desired;
  return { ...desired, description: live.description };
}

/** Left out, they are not to be there: the project always says them where there are any. */
const STATED_BY_OMISSION: ReadonlySet<string> = new Set(['description', 'circuitBreaker', 'pool']);

function overlaidBackend(desired: BackendBody, live: ResourceBody | undefined): BackendBody {
  const kept = live?.kind === 'backend' && backendType(live) === backendType(desired)
    ? Object.entries(live.properties).filter(([name]) => !STATED_BY_OMISSION.has(name))
    : [];
  return { kind: 'backend', properties: withoutNulls({ ...Object.fromEntries(kept), ...desired.properties }) };
}

/** `Single` where it is not said. */
export function backendType({ properties }: BackendBody): string {
  return typeof properties['type'] === 'string' ? properties['type'] : 'Single';
}

function withoutNulls(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

/** The value of a secret goes along where it is known, because writing the rest without it may lose it. */
function overlaidNamedValue(desired: NamedValueBody, live: ResourceBody | undefined): NamedValueBody {
  if (live?.kind !== 'named-value') return desired;
  const tags = desired.tags.length === 0 ? live.tags : desired.tags;
  const wantsValue = desired.secret && desired.secretValue === undefined && desired.keyVault === undefined;
  const kept = wantsValue ? valueOf(live) : undefined;
  return { ...desired, tags, ...(kept === undefined ? {} : { secretValue: kept }) };
}

/** What the service has of its own, as a secret. */
function valueOf({ secretValue, value, keyVault }: NamedValueBody): Secret | undefined {
  if (keyVault !== undefined) return undefined;
  return secretValue ?? (value === undefined ? undefined : new Secret(value));
}
