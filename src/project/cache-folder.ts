/** The folder in which bundles are kept between runs. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import { writeAtomically } from './write-atomically.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * The folder when it can be written to, else a fresh one for this run alone.
 * @throws UsageError when there is no place to write at all
 */
export function writableCacheFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    writeAtomically(join(folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
    return folder;
  } catch {
    try {
      return mkdtempSync(join(tmpdir(), 'aoai-policy-'));
    } catch (error) {
      throw new UsageError(`TypeScript files need a place for their bundle, and neither '${folder}' nor '${tmpdir()}' can be written to: ${reason(error)}`, {
        cause: error,
      });
    }
  }
}

/** Short enough for a file name, long enough never to meet another by chance. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}

/** Removes what nobody wrote for a week; failures do not matter. */
export function sweepCache(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    try {
      if (now - statSync(path).mtimeMs > WEEK) rmSync(path, { force: true, recursive: true });
    } catch {
      continue;
    }
  }
}
