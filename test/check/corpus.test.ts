import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const MANIFEST = new URL('MANIFEST.tsv', CORPUS);

/** Findings by code and severity, in documents that were files of their own and in all others (pieces of documentation, tests, templates). */
type Counts = Record<string, { files?: number; pieces?: number }>;

describe.skipIf(!existsSync(MANIFEST))('the corpus of real policies', () => {
  test('gives the findings that were looked at, one by one, and no others', async () => {
    await expect(`${JSON.stringify(countFindings(), undefined, 2)}\n`).toMatchFileSnapshot('../../fixtures/check/corpus-counts.json');
  });
});

function countFindings(): Counts {
  const [head = '', ...rows] = readFileSync(MANIFEST, 'utf8').trim().split('\n');
  const columns = head.split('\t');
  const counts = new Map<string, { files: number; pieces: number }>();
  for (const row of rows) {
    const cells = row.split('\t');
    const file = cells[columns.indexOf('file')] ?? '';
    const kind = cells[columns.indexOf('origin')] === 'file' ? 'files' : 'pieces';
    const text = readFileSync(new URL(encodeURIComponent(file).replaceAll('%2F', '/'), CORPUS), 'utf8');
    for (const { code, severity } of checkDocument(readPolicyDocument(parseXml(text), new SourceText(file, text), { name: file }))) {
      const key = `${severity} ${code}`;
      const count = counts.get(key) ?? { files: 0, pieces: 0 };
      count[kind]++;
      counts.set(key, count);
    }
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
