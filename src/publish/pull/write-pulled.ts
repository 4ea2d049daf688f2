/** Writes what was pulled. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reason } from '../../model/system-error.js';
import { UsageError } from '../../model/usage-error.js';
import { writeAtomically } from '../../project/write-atomically.js';
import type { PulledComparison } from './compare-pulled.js';

export interface WriteOptions {
  /** Whether files with other content are written over. */
  readonly overwrites: boolean;
}

export interface WrittenFiles {
  readonly written: readonly PulledComparison[];
  /** Files with other content, which were left; when there are any, nothing was written. */
  readonly conflicts: readonly PulledComparison[];
}

/**
 * Writes what is new, and what is changed where it may; unchanged files are not touched, and none is removed. All or nothing: a folder
 * that is half the service's and half its owner's helps nobody.
 * @param folder absolute
 * @throws UsageError when a file cannot be written
 */
export function writePulled(comparisons: readonly PulledComparison[], folder: string, { overwrites }: WriteOptions): WrittenFiles {
  const conflicts = overwrites ? [] : comparisons.filter(({ state }) => state === 'changed');
  if (conflicts.length > 0) return { written: [], conflicts };
  const written = comparisons.filter(({ state }) => state !== 'unchanged');
  for (const { file } of written) writeFile(join(folder, file.path), file.text);
  return { written, conflicts };
}

function writeFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeAtomically(path, text);
  } catch (error) {
    throw new UsageError(`'${path}' cannot be written: ${reason(error)}`, { cause: error });
  }
}
