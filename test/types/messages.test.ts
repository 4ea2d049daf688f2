import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SNIPPETS: Readonly<Record<string, string>> = {
  'policy in a section that APIM refuses': 'export const section: readonly SectionItem<"inbound">[] = [dsl.forwardRequest()];',
  'the same inside retry': 'export const section: readonly SectionItem<"inbound">[] = [dsl.retry({ condition: true, count: 3, interval: 1 }, [dsl.forwardRequest()])];',
  'base inside retry': 'export const section: readonly SectionItem<"inbound">[] = [dsl.retry({ condition: true, count: 3, interval: 1 }, [dsl.base()])];',
  'missing attribute': 'dsl.retry({ condition: true, count: 3 }, []);',
  'missing choice of attributes': 'dsl.llmTokenLimit({ counterKey: "a", estimatePromptTokens: true });',
  'value outside of an enum': 'dsl.setHeader({ name: "a", existsAction: "replace", value: "b" });',
  'misspelt value of an enum': 'dsl.trace({ source: "a", severity: "informaton", message: "b" });',
  'misspelt property': 'dsl.setBackendService({ backendID: "a" });',
};

describe('what an author reads in the editor', () => {
  const names = Object.keys(SNIPPETS);
  const messages = compile(names.map((name) => SNIPPETS[name] ?? ''));

  test.each(names.map((name, index) => [name, messages[index] ?? []] as const))('%s', async (name, found) => {
    expect(found).toHaveLength(1);
    await expect(`${SNIPPETS[name]}\n\n${found.join('\n')}\n`).toMatchFileSnapshot(`../../fixtures/types/${name.replaceAll(' ', '-')}.txt`);
  });
});

/** The type errors of each snippet, as the compiler words them. */
function compile(snippets: readonly string[]): string[][] {
  const path = (index: number): string => `${ROOT}test/types/snippet-${index}.ts`;
  const sources = new Map(snippets.map((snippet, index) => [path(index), `import * as dsl from '../../src/dsl/policies.generated.js';\nimport type { SectionItem } from '../../src/dsl/policy.js';\nexport type Item = SectionItem<'inbound'>;\n${snippet}\n`]));
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    const source = sources.get(name);
    return source === undefined ? fromDisk(name, ...rest) : ts.createSourceFile(name, source, ts.ScriptTarget.ES2023);
  };
  host.fileExists = (name) => sources.has(name) || ts.sys.fileExists(name);
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].map((name) => program.getSemanticDiagnostics(program.getSourceFile(name)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')));
}
