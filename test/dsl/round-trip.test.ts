import { readdirSync } from 'node:fs';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { exampleDocument } from '../../scripts/generate/example-xml.js';
import { readElementFiles } from '../../scripts/generate/element-file.js';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import type { PolicyDocument } from '../../src/model/document.js';
import { firstDifference } from '../../src/model/equal-documents.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { compiled } from './compiled.js';

const ROOT = new URL('../../', import.meta.url);
const files = readElementFiles(new URL('schemas/elements/', ROOT));
const policies = ['policies/', 'policies/original/'].flatMap((folder) => readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith('.ts')).map((name) => `${folder}${name}`));

/** Where the document differs from what is read back from its XML. */
function differences(document: PolicyDocument): unknown[] {
  return (['rawxml', 'xml'] as const).flatMap((content) => {
    const xml = emitPolicyXml(document, { content });
    const valid = content === 'rawxml' ? true : XMLValidator.validate(xml);
    const read = readPolicyDocument(parseXml(xml), new SourceText('a.xml', xml), { name: 'a' });
    return [...(valid === true ? [] : [valid]), ...(read.syntax?.problems ?? []), firstDifference(document, read)].filter((item) => item !== undefined);
  });
}

describe('what is authored and what is read from its XML are the same tree, in both encodings', () => {
  test.each(files.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example] as const])))('the example of %s', (_, example) => {
    expect(differences(exampleDocument(example))).toEqual([]);
  });

  test.each(policies)('%s', async (path) => {
    const { default: policy }: { default: Parameters<typeof compiled>[0] } = await import(/* @vite-ignore */ new URL(path, ROOT).href);
    expect(differences(compiled(policy))).toEqual([]);
  });
});
