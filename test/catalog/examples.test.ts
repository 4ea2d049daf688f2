import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleDocument, exampleXml } from '../../scripts/generate/example-xml.js';
import { readElementFiles } from '../../scripts/generate/element-file.js';
import { equalDocuments } from '../../src/model/equal-documents.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

const files = readElementFiles(new URL('../../schemas/elements/', import.meta.url)).filter(({ undocumented }) => undocumented !== true);

describe('the example of a page', () => {
  test.each(files.map((file) => [file.name, file] as const))('%s makes the XML that the page shows, and the XML is read back to the same tree', (name, { example }) => {
    if (example === undefined) expect.fail('no example');
    const page = readFileSync(new URL(`../../docs/policies/${name}.md`, import.meta.url), 'utf8');
    expect(page).toContain(['```ts', ...example.code, '```'].join('\n'));
    expect(page).toContain(['```xml', ...exampleXml(example), '```'].join('\n'));
    const document = exampleDocument(example);
    const xml = emitPolicyXml(document, { content: 'rawxml' });
    const read = readPolicyDocument(parseXml(xml), new SourceText('example.xml', xml), { name: document.name });
    expect(read.syntax?.problems).toEqual([]);
    expect(equalDocuments(document, read, { comments: 'compare' })).toBe(true);
  });
});
