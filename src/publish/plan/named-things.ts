/** What a resource of the project names that has to be there: backends, fragments, named values, each at its place. */
import { backendReferences, fragmentReferences, namedValueUses, type Reference } from '../../lint/references.js';
import { namedValueReferences } from '../../model/named-value-reference.js';
import type { Origin } from '../../model/origin.js';
import { type Place, walkElements } from '../../model/walk.js';
import { poolMembers } from '../canonical/canonical-backend.js';
import { canonicalContent } from '../canonical/canonical-content.js';
import type { CanonicalNode } from '../canonical/canonical-tree.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import type { ResourceBody } from '../resource-body.js';
import type { ListedKind } from '../resource-key.js';

export interface NamedThing {
  readonly kind: ListedKind;
  /** The id; of a named value its display name. */
  readonly name: string;
  readonly at: Origin;
  /** Place in the document; empty outside of documents. */
  readonly path: string;
  /** What names it, for messages: `set-backend-service`, `the pool aoai`. */
  readonly by: string;
}

/** In the order they stand. */
export function namedThings({ key, body, document, origin }: DesiredResource): NamedThing[] {
  if (document !== undefined) {
    const places = [...walkElements(document)];
    const things = (kind: ListedKind, references: readonly Reference[]): NamedThing[] =>
      references.map(({ name, at, place, step }) => ({ kind, name, at, path: place.path + step, by: place.element.name }));
    return [...things('backend', backendReferences(places)), ...things('fragment', fragmentReferences(places)), ...things('named-value', namedValueUses(places))];
  }
  if (key.kind !== 'backend' || body.kind !== 'backend') return [];
  const values = namedValueReferences(JSON.stringify(body.properties)).map(({ name }) => name);
  return [
    ...poolMembers(body.properties).map((name): NamedThing => ({ kind: 'backend', name, at: origin, path: '', by: `the pool ${key.id}` })),
    ...values.map((name): NamedThing => ({ kind: 'named-value', name, at: origin, path: '', by: `the backend ${key.id}` })),
  ];
}

/** Ids of the fragments that a policy or fragment includes, as they stand. */
export function includedFragments(body: ResourceBody): string[] {
  return fragmentReferences(placesIn(canonicalContent(body).tree)).map(({ name }) => name);
}

function placesIn(nodes: readonly CanonicalNode[]): Place[] {
  return nodes.flatMap((node) => (node.kind === 'element' ? [node.place, ...placesIn(node.children)] : []));
}
