/** `npm run demo`: builds the tool and shows its main job on the reference policies and on a flawed sample. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pc from 'picocolors';
import { ROOT } from './build/root.js';

interface Step {
  readonly title: string;
  /** Arguments of aoai-policy. */
  readonly args: readonly string[];
  /** What the exit code has to be: a linter that finds the flaws of the sample exits with 1. */
  readonly exitCode: number;
}

/** Node 20 reads these certificates at every start (reference/stack.md). */
delete process.env['NODE_EXTRA_CA_CERTS'];

const out = mkdtempSync(join(tmpdir(), 'aoai-policy-demo-'));
const SAMPLE = 'fixtures/demo/flawed.xml';
const STEPS: readonly Step[] = [
  { title: 'The reference policies, from TypeScript to checked XML', args: ['build', 'policies', '--out', out], exitCode: 0 },
  { title: 'Which priority goes to which backend', args: ['routes', 'policies/priority-routing.ts'], exitCode: 0 },
  { title: 'A policy with mistakes: what APIM would do, and what to write', args: ['lint', SAMPLE, '--format', 'pretty'], exitCode: 1 },
];

try {
  run(['--import', 'tsx', 'scripts/build.ts', '--bundles-only'], 0);
  for (const { title, args, exitCode } of STEPS) {
    console.log(`\n${pc.bold(`── ${title}`)}\n${pc.dim(`$ aoai-policy ${args.join(' ').replace(out, 'out')}`)}`);
    run(['dist/cli.cjs', ...args], exitCode);
    if (args[0] === 'build') show(join(out, 'apis', 'azure-openai', 'policy.xml'));
  }
  console.log(`\nNext: aoai-policy lint on your own policies, .xml or .ts. README.md has a tour.`);
} finally {
  rmSync(out, { recursive: true, force: true });
}

function run(args: readonly string[], exitCode: number): void {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status === exitCode) return;
  console.error(`\nnode ${args.join(' ')} ended with exit code ${String(status)}, not ${exitCode}`);
  process.exit(1);
}

/** The compiled policy, so that one sees what comes out. */
function show(file: string): void {
  console.log(pc.dim(`\n$ cat ${file.replace(out, 'out')}`));
  console.log(readFileSync(file, 'utf8').trimEnd());
}
