/** Whether two documents hold the same nodes, places and layout aside. */
import { isBlank } from './characters.js';
import { withLineFeeds } from './decode-text.js';
import type { XmlAttribute, XmlElement, XmlNode } from './node.js';

/**
 * Whether both lists hold the same nodes in the same order, down to the last: elements with equal attributes in one order, equal
 * decoded texts (CDATA counts as text), comments and instructions with equal line ends. Blank text counts only in elements that
 * `keepsBlanks` names, when there are elements in them.
 */
export function sameNodes(a: readonly XmlNode[], b: readonly XmlNode[], keepsBlanks: (elementName: string) => boolean): boolean {
  return new Comparison(keepsBlanks).nodes(a, b, false);
}

class Comparison {
  readonly #keepsBlanks: (elementName: string) => boolean;

  constructor(keepsBlanks: (elementName: string) => boolean) {
    this.#keepsBlanks = keepsBlanks;
  }

  nodes(a: readonly XmlNode[], b: readonly XmlNode[], blanksCount: boolean): boolean {
    let inB = 0;
    for (const node of a) {
      if (!blanksCount && isBlankText(node)) continue;
      while (!blanksCount && isBlankText(b[inB])) inB++;
      if (!this.#sameNode(node, b[inB++], blanksCount)) return false;
    }
    while (!blanksCount && isBlankText(b[inB])) inB++;
    return inB === b.length;
  }

  #sameNode(a: XmlNode, b: XmlNode | undefined, blanksCount: boolean): boolean {
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

  #sameElement(a: XmlElement, b: XmlElement, blanksCount: boolean): boolean {
    const inside = blanksCount || (this.#keepsBlanks(a.name) && a.children.some(({ kind }) => kind === 'element'));
    return a.name === b.name && sameAttributes(a.attributes, b.attributes) && this.nodes(a.children, b.children, inside);
  }
}

function isBlankText(node: XmlNode | undefined): boolean {
  return node?.kind === 'text' && isBlank(node.value.text);
}

function sameAttributes(a: readonly XmlAttribute[], b: readonly XmlAttribute[]): boolean {
  return a.length === b.length && a.every(({ name, value }, index) => b[index]?.name === name && b[index].value.text === value.text);
}
