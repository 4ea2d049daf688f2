/** Times of processes and functions, measured in turns so that whatever else the machine does hits all of them alike. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** Milliseconds of wall time, the median of the rounds, for each command. */
export function commandTimes<Name extends string>(commands: Readonly<Record<Name, Command>>, rounds: number): Record<Name, number> {
  return inTurns(commands, rounds, (command) => {
    const startedAt = performance.now();
    run(command);
    return performance.now() - startedAt;
  });
}

/** Milliseconds of wall time, the median of the rounds, for each function; the first runs, in which V8 still compiles, do not count. */
export async function functionTimes<Name extends string>(
  functions: Readonly<Record<Name, () => unknown>>, { warmUps, rounds }: { readonly warmUps: number; readonly rounds: number },
): Promise<Record<Name, number>> {
  const times = new Map<string, number[]>();
  for (let round = -warmUps; round < rounds; round++) {
    for (const [name, work] of Object.entries<() => unknown>(functions)) {
      const startedAt = performance.now();
      await work();
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), performance.now() - startedAt]);
    }
  }
  return medians(times);
}

/** The most memory that a run of node held, in MiB. */
export function peakMemory(args: readonly string[], cwd: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-bench-'));
  try {
    const [probe, report] = [join(folder, 'probe.cjs'), join(folder, 'peak')];
    writeFileSync(probe, `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`);
    run({ file: process.execPath, args: ['-r', probe, ...args], cwd });
    return Number(readFileSync(report, 'utf8')) / 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a program of this name is on the PATH. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function run({ file, args, cwd }: Command): void {
  const { error, status, stderr } = spawnSync(file, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error !== undefined) throw error;
  // Findings make the exit code 1; xmllint's mistakes of documents 1 to 9.
  if (status === null || (file === process.execPath && status > 1)) throw new Error(`${file} ${args.slice(0, 4).join(' ')} failed: ${stderr}`);
}

function inTurns<Name extends string, Item>(items: Readonly<Record<Name, Item>>, rounds: number, measure: (item: Item) => number): Record<Name, number> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, item] of Object.entries<Item>(items)) times.set(name, [...(times.get(name) ?? []), measure(item)]);
  }
  return medians(times);
}

function medians<Name extends string>(times: ReadonlyMap<string, readonly number[]>): Record<Name, number> {
  const entries = [...times].map(([name, values]) => [name, values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN]);
  return Object.fromEntries(entries) as Record<Name, number>;
}
