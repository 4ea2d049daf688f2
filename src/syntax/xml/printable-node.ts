/** What the canonical printer prints: the structure of a document without places. */
import { isBlank } from './characters.js';
import type { XmlNode } from './node.js';

export type PrintableNode = PrintableElement | PrintableText | PrintableComment | PrintableInstruction;

export interface PrintableElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
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
  let blank: string | undefined;
  for (const node of nodes) {
    const lineBreaks = blank === undefined ? 0 : blank.split('\n').length - 1;
    const blankLineBefore = lineBreaks > 1;
    const isFirst = printable.every(({ kind }) => kind === 'text');
    blank = undefined;
    switch (node.kind) {
      case 'element':
        printable.push({
          kind: 'element',
          name: node.name,
          attributes: node.attributes.map(({ name, value }) => ({ name, value: value.text })),
          children: printableNodes(node.children),
          blankLineBefore,
        });
        break;
      case 'comment':
        printable.push({ kind: 'comment', text: node.text.replace(/\r\n?/g, '\n'), blankLineBefore, sameLine: lineBreaks === 0 && !isFirst });
        break;
      case 'instruction':
        printable.push({ kind: 'instruction', text: node.text.replace(/\r\n?/g, '\n') });
        break;
      case 'text':
        blank = isBlank(node.value.text) ? node.value.text : undefined;
        printable.push({ kind: 'text', text: node.value.text, cdata: false });
        break;
      case 'cdata':
        printable.push({ kind: 'text', text: node.value.text, cdata: true });
        break;
    }
  }
  return printable;
}
