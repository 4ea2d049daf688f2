import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import { setHeader } from '../../src/index.js';
import { typeErrors } from '../types/compile.js';
import { compiled } from './compiled.js';
import { contains, exampleFiles, examplesOf, isDocument, madeBy } from './docs-examples.js';

const ROOT = new URL('../../', import.meta.url);
const patternPages = readdirSync(new URL('docs/patterns/', ROOT)).filter((name) => name.endsWith('.md')).map((name) => `docs/patterns/${name}`);
const pages = ['docs/dsl.md', 'docs/expressions.md', ...patternPages];
const examples = pages.flatMap(examplesOf);
const { paths, remove } = exampleFiles(examples);
const errors = typeErrors(paths);
afterAll(remove);

describe('examples of docs/dsl.md, docs/expressions.md and docs/patterns compile, and make the XML below them', () => {
  test('every page has some', () => {
    for (const page of pages) expect(examples.some(({ place }) => place.startsWith(page)), page).toBe(true);
  });

  test.each(examples.map((example, index) => [example.place, example, index] as const))('%s', async (_, { xml }, index) => {
    expect(errors[index]).toEqual([]);
    const module: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ paths[index] ?? '');
    const documents = Object.values(module).flat().filter(isDocument).map(compiled);
    expect(documents.flatMap((document) => checkDocument(document, { gateways: [] })).map(({ message }) => message)).toEqual([]);
    for (const shown of xml) expect(contains(madeBy(module['default']), shown), `not what it makes:\n${shown}`).toBe(true);
  });

  test('no XML is left out, and other XML would be found out', () => {
    const shown = pages.flatMap((page) => readFileSync(new URL(page, ROOT), 'utf8').match(/^```xml$/gmu) ?? []);
    expect(examples.flatMap(({ xml }) => xml)).toHaveLength(shown.length);
    const document = madeBy(setHeader({ name: 'a', value: 'b' }));
    expect(contains(document, '<set-header name="a"><value>b</value></set-header>')).toBe(true);
    expect(contains(document, '<value>b</value>')).toBe(true);
    expect(contains(document, '<set-header name="a"><value>c</value></set-header>')).toBe(false);
    expect(contains(document, '<value>b</value><value>b</value>')).toBe(false);
  });
});

describe('every pattern is explained', () => {
  const files = readdirSync(new URL('src/dsl/patterns/', ROOT)).map((name) => [name, readFileSync(new URL(`src/dsl/patterns/${name}`, ROOT), 'utf8')] as const);

  test.each(files.filter(([, text]) => text.includes('Explained in')))('%s', (_, text) => {
    const page = /Explained in (docs\/patterns\/[\w-]+\.md)/u.exec(text)?.[1] ?? expect.fail('no page is named');
    expect(existsSync(new URL(page, ROOT)), page).toBe(true);
  });

  test('and every page is one of a pattern', () => {
    const named = new Set(files.flatMap(([, text]) => /docs\/patterns\/[\w-]+\.md/u.exec(text) ?? []));
    expect(patternPages.filter((page) => !page.endsWith('README.md')).sort()).toEqual([...named].sort());
  });
});
