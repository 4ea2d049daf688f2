/** How esbuild reads the files of a bundle: resolves `aoai-policy`, keeps `import.meta.url` true, notes what it read. */
import type { OnLoadResult, Plugin, PluginBuild } from 'esbuild';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentHash } from './cache-folder.js';
import { scriptLoader } from './script-file.js';

export interface PluginOptions {
  /** Virtual modules by specifier: their text. */
  readonly virtualModules: ReadonlyMap<string, string>;
  /** Absolute paths of files that do not bundle: they throw when they are imported. */
  readonly broken: ReadonlySet<string>;
  /** Filled with the hash of each file that was read. */
  readonly hashes: Map<string, string>;
}

/** Name of the error that a file which did not bundle throws; it has been reported by then. */
export const BROKEN_MODULE = 'AoaiPolicyBrokenModule';

/** What `import.meta.…` is replaced by; each module that uses one imports its own. */
export const META_DEFINES = { 'import.meta.url': '__aoaiUrl', 'import.meta.filename': '__aoaiFilename', 'import.meta.dirname': '__aoaiDirname' };

const VIRTUAL = 'aoai-virtual';
const META = 'aoai-meta';
const BROKEN = 'aoai-broken';
const RESOLVING = 'aoai-resolving';

export function bundlePlugin(options: PluginOptions): Plugin {
  return {
    name: 'aoai-policy',
    setup(build) {
      build.onResolve({ filter: /^aoai-policy(?:\/|$)/ }, ({ path }) =>
        options.virtualModules.has(path) ? { path, namespace: VIRTUAL } : { errors: [{ text: `Could not resolve "${path}"` }] },
      );
      build.onLoad({ filter: /.*/, namespace: VIRTUAL }, ({ path }) => ({ contents: options.virtualModules.get(path) ?? '' }));
      build.onResolve({ filter: /^file:/, namespace: VIRTUAL }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /\.node$/ }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: new RegExp(`^${META}:`) }, ({ path }) => ({ path: path.slice(META.length + 1), namespace: META }));
      build.onLoad({ filter: /.*/, namespace: META }, ({ path }) => ({ contents: metaModule(path) }));
      if (options.broken.size > 0) replaceBroken(build, options.broken);
      build.onLoad({ filter: /.*/, namespace: 'file' }, ({ path }) => loadFile(path, options));
    },
  };
}

/** CommonJS, because any name can be imported from it without an error. */
const BROKEN_TEXT = `exports.broken = true; throw Object.assign(new Error("broken"), { name: "${BROKEN_MODULE}" });`;

/** Leads each import of a broken file to a module that throws. */
function replaceBroken(build: PluginBuild, broken: ReadonlySet<string>): void {
  build.onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, namespace, pluginData }) => {
    if (pluginData === RESOLVING) return undefined;
    const resolved = await build.resolve(path, { kind, importer, resolveDir, namespace, pluginData: RESOLVING });
    return resolved.namespace === 'file' && broken.has(resolved.path) ? { path: resolved.path, namespace: BROKEN } : resolved;
  });
  build.onLoad({ filter: /.*/, namespace: BROKEN }, () => ({ contents: BROKEN_TEXT }));
}

/** Other files than scripts are left to esbuild. */
function loadFile(path: string, { hashes }: PluginOptions): OnLoadResult | undefined {
  const bytes = readFileSync(path);
  hashes.set(path, contentHash(bytes));
  const loader = scriptLoader(path);
  return loader === undefined ? undefined : { contents: withOwnPlace(bytes.toString(), path), loader };
}

/**
 * Lets a script that asks for its place get its own instead of the bundle's. Imports are hoisted, so the line can stand
 * at the end and moves nothing; CommonJS cannot import, there the variables come first on its first line.
 */
function withOwnPlace(text: string, path: string): string {
  if (/\bimport\.meta\.(?:url|filename|dirname)\b/u.test(text)) {
    return `${text}\nimport { __aoaiUrl, __aoaiFilename, __aoaiDirname } from ${JSON.stringify(`${META}:${path}`)};`;
  }
  if (!text.startsWith('#!') && /\b__(?:filename|dirname)\b/u.test(text) && !/\b(?:const|let|var)\s+__(?:filename|dirname)\b/u.test(text)) {
    return `var __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))}; ${text}`;
  }
  return text;
}

function metaModule(path: string): string {
  const values = { __aoaiUrl: pathToFileURL(path).href, __aoaiFilename: path, __aoaiDirname: dirname(path) };
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}
