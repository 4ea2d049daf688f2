/** What the canonical printer prints: the structure of a document without places. */
import { isSpace } from './characters.js';
import { withLineFeeds } from './decode-text.js';
import type { XmlNode } from './node.js';

export type PrintableNode = PrintableElement | PrintableText | PrintableComment | PrintableInstruction;

export interface PrintableElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: { readonly text: string } }[];
  readonly children: readonly PrintableNode[];
  /** An empty line stands before it, if it is not the first in its parent. */
  readonly blankLineBefore?: boolean;
}

/** Text, decoded. Blank text counts only in content that is printed verbatim. */
export interface PrintableText {
  readonly kind: 'text';
  readonly text: string;
  readonly cdata: boolean;
}

export interface PrintableComment {
  readonly kind: 'comment';
  readonly text: string;
  readonly blankLineBefore?: boolean;
  /** Stands behind the node before it, on its line. */
  readonly sameLine?: boolean;
}

export interface PrintableInstruction {
  readonly kind: 'instruction';
  readonly text: string;
}

/** The printable form of nodes that were read; blank lines and comments at line ends are taken over. */
export function printableNodes(nodes: readonly XmlNode[]): PrintableNode[] {
  const printable: PrintableNode[] = [];
  let lineBreaks = 0;
  let isFirst = true;
  for (const node of nodes) {
    const blankLineBefore = lineBreaks > 1;
    switch (node.kind) {
      case 'element':
        printable.push({
          kind: 'element',
          name: node.name,
          attributes: node.attributes,
          children: printableNodes(node.children),
          blankLineBefore,
        });
        break;
      case 'comment':
        printable.push({ kind: 'comment', text: withLineFeeds(node.text), blankLineBefore, sameLine: lineBreaks === 0 && !isFirst });
        break;
      case 'instruction':
        printable.push({ kind: 'instruction', text: withLineFeeds(node.text) });
        break;
      case 'text':
      case 'cdata':
        printable.push({ kind: 'text', text: node.value.text, cdata: node.kind === 'cdata' });
        break;
    }
    isFirst &&= node.kind === 'text' || node.kind === 'cdata';
    lineBreaks = node.kind === 'text' ? lineBreaksIn(node.value.text) : 0;
  }
  return printable;
}

/** How many line breaks blank text holds; none for other text. */
function lineBreaksIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isSpace(code)) return 0;
    if (code === LINE_FEED) count++;
  }
  return count;
}

const LINE_FEED = 10;
