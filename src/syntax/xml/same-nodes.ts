/** Whether two documents hold the same nodes, places and layout aside. */
import { isBlank } from './characters.js';
import { withLineFeeds } from './decode-text.js';

/** What is compared of a node: that of the concrete tree, or of a tree that has nodes of the same shape. */
export type ComparableNode = ComparableElement | ComparableText | ComparableRemark;

interface ComparableElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly ComparableAttribute[];
  readonly children: readonly ComparableNode[];
}

interface ComparableAttribute {
  readonly name: string;
  readonly value: { readonly text: string };
}

interface ComparableText {
  readonly kind: 'text' | 'cdata';
  /** Given in trees from which blank texts that are layout are gone already: those that are left count. */
  readonly cdata?: boolean;
  readonly value: { readonly text: string };
}

interface ComparableRemark {
  readonly kind: 'comment' | 'instruction';
  readonly text: string;
}

export interface SameNodesOptions {
  readonly comments: 'ignore' | 'compare';
  /** Elements in which blank text counts when there are elements beside it. */
  readonly keepsBlanks: (elementName: string) => boolean;
}

/**
 * Whether both lists hold the same nodes in the same order, down to the last: elements with equal attributes in one order, equal
 * decoded texts (CDATA counts as text), comments and instructions with equal line ends. Blank text is layout.
 */
export function sameNodes(a: readonly ComparableNode[], b: readonly ComparableNode[], options: SameNodesOptions): boolean {
  return new Comparison(options).nodes(a, b, false);
}

class Comparison {
  readonly #options: SameNodesOptions;

  constructor(options: SameNodesOptions) {
    this.#options = options;
  }

  nodes(a: readonly ComparableNode[], b: readonly ComparableNode[], blanksCount: boolean): boolean {
    let inA = this.#next(a, 0, blanksCount);
    let inB = this.#next(b, 0, blanksCount);
    for (let node = a[inA]; node !== undefined; node = a[inA]) {
      if (!this.#sameNode(node, b[inB], blanksCount)) return false;
      inA = this.#next(a, inA + 1, blanksCount);
      inB = this.#next(b, inB + 1, blanksCount);
    }
    return inB === b.length;
  }

  /** The index at or behind `from` of the next node that counts. */
  #next(nodes: readonly ComparableNode[], from: number, blanksCount: boolean): number {
    let index = from;
    for (let node = nodes[index]; node !== undefined; node = nodes[++index]) {
      if (node.kind === 'text' ? blanksCount || node.cdata !== undefined || !isBlank(node.value.text) : node.kind !== 'comment' || this.#options.comments === 'compare') break;
    }
    return index;
  }

  #sameNode(a: ComparableNode, b: ComparableNode | undefined, blanksCount: boolean): boolean {
    if (b === undefined) return false;
    switch (a.kind) {
      case 'element':
        return b.kind === 'element' && this.#sameElement(a, b, blanksCount);
      case 'text':
      case 'cdata':
        return (b.kind === 'text' || b.kind === 'cdata') && a.value.text === b.value.text;
      case 'comment':
      case 'instruction':
        return a.kind === b.kind && withLineFeeds(a.text) === withLineFeeds(b.text);
    }
  }

  #sameElement(a: ComparableElement, b: ComparableElement, blanksCount: boolean): boolean {
    const inside = blanksCount || (this.#options.keepsBlanks(a.name) && a.children.some(({ kind }) => kind === 'element'));
    return a.name === b.name && sameAttributes(a.attributes, b.attributes) && this.nodes(a.children, b.children, inside);
  }
}

function sameAttributes(a: readonly ComparableAttribute[], b: readonly ComparableAttribute[]): boolean {
  return a.length === b.length && a.every(({ name, value }, index) => b[index]?.name === name && b[index].value.text === value.text);
}
