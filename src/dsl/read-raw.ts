/** Reads the XML text of raw(…) into nodes whose place is the call. */
import type { PolicyNode } from '../model/document.js';
import { SourceText, type Origin } from '../model/origin.js';
import { policyValue } from '../model/policy-value.js';
import { readPolicyDocument } from '../model/read-document.js';
import type { PolicyValue } from '../model/value.js';
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';
import { parseXml } from '../syntax/xml/parse-xml.js';

/** The nodes in the text and the mistakes in it; never throws. */
export function readRaw(xml: string, origin: Origin): { nodes: PolicyNode[]; problems: readonly SyntaxProblem[] } {
  const read = readPolicyDocument(parseXml(xml), new SourceText(origin.file, xml), { name: '' });
  return { nodes: read.roots.map((node) => movedTo(node, origin)), problems: read.syntax?.problems ?? [] };
}

/** The node as if the call had made it. The XML reader limits how deep nodes nest. */
function movedTo(node: PolicyNode, origin: Origin): PolicyNode {
  switch (node.kind) {
    case 'element':
      return {
        kind: 'element',
        name: node.name,
        attributes: node.attributes.map(({ name, value }) => ({ name, value: valueAt(value, origin), origin })),
        children: node.children.map((child) => movedTo(child, origin)),
        origin,
      };
    case 'text':
      return { ...node, value: valueAt(node.value, origin), origin };
    case 'comment':
      return { ...node, origin };
  }
}

function valueAt({ text }: PolicyValue, origin: Origin): PolicyValue {
  return policyValue(text, () => origin);
}
