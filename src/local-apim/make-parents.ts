/** APIs, operations, products and workspaces that are made because something of theirs is wanted. */
import { revisionOf } from './api-revision.js';
import { newParent } from './kinds/parent-content.js';
import { ancestorsOf, pathOf, type ResourceName } from './resource-name.js';
import type { ResourceStore } from './resource-store.js';

/** What a resource belongs to, as far as it is not there. */
export function makeParents(name: ResourceName, store: ResourceStore): void {
  for (const ancestor of ancestorsOf(name)) {
    if (store.get(pathOf(ancestor)) === undefined) store.put(pathOf(ancestor), newParent(ancestor));
  }
}

/**
 * The same for a policy that is asked for: whoever plans asks for it first, and then whether there is what it would be attached to. Revisions
 * are not made so, since nobody plans to have one.
 */
export function makeParentsOfPolicy(name: ResourceName, store: ResourceStore): void {
  if (name.type.kind === 'policy' && revisionOf(name.ids[0] ?? '').revision === undefined) makeParents(name, store);
}
