/** Numbers for the nodes of canonical trees: equal ones for subtrees that are the same. */
import type { CanonicalNode } from './canonical-tree.js';

export class NodeIds {
  readonly #byContent = new Map<string, number>();
  readonly #byNode = new Map<CanonicalNode, number>();

  /** The same for two nodes, of one tree or of several, when all below them is the same. */
  of(node: CanonicalNode): number {
    const known = this.#byNode.get(node);
    if (known !== undefined) return known;
    const content = node.kind === 'text'
      ? JSON.stringify(node.key)
      : JSON.stringify([node.place.element.name, node.attributes.map(({ name, key }) => [name, key]), node.children.map((child) => this.of(child))]);
    const id = this.#byContent.get(content) ?? this.#byContent.size;
    this.#byContent.set(content, id);
    this.#byNode.set(node, id);
    return id;
  }
}
