/** The policy tree of a text as the service takes it in, for what the checks and the references read from it. */
import type { PolicyDocument } from '../../model/document.js';
import { SourceText } from '../../model/origin.js';
import { readPolicyDocument } from '../../model/read-document.js';
import type { Scope } from '../../model/scope.js';
import type { DecodedText, XmlDocument, XmlEncoding, XmlNode } from '../../syntax/xml/node.js';
import { withLineFeeds } from '../../syntax/xml/decode-text.js';
import { receivedText } from './service-node.js';

/** @param xml read from what was sent; places in the document are places in it */
export function readReceived(xml: XmlDocument, format: XmlEncoding, scope?: Scope): PolicyDocument {
  const received = format === 'xml' ? xml : { ...xml, children: literalExpressions(xml.source, xml.children) };
  return readPolicyDocument(received, new SourceText('', xml.source), { name: '', ...(scope === undefined ? {} : { scope }) });
}

/** In `rawxml` what looks like a reference is none within an expression. Source: reference/management-api.md §2.4, "double-escaped". */
function literalExpressions(source: string, nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.map((node): XmlNode => {
    switch (node.kind) {
      case 'element':
        return {
          ...node,
          attributes: node.attributes.map((attribute) => ({ ...attribute, value: literal(source, attribute.value) })),
          children: literalExpressions(source, node.children),
        };
      case 'text':
        return { ...node, value: literal(source, node.value) };
      default:
        return node;
    }
  });
}

function literal(source: string, decoded: DecodedText): DecodedText {
  const { span } = decoded;
  const text = withLineFeeds(receivedText(source, span, 'rawxml'));
  if (text === decoded.text) return decoded;
  // Exact where nothing outside of expressions is a reference; else near, and in any case inside the value.
  return { span, text, offsets: Int32Array.from({ length: text.length + 1 }, (_, index) => Math.min(span.start + index, span.end)) };
}
