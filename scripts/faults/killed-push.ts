/** A push in a process of its own, which can be killed at any moment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The pushing program in one file. */
export interface PushProgram {
  readonly file: string;
  readonly remove: () => void;
}

/** Once for all runs. */
export async function bundlePushProgram(): Promise<PushProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-faults-program-'));
  const file = join(folder, 'push.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('pushing-process.ts', import.meta.url))], outfile: file, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface KillablePush {
  /** SIGKILL, at once. */
  readonly kill: () => void;
  /** When it has ended, by itself or not: all that it said. */
  readonly ended: Promise<{ readonly killed: boolean; readonly output: string }>;
}

/** @param about what pushing-process.ts takes */
export function startPush(program: PushProgram, about: { readonly deed: 'push' | 'rollback'; readonly seed: number; readonly endpoint: string; readonly folder: string; readonly token: string }): KillablePush {
  const environment: NodeJS.ProcessEnv = { PATH: process.env['PATH'], AOAI_POLICY_TOKEN: about.token };
  const child = spawn(process.execPath, [program.file, about.deed, String(about.seed), about.endpoint, about.folder], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  return { kill: () => { child.kill('SIGKILL'); }, ended: ended(child) };
}

async function ended(child: ChildProcess): Promise<{ readonly killed: boolean; readonly output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => { output += text; });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => resolve({ killed: signal === 'SIGKILL', output }));
  });
}
