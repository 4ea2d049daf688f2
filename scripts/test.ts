/** `npm test`: builds, then checks types, style, generated files and behaviour; ends with the first step that fails. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { ROOT } from './build/root.js';

/** A name and the arguments of node. The build checks the types, so that tsc runs once. */
const STEPS: readonly (readonly [name: string, ...args: string[]])[] = [
  ['build and types', '--import', 'tsx', 'scripts/build.ts'],
  ['generated files', '--import', 'tsx', 'scripts/generate-all.ts', '--check'],
  ['eslint', 'node_modules/eslint/bin/eslint.js', 'src', 'test', 'scripts', 'policies', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  ['vitest', 'node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
];

/** Node 20 reads these certificates at every start, which triples the time a child process takes (reference/stack.md). */
delete process.env['NODE_EXTRA_CA_CERTS'];

for (const [name, ...args] of STEPS) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${name} failed`);
    process.exit(status ?? 1);
  }
  if (name !== 'vitest') console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
