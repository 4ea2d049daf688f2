import { describe, expect, test } from 'vitest';
import { readElementFiles } from '../../scripts/generate/element-file.js';
import { compile } from './compile.js';

const SNIPPETS: Readonly<Record<string, string>> = {
  'policy in a section that APIM refuses': 'api("openai", { inbound: [dsl.forwardRequest()] });',
  'the same inside retry': 'api("openai", { inbound: [dsl.retry({ condition: true, count: 3, interval: 1 }, [dsl.forwardRequest()])] });',
  'base inside retry': 'api("openai", { inbound: [dsl.retry({ condition: true, count: 3, interval: 1 }, [dsl.base()])] });',
  'missing attribute': 'dsl.retry({ condition: true, count: 3 }, []);',
  'missing choice of attributes': 'dsl.llmTokenLimit({ counterKey: "a", estimatePromptTokens: true });',
  'value outside of an enum': 'dsl.setHeader({ name: "a", existsAction: "replace", value: "b" });',
  'misspelt value of an enum': 'dsl.trace({ source: "a", severity: "informaton", message: "b" });',
  'misspelt property': 'dsl.setBackendService({ backendID: "a" });',
  'expression where none may stand': 'dsl.setVariable({ name: cs`context.Api.Id`, value: "b" });',
  'expression of another type than the place wants': 'dsl.retry({ condition: cs<string>`context.Api.Id`, count: 3, interval: 1 }, []);',
  'misspelt section': 'api("openai", { inbond: [] });',
  'pattern in another section': 'api("openai", { inbound: [retryInRegion()] });',
  'unknown cloud': 'managedIdentity({ cloud: "us-goverment" });',
  'misspelt key of the configuration': 'defineConfig({ polices: ["a"] });',
  'unknown level of a rule': 'defineConfig({ rules: { "missing-otherwise": "warn" } });',
};

const names = Object.keys(SNIPPETS);
const files = readElementFiles(new URL('../../schemas/elements/', import.meta.url)).filter(({ example }) => example !== undefined);
const compiled = compile([...names.map((name) => SNIPPETS[name] ?? ''), exampleModule()]);

/** All examples in the sections that they are for. */
function exampleModule(): string {
  const builders = [...new Set(files.flatMap(({ example }) => example?.code.join('\n').match(/(?<![.\w])[a-z][A-Za-z]*(?=\()/gu) ?? []))];
  const items = files.map(({ example }, index) => (example?.section === 'resolver' ? `export const example${index} = ${example.code.join('\n')};` : `export const example${index}: SectionItem<'${example?.section}'> = ${example?.code.join('\n')};`));
  return [`const { ${builders.join(', ')} } = dsl;`, ...items].join('\n');
}

describe('what an author reads in the editor', () => {
  test.each(names.map((name, index) => [name, compiled[index] ?? []] as const))('%s', async (name, found) => {
    expect(found).toHaveLength(1);
    await expect(`${SNIPPETS[name]}\n\n${found.join('\n')}\n`).toMatchFileSnapshot(`../../fixtures/types/${name.replaceAll(' ', '-')}.txt`);
  });
});

test('the examples of the pages compile, in the sections they are for', () => {
  expect(files).toHaveLength(72);
  expect(compiled.at(-1)).toEqual([]);
});
