/** The resources that the local endpoint keeps, one row each. Source: reference/management-api.md §1.2 (paths), §2.1 (names). */
import type { AcceptContext } from './content/stored-policy.js';

export type ResourceKind = 'policy' | 'fragment' | 'named-value' | 'backend' | 'parent';

export interface ResourceType {
  /** The names of the collections in its path: `apis/{id}/policies/{id}` has `apis` and `policies`. */
  readonly collections: readonly string[];
  readonly kind: ResourceKind;
  /** As the service's "… not found." has it. Those of policies, APIs and operations were seen; the others are inferred from them. */
  readonly noun: string;
  readonly longestId: number;
  readonly idPattern: RegExp;
  /** Whether a PUT is answered before it is done (§2.1). */
  readonly isLongRunning: boolean;
  /** Where a policy is attached. */
  readonly at?: AcceptContext['at'];
}

const ANY = /^[^]+$/u;
const USUAL = /^[^*#&+:<>?]+$/u;
const FRAGMENT = /^(?:\w+|\w[\w-]+\w)$/u;

const POLICY = { kind: 'policy', noun: 'PoliciesConfiguration', longestId: 'policy'.length, idPattern: ANY, isLongRunning: false } as const;

export const RESOURCE_TYPES: readonly ResourceType[] = [
  { collections: ['policies'], ...POLICY, at: 'global' },
  { collections: ['workspaces', 'policies'], ...POLICY, at: 'workspace' },
  { collections: ['products', 'policies'], ...POLICY, at: 'product' },
  { collections: ['apis', 'policies'], ...POLICY, at: 'api' },
  { collections: ['apis', 'operations', 'policies'], ...POLICY, at: 'operation' },
  { collections: ['policyFragments'], kind: 'fragment', noun: 'PolicyFragment', longestId: 80, idPattern: FRAGMENT, isLongRunning: true },
  { collections: ['namedValues'], kind: 'named-value', noun: 'Property', longestId: 256, idPattern: USUAL, isLongRunning: true },
  { collections: ['backends'], kind: 'backend', noun: 'Backend', longestId: 80, idPattern: ANY, isLongRunning: false },
  { collections: ['apis'], kind: 'parent', noun: 'Api', longestId: 256, idPattern: USUAL, isLongRunning: true },
  { collections: ['apis', 'operations'], kind: 'parent', noun: 'Operation', longestId: 80, idPattern: ANY, isLongRunning: false },
  { collections: ['products'], kind: 'parent', noun: 'Product', longestId: 256, idPattern: ANY, isLongRunning: false },
  { collections: ['workspaces'], kind: 'parent', noun: 'Workspace', longestId: 80, idPattern: USUAL, isLongRunning: false },
  { collections: ['loggers'], kind: 'parent', noun: 'Logger', longestId: 256, idPattern: USUAL, isLongRunning: false },
];

const BY_COLLECTIONS = new Map(RESOURCE_TYPES.map((type) => [type.collections.join('/').toLowerCase(), type]));

/** @param collections in any case: ARM does not tell upper from lower (§2.8, 1) */
export function findResourceType(collections: readonly string[]): ResourceType | undefined {
  return BY_COLLECTIONS.get(collections.join('/').toLowerCase());
}

/** `Microsoft.ApiManagement/service/apis/operations/policies`. */
export function armTypeOf({ collections }: ResourceType): string {
  return ['Microsoft.ApiManagement', 'service', ...collections].join('/');
}
