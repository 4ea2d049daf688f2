import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allElements } from '../../src/catalog/elements.js';
import { camelCase } from '../../src/dsl/element-shape.js';
import * as builders from '../../src/dsl/policies.generated.js';
import { readElementFiles } from '../../scripts/generate/element-file.js';
import { generatedCode, generatedPages } from '../../scripts/generate/generated-files.js';

const ROOT = new URL('../../', import.meta.url);
const documented = allElements().filter(({ undocumented }) => !undocumented);

describe('every documented element has a schema, a row in the table, a builder and a page', () => {
  test.each(documented.map(({ name }) => name))('%s', (name) => {
    expect(existsSync(new URL(`schemas/elements/${name}.json`, ROOT))).toBe(true);
    expect(existsSync(new URL(`docs/policies/${name}.md`, ROOT))).toBe(true);
    expect(builders).toHaveProperty(camelCase(name), expect.any(Function));
  });

  test('there are 72 of them', () => {
    expect(documented).toHaveLength(72);
  });

  test('and no builder for anything else, when and otherwise aside', () => {
    const expected = [...documented.map(({ name }) => camelCase(name)), 'when', 'otherwise'].sort();
    expect(Object.keys(builders).sort()).toEqual(expected);
  });
});

test('what is generated is what the schemas make', async () => {
  const elements = readElementFiles(new URL('schemas/elements/', ROOT));
  const stale = [...generatedCode(elements), ...(await generatedPages(elements))].filter(([path, text]) => readFileSync(new URL(path, ROOT), 'utf8') !== text).map(([path]) => path);
  expect(stale, 'run npm run generate').toEqual([]);
});
