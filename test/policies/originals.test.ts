import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AuthoredDocument } from '../../src/dsl/authored.js';
import { firstDifference } from '../../src/model/equal-documents.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { compiled } from '../dsl/compiled.js';
import { CORPUS, corpusDocument, ORIGINALS } from './corpus.js';

const exact = Object.entries(ORIGINALS).filter(([, { recreated }]) => recreated === 'tree');

describe.skipIf(!existsSync(CORPUS))('policies/original: each compiles to the tree of the original document, comments aside', () => {
  test('seven of the nine are re-created word for word', () => {
    expect(exact).toHaveLength(7);
  });

  test.each(exact)('%s', async (name, { file }) => {
    const module: { default: AuthoredDocument } = await import(`../../policies/original/${name}.ts`);
    expect(firstDifference(compiled(module.default), corpusDocument(file))).toBeUndefined();
  });

  test('a difference would be found', async () => {
    const module: { default: AuthoredDocument } = await import('../../policies/original/managed-identity.js');
    const text = readFileSync(new URL(ORIGINALS['managed-identity'].file, CORPUS), 'utf8').replace('aoai-primary-backend', 'another-backend');
    const changed = readPolicyDocument(parseXml(text), new SourceText('changed.xml', text), { name: 'changed' });
    expect(firstDifference(compiled(module.default), changed)?.path).toBe('inbound/set-backend-service[1]/@backend-id');
  });
});
