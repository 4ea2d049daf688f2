/** What of an environment's folder belongs to this computer alone: journals and lock. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, reason } from '../../model/system-error.js';
import { UsageError } from '../../model/usage-error.js';

const IGNORED = '# journals and lock are of this computer; state.json is the project\'s\n/journals/\n/lock*\n';

/** Keeps them out of version control. A file that is there already is left as it is. */
export function ignoreLocalFiles(folder: string): void {
  try {
    writeFileSync(join(folder, '.gitignore'), IGNORED, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    throw new UsageError(`'${join(folder, '.gitignore')}' cannot be written: ${reason(error)}`, { cause: error });
  }
}
