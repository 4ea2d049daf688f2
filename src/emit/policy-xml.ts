/** Policy tree to policy XML, in the canonical layout. */
import type { PolicyDocument, PolicyNode } from '../model/document.js';
import { holdsMessage } from '../model/message-content.js';
import { printCanonical } from '../syntax/xml/print-canonical.js';
import type { PrintableNode } from '../syntax/xml/printable-node.js';
import type { XmlEncoding } from '../syntax/xml/node.js';

export interface PolicyXmlOptions {
  /** APIM's `format` of the text. */
  readonly content: XmlEncoding;
  /** Whether comments are written; the default is no, because the service may drop them inside policies. */
  readonly comments?: boolean;
}

/** The document as XML, ending with a line break. The same tree always gives the same text. */
export function emitPolicyXml(document: PolicyDocument, { content, comments = false }: PolicyXmlOptions): string {
  return printCanonical(printable(document.roots, comments), { encoding: content, verbatim: holdsMessage });
}

function printable(nodes: readonly PolicyNode[], comments: boolean): PrintableNode[] {
  return nodes.flatMap((node): PrintableNode[] => {
    switch (node.kind) {
      case 'element':
        return [{
          kind: 'element',
          name: node.name,
          attributes: node.attributes,
          children: printable(node.children, comments),
        }];
      case 'text':
        return [{ kind: 'text', text: node.value.text, cdata: node.cdata }];
      case 'comment':
        return comments ? [{ kind: 'comment', text: node.text }] : [];
    }
  });
}
