/** Plan and push of many operation policies to a service that answers after 20 ms, against a plain loop over the SDK. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { ROOT } from '../build/root.js';
import { startLocalService } from '../demo/local-service.js';
import { CLI } from './program.js';
import { APIS, OPERATIONS, writeConfiguration, writePublishedProject } from './published-project.js';
import { atMost, milliseconds, type BenchResult } from './result.js';

const LATENCY_MS = 20;
const ROUNDS = 3;
const POLICIES = APIS * OPERATIONS;

export async function publishing(): Promise<BenchResult[]> {
  // Inside of the project, so that the loop finds the SDK.
  const folder = mkdtempSync(new URL('node_modules/.cache/bench-', ROOT).pathname);
  try {
    const [project, loop] = [join(folder, 'project'), join(folder, 'sdk-loop.mjs')];
    mkdirSync(project);
    writePublishedProject(project);
    await bundleLoop(loop);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(project, loop));
    return [pushResult(rounds), unchangedResult(rounds)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Wall time of a process, and the requests that it made. */
interface Run {
  readonly milliseconds: number;
  readonly requests: number;
}

type Round = Readonly<Record<'loop' | 'plan' | 'push' | 'planAgain', Run>>;

/** Each on a service of its own that holds nothing yet. */
async function measureRound(project: string, loop: string): Promise<Round> {
  const looped = await onFreshService(async (run, endpoint) => ({ loop: await run([loop, endpoint, project], folderOf(loop)) }));
  const pushed = await onFreshService(async (run, endpoint) => {
    rmSync(join(project, '.aoai-policy'), { recursive: true, force: true });
    writeConfiguration(project, endpoint);
    const plan = await run([CLI, 'plan'], project);
    const push = await run([CLI, 'push', '--yes'], project);
    return { plan, push, planAgain: await run([CLI, 'plan', '--detailed-exitcode'], project) };
  });
  return { ...looped, ...pushed };
}

type RunNode = (args: readonly string[], cwd: string) => Promise<Run>;

async function onFreshService<Result>(measure: (run: RunNode, endpoint: string) => Promise<Result>): Promise<Result> {
  const service = await startLocalService(['--latency', String(LATENCY_MS)]);
  try {
    return await measure(async (args, cwd) => {
      const [before, startedAt] = [service.requests(), performance.now()];
      await runNode(args, cwd);
      return { milliseconds: performance.now() - startedAt, requests: service.requests() - before };
    }, service.endpoint);
  } finally {
    await service.end();
  }
}

/** @throws Error unless it ends with 0: a plan that is not empty after a push ends with 2 */
async function runNode(args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said = (said + text).slice(-2000)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`node ${args.slice(0, 3).join(' ')} ended with ${String(code)}: ${said}`);
}

function folderOf(file: string): string {
  return new URL('./', `file://${file}`).pathname;
}

async function bundleLoop(outfile: string): Promise<void> {
  await build({ entryPoints: [new URL('sdk-loop.ts', import.meta.url).pathname], outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20' });
}

function pushResult(rounds: readonly Round[]): BenchResult {
  const times = { loop: median(rounds, 'loop'), plan: median(rounds, 'plan'), push: median(rounds, 'push') };
  return {
    title: 'Push of many policies',
    method: `processes that publish ${POLICIES} new operation policies of ${APIS} APIs and two backends to a local APIM in another process that waits ${LATENCY_MS} ms before each answer; medians of ${ROUNDS} rounds in turns, each on an empty service`,
    rows: [
      { what: 'a loop over @azure/arm-apimanagement, `createOrUpdate` for each', value: shown(times.loop) },
      { what: '`aoai-policy plan`', value: shown(times.plan) },
      { what: '`aoai-policy push --yes`', value: shown(times.push) },
    ],
    ratio: atMost(times.push.milliseconds, times.loop.milliseconds, 1),
    note: [
      'The loop writes and knows nothing more. Push checks and lints, reads what is there, writes on that condition, keeps a journal that is on the disk before each write,',
      'and reads each policy back, with at most five requests under way, one write at a time for each API.',
    ].join('\n'),
  };
}

function unchangedResult(rounds: readonly Round[]): BenchResult {
  const plan = median(rounds, 'planAgain');
  const perResource = plan.requests / POLICIES;
  return {
    title: 'Plan without changes',
    method: `a process of \`aoai-policy plan\` after that push; medians of ${ROUNDS} rounds`,
    rows: [
      { what: '`aoai-policy plan`', value: shown(plan) },
      { what: 'requests for each unchanged policy', value: perResource.toFixed(2) },
    ],
    ratio: { value: perResource, target: 'at most 1.05 requests for each', isMet: perResource <= 1.05 },
  };
}

function shown({ milliseconds: time, requests }: Run): string {
  return `${milliseconds(time)}, ${requests} requests`;
}

/** Of the times; the requests are those of that run. */
function median(rounds: readonly Round[], name: keyof Round): Run {
  const runs = rounds.map((round) => round[name]).sort((a, b) => a.milliseconds - b.milliseconds);
  const middle = runs[runs.length >> 1];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
