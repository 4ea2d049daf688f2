/** `npm test`: builds, checks types, style and generated files, then behaviour; ends with the first step that fails. */
import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';
import { ROOT } from './build/root.js';

/** A name and the arguments of node. */
type Step = readonly [name: string, ...args: string[]];

/** None of these needs another, and each keeps one core busy. The build checks the types, so that tsc runs once. */
const BEFORE_TESTS: readonly Step[] = [
  ['build and types', '--import', 'tsx', 'scripts/build.ts'],
  ['generated files', '--import', 'tsx', 'scripts/generate-all.ts', '--check'],
  ['eslint', 'node_modules/eslint/bin/eslint.js', 'src', 'test', 'scripts', 'policies', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
];

/** Node 20 reads these certificates at every start, which triples the time a child process takes (reference/stack.md). */
delete process.env['NODE_EXTRA_CA_CERTS'];

const failed = (await Promise.all(BEFORE_TESTS.map(runApart))).find((status) => status !== 0);
if (failed !== undefined) process.exit(failed);

console.log('\n── vitest');
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
if (status !== 0) {
  console.error('\nvitest failed');
  process.exit(status ?? 1);
}

/** Shows what the step printed when it has ended, so that steps do not mix; gives its exit code. */
async function runApart([name, ...args]: Step): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (ended) => { resolve(ended ?? 1); });
  });
  console.log(`\n── ${name}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  process.stdout.write(Buffer.concat(output));
  if (code !== 0) console.error(`\n${name} failed`);
  return code;
}
