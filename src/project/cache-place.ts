/** Where on the machine the tool keeps what it can make again. */
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, platform } from 'node:process';

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
