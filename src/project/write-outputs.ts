/** Brings the output folder to what build has made. */
import { existsSync, mkdirSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import type { EmittedOutput, OutputComparison } from './compare-outputs.js';
import { MANIFEST_NAME, manifestText, readIfThere, type OutputManifest } from './output-manifest.js';
import { writeAtomically } from './write-atomically.js';

/**
 * Writes what is new or changed, each file at once, and removes what is stale, with the folders that become empty.
 * @param manifest as read; the outputs are added to it, what is stale is taken off
 * @throws UsageError when a file cannot be written
 */
export function writeOutputs(folder: string, outputs: readonly EmittedOutput[], comparisons: readonly OutputComparison[], manifest: OutputManifest): void {
  const textOf = new Map(outputs.map(({ path, text }) => [path, text]));
  const listed = new Map(manifest);
  for (const { path, source, state } of comparisons) {
    const text = textOf.get(path);
    if (text === undefined) {
      removeFile(folder, path);
      listed.delete(path);
    } else {
      if (state !== 'unchanged') writeFile(join(folder, path), text);
      listed.set(path, source);
    }
  }
  for (const path of [...listed.keys()]) if (!existsSync(join(folder, path))) listed.delete(path);
  const list = join(folder, MANIFEST_NAME);
  if (listed.size > 0 && readIfThere(list) !== manifestText(listed)) writeFile(list, manifestText(listed));
  if (listed.size === 0) rmSync(list, { force: true });
}

function writeFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeAtomically(path, text);
  } catch (error) {
    throw new UsageError(`'${path}' cannot be written: ${reason(error)}`, { cause: error });
  }
}

function removeFile(folder: string, path: string): void {
  try {
    rmSync(join(folder, path), { force: true });
  } catch (error) {
    throw new UsageError(`'${join(folder, path)}' cannot be removed: ${reason(error)}`, { cause: error });
  }
  try {
    for (let parent = dirname(join(folder, path)); parent.length > folder.length; parent = dirname(parent)) rmdirSync(parent);
  } catch {
    // The first folder that is not empty ends the way up.
  }
}
