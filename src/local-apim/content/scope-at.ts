/** What the checks are told of the place that a policy is for. */
import type { Scope } from '../../model/scope.js';
import type { AcceptContext } from './stored-policy.js';

/** Ids do not matter to the checks. */
const SCOPES: Readonly<Record<AcceptContext['at'], Scope>> = {
  global: { kind: 'global' },
  workspace: { kind: 'workspace', workspace: '' },
  product: { kind: 'product', product: '' },
  api: { kind: 'api', api: '' },
  operation: { kind: 'operation', api: '', operation: '' },
  resolver: { kind: 'resolver', resolver: '' },
  fragment: { kind: 'fragment', fragment: '' },
};

export function scopeAt(at: AcceptContext['at']): Scope {
  return SCOPES[at];
}
