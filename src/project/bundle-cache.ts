/** Bundles of earlier runs: found again while nothing that went into them has changed. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, sweepCache } from './cache-folder.js';
import { writeAtomically } from './write-atomically.js';

/** A file that a bundle was made from, or whose absence it was made from. */
export interface BundleInput {
  readonly path: string;
  /** Of the content that went in; absent for a file that did not exist. */
  readonly hash?: string;
}

export interface StoredBundle {
  /** The script, an ES module. */
  readonly script: string;
  readonly sourceMap: string;
  /** Whether an earlier run made it. */
  readonly fromCache: boolean;
  /** Paths of the files that it was made from. */
  readonly inputs: readonly string[];
}

interface Manifest {
  readonly script: string;
  readonly sourceMap: string;
  readonly writtenAt: number;
  readonly inputs: readonly ManifestInput[];
}

type ManifestInput = readonly [path: string, hash: string, mtimeMs: number, size: number] | readonly [path: string];

/** A file changed this shortly before the bundle was stored may change again without a new time stamp. */
const TIMESTAMP_DOUBT = 2_000;

/** The bundle stored under a key, unless an input has changed or a file in the cache is damaged. */
export function findBundle(folder: string, key: string): StoredBundle | undefined {
  const manifest = readManifest(join(folder, `${key}.json`));
  if (manifest === undefined || !manifest.inputs.every((input) => isUnchanged(input, manifest.writtenAt))) return undefined;
  const inputs = manifest.inputs.filter(({ length }) => length > 1).map(([path]) => path);
  const stored = { script: join(folder, manifest.script), sourceMap: join(folder, manifest.sourceMap), fromCache: true, inputs };
  return isIntact(stored.script, manifest.script) && isIntact(stored.sourceMap, manifest.sourceMap) ? stored : undefined;
}

/** Stores a bundle under a key. Files are named after their content, so a running reader of an older one is not disturbed. */
export function storeBundle(
  folder: string,
  key: string,
  bundle: { readonly script: string; readonly sourceMap: string; readonly inputs: readonly BundleInput[] },
): StoredBundle {
  const now = Date.now();
  sweepCache(folder, now);
  const script = `${contentHash(bundle.script)}.mjs`;
  const sourceMap = `${contentHash(bundle.sourceMap)}.map`;
  writeAtomically(join(folder, script), bundle.script);
  writeAtomically(join(folder, sourceMap), bundle.sourceMap);
  const manifest: Manifest = { script, sourceMap, writtenAt: now, inputs: bundle.inputs.map(manifestInput) };
  writeAtomically(join(folder, `${key}.json`), JSON.stringify(manifest));
  const inputs = bundle.inputs.flatMap(({ path, hash }) => (hash === undefined ? [] : [path]));
  return { script: join(folder, script), sourceMap: join(folder, sourceMap), fromCache: false, inputs };
}

function manifestInput({ path, hash }: BundleInput): ManifestInput {
  if (hash === undefined) return [path];
  const stats = statSync(path, { throwIfNoEntry: false });
  return [path, hash, stats?.mtimeMs ?? 0, stats?.size ?? -1];
}

function isUnchanged(input: ManifestInput, writtenAt: number): boolean {
  const [path, hash, mtimeMs, size] = input;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || hash === undefined) return stats === undefined && hash === undefined;
  if (stats.mtimeMs === mtimeMs && stats.size === size && mtimeMs < writtenAt - TIMESTAMP_DOUBT) return true;
  return stats.isFile() && contentHash(readFileSync(path)) === hash;
}

function isIntact(path: string, name: string): boolean {
  try {
    return name.startsWith(contentHash(readFileSync(path)));
  } catch {
    return false;
  }
}

/** undefined for a manifest that is missing, cut off or of another form. */
function readManifest(path: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { script, sourceMap, writtenAt, inputs } = value as Partial<Record<keyof Manifest, unknown>>;
  return typeof script === 'string' && typeof sourceMap === 'string' && typeof writtenAt === 'number' && Array.isArray(inputs) && inputs.every(isManifestInput);
}

function isManifestInput(value: unknown): value is ManifestInput {
  return Array.isArray(value) && typeof value[0] === 'string' && (value.length === 1 || (typeof value[1] === 'string' && value.length === 4));
}
