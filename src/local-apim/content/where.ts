/** What the checks are told of the place and the service that a policy is for. */
import type { GatewayKind, Scope } from '../../model/scope.js';
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

/** The gateway that a tier comes with. Source: reference/policy-documents.md, "Gateways and tiers". */
const GATEWAYS: Readonly<Record<string, GatewayKind>> = {
  consumption: 'consumption', basicv2: 'v2', standardv2: 'v2', premiumv2: 'v2',
  developer: 'classic', basic: 'classic', standard: 'classic', premium: 'classic', isolated: 'classic',
};

/** @param sku `Developer`, `BasicV2`, … in any case; of one that is not known nothing is asked */
export function gatewaysOf(sku: string): readonly GatewayKind[] {
  const gateway = GATEWAYS[sku.toLowerCase()];
  return gateway === undefined ? [] : [gateway];
}
