/** Puts what was built into dist/ in such a way that a program that runs from there meanwhile is not disturbed. */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { ROOT } from './root.js';

export interface DistOptions {
  /** The file that may be run; it is written last. */
  readonly executable: string;
  /** Becomes the files' time: a source that changed during the build is newer than they are. */
  readonly startedAt: Date;
  /** Whether declarations of an earlier build stay. */
  readonly keepsTypes: boolean;
}

/** @param files content by path below dist/; files of earlier builds that are not among them go */
export function writeDist(files: ReadonlyMap<string, string | Uint8Array>, { executable, startedAt, keepsTypes }: DistOptions): void {
  const dist = new URL('dist/', ROOT);
  for (const [path, content] of files) {
    const target = new URL(path, dist);
    const draft = new URL(`${path}.${process.pid}`, dist);
    mkdirSync(new URL('./', target), { recursive: true });
    writeFileSync(draft, content);
    if (path === executable) chmodSync(draft, 0o755);
    utimesSync(draft, startedAt, startedAt);
    renameSync(draft, target);
  }
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const isKept = files.has(path) || (keepsTypes && path.startsWith('types/'));
    const entry = new URL(path, dist);
    if (!isKept && existsSync(entry) && statSync(entry).isFile()) rmSync(entry);
  }
}
