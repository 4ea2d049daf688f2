/** The examples of a documentation page: its TypeScript, and the XML that is said to come of it. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthoredDocument } from '../../src/dsl/authored.js';
import * as dsl from '../../src/index.js';
import { authoredNodes } from '../../src/dsl/policy.js';
import { equalDocuments } from '../../src/model/equal-documents.js';
import type { PolicyDocument, PolicyNode } from '../../src/model/document.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { compiled } from './compiled.js';

const ROOT = new URL('../../', import.meta.url);

export interface Example {
  /** `docs/dsl.md:12`, for messages. */
  readonly place: string;
  /** A module: the block itself, or one whose default export is the block's expression. */
  readonly code: string;
  /** The XML blocks that follow. */
  readonly xml: readonly string[];
}

/** @param page path from the project's root, with `/` */
export function examplesOf(page: string): Example[] {
  const text = readFileSync(new URL(page, ROOT), 'utf8');
  const examples: { place: string; code: string; xml: string[] }[] = [];
  for (const { index, groups } of text.matchAll(/^```(?<language>\w*)\n(?<block>.*?)^```$/gmsu)) {
    const block = groups?.['block'] ?? '';
    if (groups?.['language'] === 'ts') examples.push({ place: `${page}:${text.slice(0, index).split('\n').length}`, code: asModule(block), xml: [] });
    if (groups?.['language'] === 'xml') examples.at(-1)?.xml.push(block);
  }
  return examples;
}

function asModule(block: string): string {
  if (/^import /mu.test(block)) return block;
  const code = /^(?:export|const) /mu.test(block) ? block : `export default (\n${block.trimEnd()}\n);\n`;
  const used = Object.keys(dsl).filter((name) => new RegExp(`(?<![.\\w'-])${name}(?=[(<\`])`, 'u').test(code));
  return `import { ${used.join(', ')} } from 'aoai-policy';\n${code}`;
}

/** Writes the examples to a folder of their own, for the compiler and the test runner; `remove` takes it away again. */
export function exampleFiles(examples: readonly Example[]): { readonly paths: readonly string[]; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-docs-')));
  const paths = examples.map(({ code }, index) => {
    const path = join(folder, `example-${index}.ts`);
    writeFileSync(path, code);
    return path;
  });
  return { paths, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function isDocument(exported: unknown): exported is AuthoredDocument {
  return typeof exported === 'object' && exported !== null && 'kind' in exported && exported.kind === 'document';
}

/** The nodes that an example's default export comes to: a document's, or those of one policy or a list of them. */
export function madeBy(exported: unknown): PolicyDocument {
  if (isDocument(exported)) return compiled(exported);
  const policies: unknown[] = Array.isArray(exported) ? exported : [exported];
  const children = authoredNodes(policies as Parameters<typeof authoredNodes>[0], 'example');
  return compiled({ ...dsl.fragment('example', []), root: { ...dsl.fragment('example', []).root, children } });
}

/** Whether the XML stands in the document: as its root, or as neighbours somewhere in it. */
export function contains(document: PolicyDocument, xml: string): boolean {
  const shown = readPolicyDocument(parseXml(xml), new SourceText('example.xml', xml), { name: 'example' });
  if ((shown.syntax?.problems ?? []).length > 0) return false;
  const runs = (nodes: readonly PolicyNode[]): readonly PolicyNode[][] => nodes.flatMap((node, index) => [nodes.slice(index, index + shown.roots.length), ...(node.kind === 'element' ? runs(node.children) : [])]);
  return runs(document.roots).some((roots) => equalDocuments({ ...shown, roots }, shown, { comments: 'ignore' }));
}
