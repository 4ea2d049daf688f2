/** A scope of each kind, for examples. */
import type { Scope, ScopeKind } from '../../src/model/scope.js';

const SCOPES: Readonly<Record<ScopeKind, Scope>> = {
  global: { kind: 'global' },
  workspace: { kind: 'workspace', workspace: 'team' },
  product: { kind: 'product', product: 'starter' },
  api: { kind: 'api', api: 'openai' },
  operation: { kind: 'operation', api: 'openai', operation: 'chat' },
  resolver: { kind: 'resolver', resolver: 'query' },
};

/** What a document that is attached to such a scope says of itself; nothing when no kind is given. */
export function exampleScope(kind: ScopeKind | undefined): { readonly scope?: Scope } {
  return kind === undefined ? {} : { scope: SCOPES[kind] };
}
