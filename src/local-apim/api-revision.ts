/** Revisions of APIs: `chat;rev=2`. The current one stands without its number. Source: reference/management-api.md §1.2, §2.1. */
import type { ResourceName } from './resource-name.js';
import type { ResourceStore } from './resource-store.js';

export interface ApiRevision {
  /** The id without the revision. */
  readonly api: string;
  readonly revision?: string;
}

export function revisionOf(id: string): ApiRevision {
  const match = /^(.+);rev=(\d+)$/iu.exec(id);
  return match === null ? { api: id } : { api: match[1] ?? id, revision: match[2] ?? '' };
}

/** The name under which it is kept: that of the current revision has no number. */
export function withoutCurrentRevision(name: ResourceName, store: ResourceStore): ResourceName {
  const [id, ...below] = name.ids;
  if (id === undefined || name.type.collections[0] !== 'apis') return name;
  const { api, revision } = revisionOf(id);
  if (revision === undefined || store.get(`apis/${api}`)?.content['apiRevision'] !== revision) return name;
  return { ...name, ids: [api, ...below] };
}
