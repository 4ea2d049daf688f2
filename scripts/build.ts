/** `npm run build`: makes dist/ from src/. With `--bundles-only` the types are neither checked nor written. */
import process from 'node:process';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { contentHash } from '../src/project/cache-folder.js';
import { SDK_ENTRIES, WORKER_ENTRY } from '../src/project/sdk.js';
import { declarationFiles } from './build/declarations.js';
import { licenceTexts } from './build/licence-texts.js';
import { exportApart, importApart, PACKAGE_ENTRIES } from './build/packages-apart.js';
import { ROOT } from './build/root.js';
import { writeDist } from './build/write-dist.js';

const COMMON = {
  absWorkingDir: ROOT.pathname,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['esbuild', 'vitest'],
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** CommonJS, because it starts fastest (reference/stack.md §4). */
const COMMONJS = {
  ...COMMON,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  define: { 'import.meta.url': '__moduleUrl' },
} as const satisfies BuildOptions;

/** CommonJS has no import.meta.url. */
const MODULE_URL = "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;";

/** One function, as Node itself makes of a CommonJS module, for the launcher to call. esbuild is not built in: it is loaded when wanted. */
const PROGRAM = {
  ...COMMONJS,
  entryPoints: { program: 'src/cli/main.ts' },
  plugins: [importApart],
  // What stands apart is CommonJS too; asking for it with import() would start the loader of ES modules.
  supported: { 'dynamic-import': false },
  banner: { js: `(function (exports, require, module, __filename, __dirname) {${MODULE_URL}` },
  footer: { js: '})' },
} as const satisfies BuildOptions;

/** The file that is run; it starts the program. */
const LAUNCHER = {
  ...COMMONJS,
  entryPoints: { cli: 'src/cli/launch.ts' },
  banner: { js: '#!/usr/bin/env node' },
} as const satisfies BuildOptions;

/** Short names inside, because nobody reads these files; classes and functions keep theirs, which errors and logs show. */
const PACKAGES = {
  ...COMMONJS,
  minifyIdentifiers: true,
  keepNames: true,
  entryPoints: PACKAGE_ENTRIES,
  plugins: [exportApart],
  alias: { 'string-width': new URL('scripts/build/string-width.ts', ROOT).pathname },
  banner: { js: MODULE_URL },
} as const satisfies BuildOptions;

/** What policy files import and the worker that runs them: ES modules that share their code, so that there is one copy of it. */
const SDK = {
  ...COMMON,
  entryPoints: [...SDK_ENTRIES, WORKER_ENTRY].map(({ name, source }) => ({ in: source, out: name })),
  splitting: true,
  chunkNames: 'shared-[hash]',
  format: 'esm',
} as const satisfies BuildOptions;

const startedAt = new Date();
const [program, packages, sdk] = await Promise.all([build(PROGRAM), build(PACKAGES), build(SDK)]);
const programText = program.outputFiles.map(({ text }) => text).join('');
if (/[^\0-\x7f]/u.test(programText)) throw new Error('the program is not ASCII, as which its launcher reads it: write other characters in regular expressions as \\u….');
const programHash = contentHash(programText);
const launcher = await build({ ...LAUNCHER, define: { ...LAUNCHER.define, __programHash: JSON.stringify(programHash) } });
const files = new Map<string, string | Uint8Array>([
  ['THIRD-PARTY-LICENSES.txt', licenceTexts([program.metafile, packages.metafile, sdk.metafile])],
  ...(process.argv.includes('--bundles-only') ? [] : declarationFiles()),
  ...bundles(sdk),
  ...bundles(packages),
  ...bundles(program),
  ...bundles(launcher),
]);
writeDist(files, { executable: 'cli.cjs', startedAt, keepsTypes: process.argv.includes('--bundles-only') });

function bundles({ outputFiles }: BuildResult<{ write: false }>): [path: string, content: Uint8Array][] {
  const dist = new URL('dist/', ROOT).pathname;
  return outputFiles.map(({ path, contents }) => [path.slice(dist.length), contents]);
}
