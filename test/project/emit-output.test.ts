import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import type { PolicyDocument } from '../../src/model/document.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { emitOutput } from '../../src/project/emit-output.js';
import { xmlProblem } from '../../src/project/xml-wellformed.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { corpusDocuments, hasCorpus } from '../syntax/corpus-documents.js';

function document(text: string): PolicyDocument {
  return readPolicyDocument(parseXml(text), new SourceText('a.xml', text), { name: 'a' });
}

const EXPRESSION = '<fragment><set-variable name="a" value="@("<" + b)" /><!-- why --></fragment>';

test.each([
  ['raw', { content: 'rawxml' }, '<fragment>\n    <set-variable name="a" value="@("<" + b)" />\n</fragment>\n'],
  ['escaped', { content: 'xml' }, '<fragment>\n    <set-variable name="a" value="@(&quot;&lt;&quot; + b)" />\n</fragment>\n'],
  ['with comments', { content: 'rawxml', comments: true }, '<fragment>\n    <set-variable name="a" value="@("<" + b)" />\n    <!-- why -->\n</fragment>\n'],
] as const)('%s', async (_, options, expected) => {
  expect(await emitOutput(document(EXPRESSION), options)).toBe(expected);
});

test('what is no XML is found by a parser that is not ours', () => {
  expect(xmlProblem('<a b="c"/>')).toBeUndefined();
  expect(xmlProblem('<a>\n<b>\n</a>')).toMatchObject({ line: 3 });
  expect(xmlProblem(EXPRESSION)).toBeDefined();
});

test('a tree that its XML does not say is an error of the tool, not an output', async () => {
  const unwritable = document('<fragment><set-header name="a" /></fragment>');
  const [root] = unwritable.roots;
  if (root?.kind !== 'element') throw new Error('a fragment has a root');
  await expect(emitOutput({ ...unwritable, roots: [{ ...root, name: 'not a name' }] }, { content: 'rawxml' })).rejects.toMatchObject({ name: 'InternalError' });
});

describe.skipIf(!hasCorpus)('every document of the corpus without errors, snippets aside,', () => {
  test('can be built in both encodings', { timeout: 120_000 }, async () => {
    const documents = corpusDocuments();
    let built = 0;
    let whole = 0;
    for (const { file, text } of documents) {
      const read = readPolicyDocument(parseXml(text), new SourceText(file, text), { name: file });
      if (read.kind === 'snippet') continue;
      whole++;
      if (checkDocument(read, {}).some(({ severity }) => severity === 'error')) continue;
      for (const content of ['rawxml', 'xml'] as const) await emitOutput(read, { content, comments: true });
      built++;
    }
    expect(built).toBeGreaterThan(whole / 2);
  });
});
