/** What policies and backends may name, as the service holds it. */
import type { KnownNames } from './content/stored-policy.js';
import type { ResourceStore } from './resource-store.js';

/** Of the named values the display names count, with upper and lower case told apart. Source: reference/management-api.md §2.1. */
export function knownNames(store: ResourceStore): KnownNames {
  let displayNames: ReadonlySet<unknown> | undefined;
  return {
    hasBackend: (id) => store.get(`backends/${id}`) !== undefined,
    hasFragment: (id) => store.get(`policyFragments/${id}`) !== undefined,
    hasLogger: (id) => store.get(`loggers/${id}`) !== undefined,
    hasNamedValue: (displayName) => (displayNames ??= namedValueNames(store)).has(displayName),
  };
}

function namedValueNames(store: ResourceStore): ReadonlySet<unknown> {
  return new Set([...store.items()].filter(({ path }) => path.startsWith('namedValues/')).map(({ content }) => content['displayName']));
}
