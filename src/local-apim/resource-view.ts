/** Resources as answers show them. Source: reference/management-api.md §2.3. */
import type { JsonObject } from '../model/json.js';
import { CONTENT_KINDS } from './content-kinds.js';
import type { Operation } from './operations.js';
import type { PolicyFormat } from './kinds/content-kind.js';
import { lastId, nameOfPath } from './resource-name.js';
import { armTypeOf } from './resource-type.js';
import { armIdOf, type ServiceState } from './service-state.js';
import type { StoredItem } from './resource-store.js';

/** A resource, and whether something is still happening to it. */
export interface VisibleResource extends StoredItem {
  readonly provisioning: 'Succeeded' | 'InProgress';
}

/**
 * What a GET finds. A resource that is being created is there, and one that is being changed holds what it held (inferred from §2.2: "a failed
 * create leaves nothing behind, a failed update leaves the old content"); both say that they are in progress. One whose creation will fail is never there.
 */
export function visibleResource(path: string, { store, operations }: ServiceState): VisibleResource | undefined {
  const item = store.get(path);
  const operation = operations.runningOn(path);
  const shown = item ?? (typeof operation?.outcome === 'object' ? undefined : operation);
  return shown === undefined ? undefined : { path: shown.path, etag: shown.etag, content: shown.content, provisioning: operation === undefined ? 'Succeeded' : 'InProgress' };
}

/** All that a GET finds of one collection, by name. @param isMember of the path */
export function visibleResources(isMember: (path: string) => boolean, service: ServiceState): readonly VisibleResource[] {
  const stored = [...service.store.items()].map(({ path }) => path);
  const coming = [...service.operations.running()].filter(({ creates }) => creates).map(({ path }) => path);
  const found = [...stored, ...coming].filter(isMember).flatMap((path) => visibleResource(path, service) ?? []);
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** What an operation makes of its resource, while it runs and when it is done. */
export function resourceOf({ path, etag, content, state }: Operation): VisibleResource {
  return { path, etag, content, provisioning: state === 'running' ? 'InProgress' : 'Succeeded' };
}

/** The body of an answer: `{ id, type, name, properties }`. */
export function resourceBody({ path, content, provisioning }: VisibleResource, format: PolicyFormat, { settings }: ServiceState): JsonObject {
  const name = nameOfPath(path);
  if (name === undefined) throw new TypeError(`a resource without a type is stored: ${path}`);
  const properties = CONTENT_KINDS[name.type.kind].render(content, format);
  return {
    id: armIdOf(settings, path),
    type: armTypeOf(name.type),
    name: lastId(name),
    properties: name.type.isLongRunning ? { ...properties, provisioningState: provisioning } : properties,
  };
}
