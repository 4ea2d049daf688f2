/** Writes a file that a user named for a report. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import { writeAtomically } from './write-atomically.js';

/**
 * All of the file at once, with the folders that it lies in.
 * @param path absolute
 * @throws UsageError when it cannot be written
 */
export function writeReport(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeAtomically(path, text);
  } catch (error) {
    throw new UsageError(`'${path}' cannot be written: ${reason(error)}`, { cause: error });
  }
}
