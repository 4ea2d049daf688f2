/**
 * `npm run demo`: builds the tool and shows its main job, on the reference policies and on a flawed sample, up to a service on this
 * machine. Needs no network and leaves nothing behind.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pc from 'picocolors';
import { CLI } from './bench/program.js';
import { ROOT } from './build/root.js';
import { startLocalService, type LocalService } from './demo/local-service.js';
import { widenFirstRange, writeProject } from './demo/publishing-project.js';

/** Node 20 reads these certificates at every start (reference/stack.md). */
delete process.env['NODE_EXTRA_CA_CERTS'];

const root = ROOT.pathname;
const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-demo-'));
const [out, project] = [join(folder, 'out'), join(folder, 'project')];
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(new Error(`ended by ${signal}`)));

let service: LocalService | undefined;
try {
  await node(['--import', 'tsx', 'scripts/build.ts', '--bundles-only'], { cwd: root, exitCode: 0 });
  await atTheDesk();
  service = await startLocalService();
  await onAService(service);
  console.log(`
Next: aoai-policy lint on your own policies, .xml or .ts. README.md has a tour.
      docs/publish.md: environments, plan and push on Azure, rolling back, CI. aoai-policy local is the service of this demo.`);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await service?.end();
  rmSync(folder, { recursive: true, force: true });
}

async function atTheDesk(): Promise<void> {
  title('The reference policies, from TypeScript to checked XML');
  await aoaiPolicy(['build', 'policies', '--out', out], { shown: ['build', 'policies', '--out', 'out'] });
  show(join(out, 'apis', 'azure-openai', 'policy.xml'), 'out/apis/azure-openai/policy.xml');
  title('Which priority goes to which backend');
  await aoaiPolicy(['routes', 'policies/priority-routing.ts']);
  title('A policy with mistakes: what APIM would do, and what to write');
  // A linter that finds the flaws of the sample exits with 1.
  await aoaiPolicy(['lint', 'fixtures/demo/flawed.xml', '--format', 'pretty'], { exitCode: 1 });
}

async function onAService({ endpoint }: LocalService): Promise<void> {
  mkdirSync(project);
  writeProject(project, endpoint);
  console.log(pc.dim(`\n$ aoai-policy local --create-missing &    (an empty API Management endpoint on ${endpoint})`));
  const here = { cwd: project };
  title('What a push would change on a service');
  await aoaiPolicy(['plan'], here);
  title('The push: what others need comes first, and each write is read back');
  await aoaiPolicy(['push', '--yes'], { ...here, hidesOutput: true });
  title('A second plan is empty, though the service wrote the policy in its own way');
  await aoaiPolicy(['plan', '--detailed-exitcode'], here);
  title('A range of priorities changes');
  const { before, after } = widenFirstRange(project);
  for (const line of before) console.log(pc.red(`-${line}`));
  for (const line of after) console.log(pc.green(`+${line}`));
  title('The plan shows that and nothing else');
  await aoaiPolicy(['plan', '--detailed-exitcode'], { ...here, exitCode: 2 });
  await aoaiPolicy(['push', '--yes'], { ...here, hidesOutput: true });
  title('And the way back');
  await aoaiPolicy(['push', '--rollback', '--yes'], here);
}

interface RunOptions {
  readonly cwd?: string;
  /** The one that it has to end with; default 0. */
  readonly exitCode?: number;
  /** Arguments as they are shown. */
  readonly shown?: readonly string[];
  /** Leaves out its report, which push begins with the plan that has just been shown. */
  readonly hidesOutput?: boolean;
}

async function aoaiPolicy(args: readonly string[], { cwd = root, exitCode = 0, shown = args, hidesOutput = false }: RunOptions = {}): Promise<void> {
  console.log(pc.dim(`$ aoai-policy ${shown.join(' ')}${hidesOutput ? ' > push.txt' : ''}`));
  await node([CLI, ...args], { cwd, exitCode, hidesOutput });
}

/** @throws Error when it ends in another way, or the demo is interrupted */
async function node(args: readonly string[], { cwd, exitCode, hidesOutput = false }: { readonly cwd: string; readonly exitCode: number; readonly hidesOutput?: boolean }): Promise<void> {
  interrupted.signal.throwIfAborted();
  const child = spawn(process.execPath, args, { cwd, stdio: ['inherit', hidesOutput ? 'ignore' : 'inherit', 'inherit'] });
  const ended = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
    interrupted.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  });
  interrupted.signal.throwIfAborted();
  if (ended !== exitCode) throw new Error(`node ${args.join(' ')} ended with exit code ${String(ended)}, not ${exitCode}`);
}

function title(text: string): void {
  console.log(`\n${pc.bold(`── ${text}`)}`);
}

/** The compiled policy, so that one sees what comes out. */
function show(file: string, shown: string): void {
  console.log(pc.dim(`\n$ cat ${shown}`));
  console.log(readFileSync(file, 'utf8').trimEnd());
}
