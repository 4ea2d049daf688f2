/** Runs the examples of the element files: what the page shows as XML is what the builders make. */
import type { AuthoredElement } from '../../src/dsl/authored.js';
import { cs } from '../../src/dsl/expression.js';
import * as builders from '../../src/dsl/policies.generated.js';
import { authoredNodes, type Base, type Policy } from '../../src/dsl/policy.js';
import { toDocument } from '../../src/dsl/to-document.js';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import type { PolicyDocument } from '../../src/model/document.js';
import type { ElementExample } from './element-file.js';

const CALL = { url: '', line: 1, column: 1, callee: 'example' };
const START = { offset: 0, line: 1, column: 1 };

/** A document that holds the example in its section, or as the root of a resolver. */
export function exampleDocument(example: ElementExample): PolicyDocument {
  const [node] = authoredNodes([run(example.code.join('\n'))], 'example');
  if (node?.kind !== 'element') throw new Error('the example makes no element');
  const root = example.section === 'resolver' ? node : element('policies', [element(example.section, [node])]);
  const scope = example.section === 'resolver' ? ({ kind: 'resolver', resolver: 'example' } as const) : ({ kind: 'api', api: 'example' } as const);
  const { document, diagnostics } = toDocument({ kind: 'document', scope, root, callSite: CALL }, () => ({ file: 'example.ts', range: { start: START, end: START } }));
  const [problem] = diagnostics;
  if (problem !== undefined) throw new Error(problem.message);
  return document;
}

/** The lines of the example's own element, without its section and its indentation. */
export function exampleXml(example: ElementExample): string[] {
  const lines = emitPolicyXml(exampleDocument(example), { content: 'rawxml' }).trimEnd().split('\n');
  if (example.section === 'resolver') return lines;
  const own = lines.slice(2, -2);
  const indent = /^ */u.exec(own[0] ?? '')?.[0].length ?? 0;
  return own.map((line) => (line.slice(0, indent).trim() === '' ? line.slice(indent) : line));
}

/** Examples are JavaScript expressions over the builders and cs. */
function run(code: string): Policy<never> | Base {
  const scope = { ...builders, cs };
  return new Function(...Object.keys(scope), `return (${code});`)(...Object.values(scope));
}

function element(name: string, children: AuthoredElement[]): AuthoredElement {
  return { kind: 'element', name, attributes: [], children, callSite: CALL };
}
