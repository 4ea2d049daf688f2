/** Checks the types of the whole project and keeps the declarations that users of the package need. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { SDK_ENTRIES } from '../../src/project/sdk.js';
import { ROOT } from './root.js';

/** Where tsconfig.json sends what tsc writes. */
const WRITTEN = new URL('node_modules/.cache/declarations/src/', ROOT);
const KEPT = new URL('dist/types/', ROOT);

/** Ends the process with tsc's exit code when the types do not hold. */
export function writeDeclarations(): void {
  rmSync(WRITTEN, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  for (const path of reachable(SDK_ENTRIES.map(({ name }) => `${name}.d.ts`))) {
    mkdirSync(new URL('./', new URL(path, KEPT)), { recursive: true });
    copyFileSync(new URL(path, WRITTEN), new URL(path, KEPT));
  }
}

/** The entries and every declaration file that they import, directly or not. */
function reachable(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>(entries);
  for (const path of found) {
    const text = readFileSync(new URL(path, WRITTEN), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/gu)) {
      const target = new URL(specifier.replace(/\.js$/u, '.d.ts'), new URL(path, WRITTEN));
      found.add(target.href.slice(WRITTEN.href.length));
    }
  }
  return found;
}
