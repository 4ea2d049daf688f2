/** Paths for services that show findings in a repository: GitHub takes a relative one to start at its root, whatever the report says. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shownPath } from './find-files.js';

/**
 * From a path as it is shown, relative to the working directory, to one relative to the root of the repository; outside of one it stays as it is.
 * Source: https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning, "Root location for source files".
 */
export function repositoryPaths(cwd: string): (file: string) => string {
  const root = repositoryRoot(cwd) ?? cwd;
  return (file) => shownPath(root, resolve(cwd, file));
}

/** `.git` is a folder, or a file in a worktree or submodule. */
function repositoryRoot(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
