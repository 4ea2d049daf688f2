/** The program as users run it, built from the sources as they are now. */
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const CLI = `${ROOT}dist/cli.cjs`;

let building: Promise<unknown> | undefined;

/** Builds `dist/` unless it is newer than all that it is made from. */
export async function buildCli(): Promise<void> {
  if (isCurrent()) return;
  building ??= promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--bundles-only'], { cwd: ROOT });
  await building;
}

function isCurrent(): boolean {
  const built = statSync(CLI, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = [...filesBelow('src'), ...filesBelow('scripts/build'), 'scripts/build.ts', 'package.json'];
  return sources.every((path) => statSync(`${ROOT}${path}`).mtimeMs < built);
}

function filesBelow(folder: string): string[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`);
}
