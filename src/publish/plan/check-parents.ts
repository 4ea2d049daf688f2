/** Whether there is what new policies are attached to. A missing API and a missing policy have one answer: reference/management-api.md §2.1. */
import { didYouMean } from '../../lint/did-you-mean.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { isRevision, withoutRevision } from '../api-revision.js';
import type { Arm, ParentKind } from '../arm/arm.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import type { PolicyScope } from '../resource-key.js';
import { preflightFinding, startOf } from './preflight-finding.js';

type ParentNoun = 'API' | 'operation' | 'product' | 'workspace';

/** One thing that has to be there. */
interface Parent {
  readonly noun: ParentNoun;
  readonly id: string;
  readonly of: ParentKind;
  /** What it belongs to, in words; empty for what belongs to the service. */
  readonly within: string;
}

const CODES = { API: 'unknown-api', operation: 'unknown-operation', product: 'unknown-product', workspace: 'unknown-workspace' } as const;

/**
 * One finding for each policy whose parent is missing; the outermost missing one is named.
 * @param created policies that the service does not have
 * @throws RemoteError
 */
export async function checkParents(created: readonly DesiredResource[], arm: Arm, signal?: AbortSignal): Promise<Diagnostic[]> {
  const lists = new Map<string, Promise<readonly string[]>>();
  const idsOf = (of: ParentKind): Promise<readonly string[]> => {
    const key = typeof of === 'string' ? of : `operations of ${of.operationsOf.toLowerCase()}`;
    const ids = lists.get(key) ?? arm.listParents(of, signal);
    lists.set(key, ids);
    return ids;
  };
  const found = await Promise.all(created.map(async (resource) => {
    for (const parent of resource.key.kind === 'policy' ? parentsOf(resource.key.scope) : []) {
      const ids = await idsOf(parent.of);
      if (!hasParent(ids, parent)) return [missing(parent, ids, resource, arm.target.service)];
      if (isOtherRevision(parent)) break;
    }
    return [];
  }));
  return found.flat();
}

function parentsOf(scope: PolicyScope): readonly Parent[] {
  switch (scope.kind) {
    case 'global':
      return [];
    case 'workspace':
      return [{ noun: 'workspace', id: scope.workspace, of: 'workspace', within: '' }];
    case 'product':
      return [{ noun: 'product', id: scope.product, of: 'product', within: '' }];
    case 'api':
      return [apiParent(scope.api)];
    case 'operation':
      return [apiParent(scope.api), { noun: 'operation', id: scope.operation, of: { operationsOf: scope.api }, within: ` of the API ${scope.api}` }];
  }
}

function apiParent(id: string): Parent {
  return { noun: 'API', id, of: 'api', within: '' };
}

/** Lists name some revisions without their number, so one that is asked for by number passes with its API; the service has the last word. */
function hasParent(ids: readonly string[], { id, noun }: Parent): boolean {
  const wanted = noun === 'API' ? withoutRevision(id) : id;
  return ids.some((known) => (noun === 'API' ? withoutRevision(known) : known).toLowerCase() === wanted.toLowerCase());
}

function isOtherRevision({ id, noun }: Parent): boolean {
  return noun === 'API' && isRevision(id);
}

function missing({ noun, id, within }: Parent, ids: readonly string[], { origin }: DesiredResource, service: string): Diagnostic {
  return preflightFinding({
    code: CODES[noun],
    message: `${service} has no ${noun} ${id}${within}, so that there is nothing the policy could be attached to; API Management refuses it`,
    at: startOf(origin),
    hint: didYouMean(id, ids, `create the ${noun} first: aoai-policy publishes policies, fragments, backends and named values only`),
  });
}
