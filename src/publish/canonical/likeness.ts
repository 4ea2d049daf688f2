/** How much two nodes that are not the same have in common. */
import type { CanonicalElement, CanonicalNode } from './canonical-tree.js';
import type { NodeIds } from './node-ids.js';

/** Attributes that say which of several elements of one name this is. */
const NAMING: ReadonlySet<string> = new Set([
  'id', 'name', 'backend-id', 'fragment-id', 'variable-name', 'response-variable-name', 'header-name', 'condition', 'counter-key', 'code', 'partner-id',
]);

const WEIGHTS = { sameKind: 1, naming: 8, attributes: 3, children: 4, childNames: 1 };

/** What says which one it is: equal for elements that are versions of each other most of the time. */
export function namingKey(node: CanonicalNode): string {
  return node.kind === 'text' ? '' : JSON.stringify([node.place.element.name, ...namingKeys(node)]);
}

/** What has to be equal for two nodes to be versions of each other at all: both texts, or elements of one name. */
export function kindKey(node: CanonicalNode): string {
  return node.kind === 'text' ? '' : node.place.element.name;
}

/** 0 for nodes that cannot be versions of each other; symmetric. */
export function likeness(a: CanonicalNode, b: CanonicalNode, ids: NodeIds): number {
  if (kindKey(a) !== kindKey(b)) return 0;
  if (a.kind === 'text' || b.kind === 'text') return WEIGHTS.sameKind;
  const names = namingKeys(a);
  return WEIGHTS.sameKind
    + (names.length > 0 ? WEIGHTS.naming * share(names, namingKeys(b)) : 0)
    + WEIGHTS.attributes * share(attributeKeys(a), attributeKeys(b))
    + WEIGHTS.children * share(a.children.map((child) => ids.of(child)), b.children.map((child) => ids.of(child)))
    + WEIGHTS.childNames * share(a.children.map(kindKey), b.children.map(kindKey));
}

function namingKeys({ attributes }: CanonicalElement): string[] {
  return attributes.filter(({ name }) => NAMING.has(name)).map(({ name, key }) => `${name} ${key}`);
}

function attributeKeys({ attributes }: CanonicalElement): string[] {
  return attributes.map(({ name, key }) => `${name} ${key}`);
}

/** How much of the longer list is in both, 0 to 1. */
function share<T>(a: readonly T[], b: readonly T[]): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 0;
  const left = new Map<T, number>();
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1);
  let both = 0;
  for (const item of b) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    left.set(item, count - 1);
    both++;
  }
  return both / longer;
}
