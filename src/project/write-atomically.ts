/** Writes files without anyone seeing half of one. */
import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

let written = 0;

/**
 * Writes to a name of its own first, so that another process sees the old file or the new one. A link stays, and what it leads to is written; so do
 * pipes and devices such as /dev/null, which whoever may would otherwise put a file in the place of.
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const standing = lstatSync(path, { throwIfNoEntry: false });
  if (standing?.isSymbolicLink() === true) writeThrough(path, content);
  else if (standing === undefined || standing.isFile() || standing.isDirectory()) replaceFile(path, content);
  else writeFileSync(path, content);
}

function writeThrough(link: string, content: string | Uint8Array): void {
  let target: string;
  try {
    target = realpathSync(link);
  } catch {
    // It leads nowhere, or to a pipe without a name: /dev/stdout.
    writeFileSync(link, content);
    return;
  }
  writeAtomically(target, content);
}

function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}-${++written}`);
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
