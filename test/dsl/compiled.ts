/** Authored policies as documents and XML, for tests that do not go through files. */
import type { AuthoredDocument } from '../../src/dsl/authored.js';
import { api } from '../../src/dsl/documents.js';
import { authoredNodes, type Base, type Policy } from '../../src/dsl/policy.js';
import { toDocument } from '../../src/dsl/to-document.js';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import type { PolicyDocument, PolicyElement, PolicyNode } from '../../src/model/document.js';
import type { ExpressionValue } from '../../src/model/value.js';

const START = { offset: 0, line: 1, column: 1 };

/** The document's tree. Fails the test that calls it when raw XML in it is broken. */
export function compiled(authored: AuthoredDocument): PolicyDocument {
  const { document, diagnostics } = toDocument(authored, ({ url }) => ({ file: url, range: { start: START, end: START } }));
  const [problem] = diagnostics;
  if (problem !== undefined) throw new Error(problem.message);
  return document;
}

/** The whole document as XML. */
export function documentXml(authored: AuthoredDocument): string {
  return emitPolicyXml(compiled(authored), { content: 'rawxml' });
}

/** Policies as XML, without a section around them; what section they are for is the types' business. */
export function policiesXml(...policies: (Policy<never> | Base)[]): string {
  const authored = api('test');
  const root = { kind: 'element', name: 'fragment', attributes: [], children: authoredNodes(policies, 'test'), callSite: authored.callSite } as const;
  const document = compiled({ ...authored, scope: { kind: 'fragment', fragment: 'test' }, root });
  const roots = document.roots.flatMap((node) => (node.kind === 'element' ? node.children : []));
  return emitPolicyXml({ ...document, roots }, { content: 'rawxml' }).trimEnd();
}

/** All expressions of a document, in order. */
export function expressionsOf(document: PolicyDocument): ExpressionValue[] {
  return document.roots.flatMap(expressionsIn);
}

function expressionsIn(node: PolicyNode): ExpressionValue[] {
  if (node.kind === 'comment') return [];
  const values = node.kind === 'text' ? [node.value] : node.attributes.map(({ value }) => value);
  return [...values.filter((value) => value.kind === 'expression'), ...(node.kind === 'element' ? node.children.flatMap(expressionsIn) : [])];
}

/** The elements of a document, depth first. */
export function elementsOf(document: PolicyDocument): PolicyElement[] {
  const inside = (node: PolicyNode): PolicyElement[] => (node.kind === 'element' ? [node, ...node.children.flatMap(inside)] : []);
  return document.roots.flatMap(inside);
}
