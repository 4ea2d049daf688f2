/** Whether a project says twice what one policy is: of an API, and of its current revision by number, which is the same. Source: reference/management-api.md §1.2. */
import type { Diagnostic } from '../../model/diagnostic.js';
import { isRevision, withoutRevision } from '../api-revision.js';
import type { Arm } from '../arm/arm.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import { type Address, addressIdentity, addressOf, type PolicyScope } from '../resource-key.js';
import { preflightFinding, startOf } from './preflight-finding.js';

/** A policy that is addressed by a revision's number, beside one that is not. */
interface Pair {
  readonly numbered: DesiredResource;
  readonly revision: string;
  readonly plain: Address;
}

/**
 * One finding for each pair, at the one with the number. The service is asked only when the project holds one.
 * @throws RemoteError
 */
export async function checkRevisions(resources: readonly DesiredResource[], arm: Arm, signal?: AbortSignal): Promise<Diagnostic[]> {
  const pairs = pairsOf(resources);
  if (pairs.length === 0) return [];
  const current = new Set((await arm.currentRevisions(signal)).map((revision) => revision.toLowerCase()));
  return pairs.filter(({ revision }) => current.has(revision.toLowerCase())).map(({ numbered, revision, plain }) => preflightFinding({
    code: 'duplicate-resource',
    message: `${addressOf(numbered.key)} and ${plain} are one policy: ${revision} is the current revision on ${arm.target.service}`,
    at: startOf(numbered.origin),
    hint: 'keep one of the two: without the number it is that of whatever revision is current',
  }));
}

function pairsOf(resources: readonly DesiredResource[]): Pair[] {
  const addresses = new Map(resources.map(({ key }) => [addressIdentity(addressOf(key)), addressOf(key)]));
  return resources.flatMap((numbered) => {
    const scope = numbered.key.kind === 'policy' ? numbered.key.scope : undefined;
    if (scope === undefined || !('api' in scope) || !isRevision(scope.api)) return [];
    const plain = addresses.get(addressIdentity(addressOf({ kind: 'policy', scope: plainScope(scope) })));
    return plain === undefined ? [] : [{ numbered, revision: scope.api, plain }];
  });
}

function plainScope(scope: Extract<PolicyScope, { readonly api: string }>): PolicyScope {
  return { ...scope, api: withoutRevision(scope.api) };
}
