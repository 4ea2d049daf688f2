/** What policies are attached to or name, of which only that it is there matters: APIs, operations, products, workspaces, loggers. */
import type { JsonObject } from '../../model/json.js';
import { revisionOf } from '../api-revision.js';
import { lastId, type ResourceName } from '../resource-name.js';
import type { ContentKind } from './content-kind.js';

/** What the service would refuse in them is not looked for. */
export const PARENT_CONTENT: ContentKind = {
  accept: (properties, { name, before }) => ({ kind: 'accepted', content: { ...defaultProperties(name), ...properties, ...revisionProperties(name, before) } }),
  // What a logger's credentials are, no GET tells.
  render: ({ credentials: _, ...rest }) => rest,
};

const DEFAULTS: Readonly<Record<string, (id: string) => JsonObject>> = {
  apis: (id) => ({ displayName: id, path: id, protocols: ['https'], subscriptionRequired: true }),
  'apis/operations': (id) => ({ displayName: id, method: 'POST', urlTemplate: `/${id}` }),
  products: (id) => ({ displayName: id, state: 'published', subscriptionRequired: true }),
  workspaces: (id) => ({ displayName: id }),
  loggers: () => ({ loggerType: 'azureEventHub' }),
};

function defaultProperties(name: ResourceName): JsonObject {
  return DEFAULTS[name.type.collections.join('/')]?.(revisionOf(lastId(name)).api) ?? {};
}

/** One that nobody has described. */
export function newParent(name: ResourceName): JsonObject {
  return { ...defaultProperties(name), ...revisionProperties(name, undefined) };
}

/** Which revision an API is, its id says and nothing else. */
function revisionProperties(name: ResourceName, before: JsonObject | undefined): JsonObject {
  if (name.type.collections.join('/') !== 'apis') return {};
  const { revision } = revisionOf(lastId(name));
  return { apiRevision: revision ?? before?.['apiRevision'] ?? '1', isCurrent: revision === undefined };
}
