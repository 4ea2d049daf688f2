/** The bundle of the user's scripts: one module that imports each of them on demand, kept between runs. */
import { version } from 'node:process';
import type { Diagnostic } from '../model/diagnostic.js';
import { findBundle, storeBundle, type StoredBundle } from './bundle-cache.js';
import { contentHash, writableCacheFolder } from './cache-folder.js';
import { cacheFolder } from './cache-place.js';
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
  const cache = cacheFolder(cwd);
  const key = contentHash(JSON.stringify([toolLocation().version, version.split('.')[0], [...sdk.entries], cwd, scripts]));
  const known = options.ignoreCache === true ? undefined : findBundle(cache, key);
  if (known !== undefined) return { ...known, diagnostics: [] };

  const folder = writableCacheFolder(cache);
  const { buildBundle } = await import('./build-bundle.js');
  const built = await buildBundle(scripts, folder, options);
  const stored = storeBundle(folder, built.diagnostics.length === 0 ? key : `${key}-broken`, built);
  return { ...stored, diagnostics: built.diagnostics };
}
