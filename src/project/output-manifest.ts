/** The list, in the output folder, of what build has written there: how it knows which files are its own. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import { errorCode, reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';

export const MANIFEST_NAME = '.aoai-policy-outputs.json';

/** From a path below the output folder to the file that it was made from, relative to the configuration's folder; both with `/`. */
export type OutputManifest = ReadonlyMap<string, string>;

/**
 * Empty when there is none.
 * @throws UsageError for a list that build has not written so
 */
export function readManifest(folder: string): OutputManifest {
  const text = readIfThere(join(folder, MANIFEST_NAME));
  if (text === undefined) return new Map();
  const entries = manifestEntries(text);
  if (entries === undefined) {
    throw new UsageError(`'${join(folder, MANIFEST_NAME)}' is not a list that build has written; take it from version control, or delete it and build again`);
  }
  return new Map(entries);
}

/** One output a line, in the order of their paths, so that lists merge. */
export function manifestText(manifest: OutputManifest): string {
  return `${JSON.stringify({ outputs: Object.fromEntries([...manifest].sort(([a], [b]) => (a < b ? -1 : 1))) }, undefined, 2)}\n`;
}

function manifestEntries(text: string): [path: string, source: string][] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('outputs' in value) || typeof value.outputs !== 'object' || value.outputs === null) return undefined;
    const entries = Object.entries(value.outputs).map(([path, source]): [string, unknown] => [path, source]);
    return entries.every(isEntry) ? entries : undefined;
  } catch {
    return undefined;
  }
}

/** A path that leads out of the folder is nothing that build wrote, and nothing that it may remove. */
function isEntry(entry: [string, unknown]): entry is [string, string] {
  const [path, source] = entry;
  return typeof source === 'string' && !isAbsolute(path) && !normalize(path).startsWith('..');
}

/**
 * undefined for a file that does not exist.
 * @throws UsageError for one that cannot be read
 */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`'${path}' cannot be read: ${reason(error)}`, { cause: error });
  }
}
