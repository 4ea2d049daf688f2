/** Writes files that are not there yet. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';

/**
 * Whether it was written: a file, folder or link of that name is left as it is.
 * @param path relative to the folder
 * @throws UsageError when it cannot be written
 */
export function writeNewFile(folder: string, path: string, text: string): boolean {
  const absolutePath = join(folder, path);
  try {
    mkdirSync(dirname(absolutePath), { recursive: true });
    writeFileSync(absolutePath, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw new UsageError(`'${path}' cannot be written: ${reason(error)}`, { cause: error });
  }
}
