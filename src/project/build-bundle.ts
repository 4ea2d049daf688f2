/** Builds a bundle with esbuild; only loaded when the cache has none (reference/stack.md §2). */
import type { BuildFailure, BuildResult } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../model/diagnostic.js';
import { InternalError } from '../model/internal-error.js';
import { UsageError } from '../model/usage-error.js';
import type { BundleInput } from './bundle-cache.js';
import { bundleDiagnostic } from './bundle-error.js';
import { settingsInputs } from './bundle-inputs.js';
import { bundlePlugin, META_DEFINES } from './bundle-plugin.js';
import { contentHash } from './cache-folder.js';
import { esbuildMissing, importEsbuild, type Esbuild } from './import-esbuild.js';
import type { Sdk } from './sdk.js';

export interface BuiltBundle {
  readonly script: string;
  readonly sourceMap: string;
  /** All that went in: scripts, settings and the tool's own files. */
  readonly inputs: readonly BundleInput[];
  /** One for each mistake that kept a file out. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds, and as long as files cannot be read, builds again without them: each round finds at least one more.
 * @param folder where the script will stand
 */
export async function buildBundle(scripts: readonly string[], folder: string, { cwd, sdk }: { readonly cwd: string; readonly sdk: Sdk }): Promise<BuiltBundle> {
  const esbuild = await importEsbuild();
  const exportsOf = await exportedNames(esbuild, sdk);
  const virtualModules = new Map([...sdk.entries].map(([specifier, file]) => [specifier, reExport(file, exportsOf.get(specifier) ?? [])]));
  const broken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const context = { cwd, exportsOf, textOf: (path: string) => readFileSync(path, 'utf8') };
  for (;;) {
    const hashes = new Map<string, string>();
    const result = await attempt(() =>
      esbuild.build({
        absWorkingDir: cwd,
        stdin: { contents: `export default [${scripts.map((path) => `() => import(${JSON.stringify(path)})`).join(', ')}]`, resolveDir: cwd, loader: 'js' },
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        sourcemap: 'external',
        sourcesContent: false,
        outfile: join(folder, 'bundle.mjs'),
        write: false,
        define: META_DEFINES,
        banner: { js: "import { createRequire as __aoaiCreateRequire } from 'node:module'; const require = __aoaiCreateRequire(import.meta.url);" },
        plugins: [bundlePlugin({ virtualModules, broken, hashes })],
        logLevel: 'silent',
        logLimit: 0,
      }),
    );
    if ('outputFiles' in result) return { ...outputsOf(result), inputs: inputsOf(hashes, scripts, sdk), diagnostics };

    const found = result.errors.flatMap((message) => bundleDiagnostic(message, context) ?? []);
    const fresh = found.filter(({ file }) => !broken.has(file));
    if (fresh.length === 0) throw new UsageError(`TypeScript files cannot be bundled: ${result.errors[0]?.text ?? result.message}`, { cause: result });
    for (const { file, diagnostic } of fresh) {
      broken.add(file);
      diagnostics.push(diagnostic);
    }
  }
}

function inputsOf(hashes: ReadonlyMap<string, string>, scripts: readonly string[], sdk: Sdk): BundleInput[] {
  const own = [...sdk.entries.values()].map((path) => ({ path, hash: contentHash(readFileSync(path)) }));
  return [...[...hashes].map(([path, hash]) => ({ path, hash })), ...own, ...settingsInputs([...hashes.keys(), ...scripts])];
}

/** The result, or the failure when it lists what is wrong with the scripts. */
async function attempt<Result>(build: () => Promise<Result>): Promise<Result | BuildFailure> {
  try {
    return await build();
  } catch (error) {
    if (isBuildFailure(error)) return error;
    throw error instanceof Error && error.message.includes('@esbuild/') ? esbuildMissing(error) : error;
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function outputsOf({ outputFiles }: Pick<BuildResult<{ write: false }>, 'outputFiles'>): { script: string; sourceMap: string } {
  const script = outputFiles.find(({ path }) => path.endsWith('.mjs'))?.text;
  const sourceMap = outputFiles.find(({ path }) => path.endsWith('.map'))?.text;
  if (script === undefined || sourceMap === undefined) throw new InternalError('the bundler returned no script or no source map');
  return { script, sourceMap };
}

/** What each entry exports, so that a misspelt import is found while bundling, where its place is known. */
async function exportedNames({ build }: Esbuild, sdk: Sdk): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  for (const [specifier, file] of sdk.entries) {
    const { metafile } = await attemptInternal(() => build({ entryPoints: [file], format: 'esm', outdir: 'out', write: false, metafile: true, logLevel: 'silent' }));
    names.set(specifier, Object.values(metafile.outputs).flatMap(({ exports }) => exports));
  }
  return names;
}

async function attemptInternal<Result>(build: () => Promise<Result>): Promise<Result> {
  const result = await attempt(build);
  if (isBuildFailure(result)) throw new InternalError('the tool cannot read its own entry points', { cause: result });
  return result;
}

function reExport(file: string, names: readonly string[]): string {
  return `export { ${names.join(', ')} } from ${JSON.stringify(pathToFileURL(file).href)};`;
}
