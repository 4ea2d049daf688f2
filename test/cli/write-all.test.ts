import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MODULE = new URL('../../src/cli/write-all.ts', import.meta.url).href;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a process says that writes to a disk which is full. */
function writing(descriptor: 1 | 2): string {
  const program = `import(${JSON.stringify(MODULE)}).then(({ writeAll }) => writeAll(${descriptor}, 'x')).then(() => 'written', ({ name, message }) => name + ': ' + message).then((said) => require('node:fs').writeSync(3, said))`;
  return spawnSync('sh', ['-c', `exec "$0" --import tsx -e "$1" 3>&1 ${descriptor}>/dev/full`, process.execPath, program], { cwd: ROOT, encoding: 'utf8', timeout: 20_000 }).stdout;
}

test.skipIf(!existsSync('/dev/full'))('a full disk is said of standard output, and standard error does without', () => {
  expect(writing(1)).toBe('UsageError: standard output cannot be written: no space is left on the device');
  expect(writing(2)).toBe('written');
});
