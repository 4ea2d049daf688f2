/** Where bundles are kept between runs. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, platform } from 'node:process';
import { UsageError } from '../model/usage-error.js';
import { reason } from './read-file.js';
import { writeAtomically } from './write-atomically.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** `node_modules/.cache/aoai-policy` of the nearest node_modules upward, else the user's own cache folder. */
export function cacheFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (statSync(modules, { throwIfNoEntry: false })?.isDirectory() === true) return join(modules, '.cache', 'aoai-policy');
    if (folder === dirname(folder)) return join(userCache(), 'aoai-policy');
  }
}

/** A shared folder such as /tmp would let others put code there that we run. */
function userCache(): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
}

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
