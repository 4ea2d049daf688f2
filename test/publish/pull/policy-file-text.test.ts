/** Whatever the service gives, the file says the same: held on our own documents, random values and the corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptPolicy } from '../../../src/local-apim/content/accept-policy.js';
import { renderPolicy } from '../../../src/local-apim/content/render-policy.js';
import type { AcceptContext } from '../../../src/local-apim/content/stored-policy.js';
import { sameContent } from '../../../src/publish/canonical/content-digest.js';
import { policyFileText } from '../../../src/publish/pull/policy-file-text.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';
import { EVERY_NAME } from '../../local-apim/content/accepting.js';
import { corpusDocuments, hasCorpus } from '../../syntax/corpus-documents.js';

const FORMATS = ['xml', 'rawxml'] as const;
const policy = (value: string): ResourceBody => ({ kind: 'policy', format: 'xml', value });

/** What the service answers once it has taken a text; empty when it refuses it. */
function answers(text: string): string[] {
  for (const at of ['operation', 'api', 'global', 'product', 'fragment'] as const) {
    const context: AcceptContext = { at, sku: 'Developer', known: EVERY_NAME };
    const taken = acceptPolicy(text, parseXml(text).encoding, context);
    if (taken.kind === 'accepted') return FORMATS.map((format) => renderPolicy(taken.stored, format));
  }
  return [];
}

/** What is wrong with the files that are made of the answers to a text: none says the same, or none stays as it is when it is pulled again. */
function mistakes(text: string): string[] {
  return answers(text).flatMap((answer) => FORMATS.flatMap((content) => {
    const made = policyFileText(answer, content);
    if (made.kind === 'unreadable') return [made.reason];
    const again = policyFileText(made.text, content);
    return [
      ...(sameContent(policy(made.text), policy(answer)) ? [] : [`${content}: ${made.text} for ${answer}`]),
      ...(made.text.includes('\r') ? [`carriage return in ${made.text}`] : []),
      ...(again.kind === 'text' && again.text === made.text ? [] : [`not stable: ${made.text}`]),
    ];
  }));
}

describe('our own documents', () => {
  const texts = ['policies', 'wild'].flatMap((folder) => {
    const base = new URL(`../../../fixtures/${folder}/`, import.meta.url);
    return readdirSync(base).filter((name) => name.endsWith('.xml')).map((name): [string, string] => [`${folder}/${name}`, readFileSync(new URL(name, base), 'utf8').replace(/^\ufeff/u, '')]);
  }).filter(([, text]) => answers(text).length > 0);

  test.each(texts)('%s', (_, text) => {
    expect(mistakes(text)).toEqual([]);
  });
});

const PIECES = ['<', '>', '&', "'", '"', '\\"', '@(', ')', '}', ' ', '\n', '\r\n', '\t', 'x', '//', '/*', ']]>', '--', '😀', '\\', '</set-variable>'];

test('random values in attributes, texts and bodies', () => {
  const value = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');
  let taken = 0;
  fc.assert(fc.property(value, value, (literal, inString) => {
    const code = escaped(`@("a" + @"${inString.replaceAll('"', '""')}")`);
    const text = `<policies><inbound><!-- a --><set-variable name="a" value="${code}" /><trace source="s"><message>${code}</message></trace><set-body>${escaped(literal)}</set-body></inbound></policies>`;
    if (answers(text).length > 0) taken++;
    expect(mistakes(text)).toEqual([]);
  }), { numRuns: 100, seed: 20261124 });
  expect(taken).toBeGreaterThan(80);
});

test.skipIf(!hasCorpus)('every tenth document of the corpus', () => {
  const taken = corpusDocuments().filter(({ text }, index) => index % 10 === 0 && answers(text).length > 0);
  expect(taken.length).toBeGreaterThan(60);
  expect(taken.flatMap(({ file, text }) => mistakes(text).map((mistake) => `${file}: ${mistake}`))).toEqual([]);
});
