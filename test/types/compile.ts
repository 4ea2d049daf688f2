/** Compiles snippets against this checkout's sources and gives each one's errors in the compiler's words. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const PRELUDE = [
  "import * as dsl from '../../src/dsl/policies.generated.js';",
  "import { api, cs, defineConfig, managedIdentity, retryInRegion } from '../../src/index.js';",
  "import type { SectionItem } from '../../src/dsl/policy.js';",
  'export type { SectionItem };',
  'export const used: unknown = [dsl, api, cs, defineConfig, managedIdentity, retryInRegion];',
].join('\n');

/** @param snippets statements that may use what the prelude imports */
export function compile(snippets: readonly string[]): string[][] {
  return checked(new Map(snippets.map((snippet, index) => [`${ROOT}test/types/snippet-${index}.ts`, `${PRELUDE}\n${snippet}\n`])));
}

/** The errors of files that exist. */
export function typeErrors(paths: readonly string[]): string[][] {
  return checked(new Map(paths.map((path) => [path, ts.sys.readFile(path) ?? ''])));
}

function checked(sources: ReadonlyMap<string, string>): string[][] {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, compilerOptions: { ...config.compilerOptions, types: [] }, include: [], files: [] }, ts.sys, ROOT);
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
