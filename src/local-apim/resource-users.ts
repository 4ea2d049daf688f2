/** What names what: why a resource may not be deleted. Source: reference/management-api.md §2.6. */
import { isJsonObject } from '../model/json.js';
import { policyReferences } from './content/policy-references.js';
import { poolMemberId } from './kinds/backend-content.js';
import { namedValuesIn } from './kinds/named-values-in.js';
import { storedPolicy } from './kinds/policy-content.js';
import { lastId, nameOfPath, type ResourceName } from './resource-name.js';
import type { ResourceStore, StoredItem } from './resource-store.js';

interface References {
  readonly backends: readonly string[];
  readonly fragments: readonly string[];
  /** Display names. */
  readonly namedValues: readonly string[];
  readonly loggers: readonly string[];
}

const NONE: References = { backends: [], fragments: [], namedValues: [], loggers: [] };

/** What is stored does not change; to read a policy takes longer than all else. */
const known = new WeakMap<StoredItem, References>();

/** @returns paths of what names it, in the order in which they were written */
export function usersOf(name: ResourceName, store: ResourceStore): readonly string[] {
  const isUser = userTest(name, store);
  return isUser === undefined ? [] : [...store.items()].filter((item) => isUser(referencesOf(item))).map(({ path }) => path);
}

/** undefined for what nothing names. */
function userTest(name: ResourceName, store: ResourceStore): ((references: References) => boolean) | undefined {
  const id = lastId(name).toLowerCase();
  const hasId = (ids: readonly string[]): boolean => ids.some((other) => other.toLowerCase() === id);
  switch (name.type.collections.join('/')) {
    case 'backends':
      return ({ backends }) => hasId(backends);
    case 'policyFragments':
      return ({ fragments }) => hasId(fragments);
    case 'loggers':
      return ({ loggers }) => hasId(loggers);
    case 'namedValues': {
      const displayName = store.get(`namedValues/${id}`)?.content['displayName'];
      return ({ namedValues }) => typeof displayName === 'string' && namedValues.includes(displayName);
    }
    default:
      return undefined;
  }
}

function referencesOf(item: StoredItem): References {
  const before = known.get(item);
  if (before !== undefined) return before;
  const found = readReferences(item);
  known.set(item, found);
  return found;
}

function readReferences({ path, content }: StoredItem): References {
  switch (nameOfPath(path)?.type.kind) {
    case 'policy':
    case 'fragment':
      return policyReferences(storedPolicy(content));
    case 'backend': {
      const { pool, credentials = null } = content;
      const members = isJsonObject(pool) && Array.isArray(pool['services']) ? pool['services'] : [];
      return { ...NONE, backends: members.flatMap((member) => poolMemberId(member) ?? []), namedValues: namedValuesIn(credentials) };
    }
    default:
      return NONE;
  }
}
