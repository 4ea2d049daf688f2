/** `npm run build`: makes dist/ from src/. With `--bundles-only` the types are neither checked nor written. */
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { build, type Metafile } from 'esbuild';
import { SDK_ENTRIES, WORKER_ENTRY } from '../src/project/sdk.js';
import { writeDeclarations } from './build/declarations.js';
import { licenceTexts } from './build/licence-texts.js';
import { ROOT } from './build/root.js';

const TARGET = 'node20';

rmSync(new URL('dist/', ROOT), { recursive: true, force: true });
const metafiles = await Promise.all([bundleCli(), bundleSdk()]);
chmodSync(new URL('dist/cli.cjs', ROOT), 0o755);
writeFileSync(new URL('dist/THIRD-PARTY-LICENSES.txt', ROOT), licenceTexts(metafiles));
if (!process.argv.includes('--bundles-only')) writeDeclarations();

/** One CommonJS file, because it starts fastest (reference/stack.md §4); esbuild stays outside and is loaded when wanted. */
async function bundleCli(): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: ROOT.pathname,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: TARGET,
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: false,
    external: ['esbuild'],
    alias: { 'string-width': new URL('scripts/build/string-width.ts', ROOT).pathname },
    define: { 'import.meta.url': '__moduleUrl' },
    banner: { js: "#!/usr/bin/env node\nconst __moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/** What policy files import and the worker that runs them: ES modules that share their code, so that there is one copy of it. */
async function bundleSdk(): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: ROOT.pathname,
    entryPoints: [...SDK_ENTRIES, WORKER_ENTRY].filter(({ source }) => existsSync(new URL(source, ROOT))).map(({ name, source }) => ({ in: source, out: name })),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'shared-[hash]',
    format: 'esm',
    platform: 'node',
    target: TARGET,
    external: ['esbuild'],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}
