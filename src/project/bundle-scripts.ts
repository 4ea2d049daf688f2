/** Bundles the user's scripts into one module that imports each of them on demand (reference/stack.md §2). */
import type { BuildFailure, BuildResult } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from 'node:process';
import type { Diagnostic } from '../model/diagnostic.js';
import { InternalError } from '../model/internal-error.js';
import { UsageError } from '../model/usage-error.js';
import { findBundle, storeBundle, type StoredBundle } from './bundle-cache.js';
import { bundleDiagnostic } from './bundle-error.js';
import { settingsInputs } from './bundle-inputs.js';
import { bundlePlugin, META_DEFINES } from './bundle-plugin.js';
import { cacheFolder, contentHash, writableCacheFolder } from './cache-folder.js';
import { esbuildMissing, importEsbuild, type Esbuild } from './import-esbuild.js';
import type { Sdk } from './sdk.js';
import { toolLocation } from './tool-location.js';

export interface Bundle extends StoredBundle {
  /** One for each mistake that kept a file out of the bundle. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface BundleOptions {
  readonly cwd: string;
  readonly sdk: Sdk;
  /** Set to build although the cache has a bundle. */
  readonly ignoreCache?: boolean;
}

/**
 * A module whose default export is a list of functions, one for each script, that import it. A script that cannot be read
 * is reported, and importing it or what depends on it throws an error named `BROKEN_MODULE`; the others are unharmed.
 * @param scripts absolute paths
 * @throws UsageError when esbuild is missing or nothing can be written
 */
export async function bundleScripts(scripts: readonly string[], options: BundleOptions): Promise<Bundle> {
  const { cwd, sdk } = options;
  const folder = writableCacheFolder(cacheFolder(cwd));
  const tool = toolLocation();
  const key = contentHash(JSON.stringify([tool.version, version.split('.')[0], [...sdk.entries], cwd, scripts]));
  const known = options.ignoreCache === true ? undefined : findBundle(folder, key);
  if (known !== undefined) return { ...known, diagnostics: [] };

  const build = await buildBundle(scripts, folder, options);
  const inputs = [...build.hashes].map(([path, hash]) => ({ path, hash }));
  const sdkInputs = tool.form === 'dist' ? [...sdk.entries.values()].map((path) => ({ path, hash: contentHash(readFileSync(path)) })) : [];
  const stored = storeBundle(folder, build.diagnostics.length === 0 ? key : `${key}-broken`, {
    script: build.script,
    sourceMap: build.sourceMap,
    inputs: [...inputs, ...sdkInputs, ...settingsInputs([...build.hashes.keys(), ...scripts])],
  });
  return { ...stored, diagnostics: build.diagnostics };
}

interface Build {
  readonly script: string;
  readonly sourceMap: string;
  readonly hashes: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds, and as long as files cannot be read, builds again without them: each round finds at least one more. */
async function buildBundle(scripts: readonly string[], folder: string, { cwd, sdk }: BundleOptions): Promise<Build> {
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
    if ('outputFiles' in result) return { ...outputsOf(result), hashes, diagnostics };

    const found = result.errors.flatMap((message) => bundleDiagnostic(message, context) ?? []);
    const fresh = found.filter(({ file }) => !broken.has(file));
    if (fresh.length === 0) throw new UsageError(`TypeScript files cannot be bundled: ${result.errors[0]?.text ?? result.message}`, { cause: result });
    for (const { file, diagnostic } of fresh) {
      broken.add(file);
      diagnostics.push(diagnostic);
    }
  }
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
  const entries = [...sdk.entries];
  const { metafile } = await attemptInternal(() =>
    build({ entryPoints: entries.map(([, file]) => file), format: 'esm', outdir: 'out', write: false, metafile: true, logLevel: 'silent', absWorkingDir: toolLocation().root }),
  );
  const names = new Map<string, readonly string[]>();
  for (const { entryPoint, exports } of Object.values(metafile.outputs)) {
    const specifier = entries.find(([, file]) => entryPoint !== undefined && resolve(toolLocation().root, entryPoint) === file)?.[0];
    if (specifier !== undefined) names.set(specifier, exports);
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
