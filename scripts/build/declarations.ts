/** Checks the types of the whole project and gives the declarations that users of the package need. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { SDK_ENTRIES } from '../../src/project/sdk.js';
import { ROOT } from './root.js';

/** Where tsconfig.json sends what tsc writes. */
const WRITTEN = new URL('node_modules/.cache/declarations/src/', ROOT);

/**
 * The declaration files of the entries and all that they import, by their path in dist/. Ends the process with tsc's exit
 * code when the types do not hold.
 */
export function declarationFiles(): [path: string, text: string][] {
  rmSync(WRITTEN, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  return [...reachable(SDK_ENTRIES.map(({ source }) => source.replace(/^src\/(.*)\.ts$/u, '$1.d.ts')))].map(([path, text]) => [`types/${path}`, text]);
}

/** The entries and every declaration file that they import, directly or not: text by path. */
function reachable(entries: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const pending = [...entries];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (found.has(path)) continue;
    const text = readFileSync(new URL(path, WRITTEN), 'utf8');
    found.set(path, text);
    for (const [, specifier = ''] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/gu)) {
      pending.push(new URL(specifier.replace(/\.js$/u, '.d.ts'), new URL(path, WRITTEN)).href.slice(WRITTEN.href.length));
    }
  }
  return found;
}
