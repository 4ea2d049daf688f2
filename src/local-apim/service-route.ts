/** What a path below the service means. */
import { withoutCurrentRevision } from './api-revision.js';
import { resourceNamed, type ResourceName } from './resource-name.js';
import type { ResourceStore } from './resource-store.js';
import { findResourceType, type ResourceType } from './resource-type.js';

export type ServiceRoute =
  | { readonly kind: 'service' }
  | { readonly kind: 'resource'; readonly name: ResourceName }
  | { readonly kind: 'list'; readonly type: ResourceType; readonly parent: ResourceName | undefined }
  | { readonly kind: 'action'; readonly name: ResourceName; readonly action: ActionName }
  | { readonly kind: 'operation-result'; readonly id: string };

/** POST, below a resource. */
const ACTIONS = { listValue: 'named-value', refreshSecret: 'named-value', listReferences: 'fragment' } as const;

export type ActionName = keyof typeof ACTIONS;

/** @param segments below the service, decoded; undefined for what the local endpoint does not keep */
export function serviceRoute(segments: readonly string[], store: ResourceStore): ServiceRoute | undefined {
  if (segments.length === 0) return { kind: 'service' };
  if (segments.length === 3 && segments[0]?.toLowerCase() === 'tenant' && segments[1]?.toLowerCase() === 'operationresults') return { kind: 'operation-result', id: segments[2] ?? '' };
  const name = resourceNamed(segments);
  if (name !== undefined) return { kind: 'resource', name: withoutCurrentRevision(name, store) };
  if (segments.length % 2 === 0) return undefined;
  const above = resourceNamed(segments.slice(0, -1));
  const owner = above === undefined ? undefined : withoutCurrentRevision(above, store);
  const last = segments.at(-1) ?? '';
  const action = actionNamed(last);
  if (owner !== undefined && action !== undefined && ACTIONS[action] === owner.type.kind) return { kind: 'action', name: owner, action };
  if (owner === undefined && segments.length > 1) return undefined;
  const type = findResourceType([...(owner?.type.collections ?? []), last]);
  return type === undefined ? undefined : { kind: 'list', type, parent: owner };
}

function actionNamed(segment: string): ActionName | undefined {
  return (Object.keys(ACTIONS) as ActionName[]).find((name) => name.toLowerCase() === segment.toLowerCase());
}
