/** Which resource of a service is meant. */
import type { Scope } from '../model/scope.js';

/** The scopes whose policies are published; a workspace's APIs and GraphQL resolvers are not. */
export type PolicyScope = Extract<Scope, { readonly kind: 'global' | 'workspace' | 'product' | 'api' | 'operation' }>;

export type ResourceKey =
  | { readonly kind: 'named-value' | 'backend' | 'fragment'; readonly id: string }
  | { readonly kind: 'policy'; readonly scope: PolicyScope };

/** Of what a service lists by itself; policies are asked for one by one. */
export type ListedKind = Exclude<ResourceKey['kind'], 'policy'>;

/** How a resource is shown, kept in files and looked up: its ARM path below the service, in short: `apis/chat/operations/complete/policy`. */
export type Address = string;

export function addressOf(key: ResourceKey): Address {
  switch (key.kind) {
    case 'named-value':
      return `namedValues/${key.id}`;
    case 'backend':
      return `backends/${key.id}`;
    case 'fragment':
      return `policyFragments/${key.id}`;
    case 'policy':
      return [...scopePath(key.scope), 'policy'].join('/');
  }
}

function scopePath(scope: PolicyScope): readonly string[] {
  switch (scope.kind) {
    case 'global':
      return [];
    case 'workspace':
      return ['workspaces', scope.workspace];
    case 'product':
      return ['products', scope.product];
    case 'api':
      return ['apis', scope.api];
    case 'operation':
      return ['apis', scope.api, 'operations', scope.operation];
  }
}

type AddressPattern = readonly [pattern: RegExp, keyOf: (...ids: readonly string[]) => ResourceKey];

const ADDRESS_PATTERNS: readonly AddressPattern[] = [
  [/^namedValues\/([^/]+)$/u, (id = '') => ({ kind: 'named-value', id })],
  [/^backends\/([^/]+)$/u, (id = '') => ({ kind: 'backend', id })],
  [/^policyFragments\/([^/]+)$/u, (id = '') => ({ kind: 'fragment', id })],
  [/^policy$/u, () => ({ kind: 'policy', scope: { kind: 'global' } })],
  [/^workspaces\/([^/]+)\/policy$/u, (workspace = '') => ({ kind: 'policy', scope: { kind: 'workspace', workspace } })],
  [/^products\/([^/]+)\/policy$/u, (product = '') => ({ kind: 'policy', scope: { kind: 'product', product } })],
  [/^apis\/([^/]+)\/policy$/u, (api = '') => ({ kind: 'policy', scope: { kind: 'api', api } })],
  [/^apis\/([^/]+)\/operations\/([^/]+)\/policy$/u, (api = '', operation = '') => ({ kind: 'policy', scope: { kind: 'operation', api, operation } })],
];

/** The reverse of `addressOf`; undefined for what is no address. */
export function parseAddress(address: string): ResourceKey | undefined {
  for (const [pattern, keyOf] of ADDRESS_PATTERNS) {
    const match = pattern.exec(address);
    if (match !== null) return keyOf(...match.slice(1));
  }
  return undefined;
}

/** What two addresses of one resource have in common: ARM does not tell upper from lower case in paths. Source: reference/management-api.md §2.8. */
export function addressIdentity(address: Address): string {
  return address.toLowerCase();
}
