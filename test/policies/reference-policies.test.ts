import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AuthoredDocument } from '../../src/dsl/authored.js';
import { collectExports } from '../../src/dsl/collect-exports.js';
import { parseCode } from '../../src/syntax/csharp/parse-code.js';
import { compiled, documentXml, expressionsOf } from '../dsl/compiled.js';
import { ORIGINALS } from './corpus.js';

const POLICIES = new URL('../../policies/', import.meta.url);
const files = (folder: string): string[] => readdirSync(new URL(folder, POLICIES)).filter((name) => name.endsWith('.ts')).map((name) => `${folder}${name.slice(0, -3)}`);
const all = [...files(''), ...files('original/')];

async function load(name: string): Promise<Readonly<Record<string, unknown>> & { default: AuthoredDocument }> {
  return import(/* @vite-ignore */ new URL(`${name}.ts`, POLICIES).href);
}

test('every one of the nine originals has a file to copy from, the seven short ones also their re-creation', () => {
  const originals = Object.entries(ORIGINALS);
  expect(files('').sort()).toEqual(['azure-openai', ...originals.map(([name]) => name)].sort());
  expect(files('original/').sort()).toEqual(originals.filter(([, { recreated }]) => recreated === 'tree').map(([name]) => `original/${name}`).sort());
});

describe('the XML of the policies', () => {
  test.each(files(''))('%s', async (name) => {
    await expect(documentXml((await load(name)).default)).toMatchFileSnapshot(`../../fixtures/policies/${name}.xml`);
  });
});

describe('every expression parses, every policy names its original and imports the package', () => {
  test.each(all)('%s', async (name) => {
    const expressions = expressionsOf(compiled((await load(name)).default));
    expect(expressions.flatMap(({ code, form }) => parseCode(code, form).problems)).toEqual([]);
    const text = readFileSync(new URL(`${name}.ts`, POLICIES), 'utf8');
    expect(text).toMatch(/ from 'aoai-policy';/u);
    if (name !== 'azure-openai') expect(text).toContain('AOAI_Policy-');
  });
});

test('azure-openai declares all backends that it routes to, and exports them', async () => {
  const { documents, resources } = collectExports(await load('azure-openai'));
  expect(documents).toHaveLength(1);
  const names = resources.map(({ name }) => name);
  const used = [...documentXml((await load('azure-openai')).default).matchAll(/backend-id="([^"]+)"/gu)].map(([, id]) => id);
  expect(names).toEqual(expect.arrayContaining(used));
  const members = resources.flatMap((resource) => (resource.kind === 'pool' ? resource.services.map(({ backend }) => backend) : []));
  expect(names).toEqual(expect.arrayContaining(members));
});
