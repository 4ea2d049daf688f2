/** Policies that the tier of a service does not have. Source: reference/management-api.md §2.7, 9; gateways of each policy: schemas/elements. */
import { findElement } from '../../catalog/elements.js';
import type { PolicyDocument } from '../../model/document.js';
import type { GatewayKind } from '../../model/scope.js';
import { walkElements } from '../../model/walk.js';
import type { ElementError } from './element-error.js';
import type { AcceptContext } from './stored-policy.js';

/** The gateways that a tier can have; a policy that one of them runs can be saved. Source: the table of tiers on Microsoft's page on gateways. */
const GATEWAYS: Readonly<Record<string, readonly GatewayKind[]>> = {
  consumption: ['consumption'],
  developer: ['classic', 'self-hosted'],
  basic: ['classic'],
  standard: ['classic'],
  premium: ['classic', 'self-hosted', 'workspace'],
  isolated: ['classic', 'self-hosted', 'workspace'],
  basicv2: ['v2'],
  standardv2: ['v2'],
  premiumv2: ['v2', 'workspace'],
};

/** Of a tier that is not in the table nothing is refused. */
export function unavailablePolicies(document: PolicyDocument, { sku }: AcceptContext): ElementError[] {
  const offered = GATEWAYS[sku.toLowerCase()];
  if (offered === undefined) return [];
  return [...walkElements(document)].flatMap((place): ElementError[] => {
    const gateways = findElement(place.element.name)?.gateways ?? [];
    if (gateways.length === 0 || gateways.some((gateway) => offered.includes(gateway))) return [];
    return [{ place, text: `Policy is not allowed in '${sku}' sku` }];
  });
}
