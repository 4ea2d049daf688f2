/** `npm run generate`: runs every generator; with `--check` they write nothing and fail when a file is out of date. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { ROOT } from './build/root.js';

const GENERATORS = readdirSync(new URL('scripts/', ROOT)).filter((name) => /^generate(?!-all)(?:-.+)?\.ts$/u.test(name));

for (const name of GENERATORS) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${name}`, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
