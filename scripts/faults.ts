/** `npm run test:faults`: pushes to a service that has faults, more than a thousand times, and looks at what is left. Ends with 1 when anything is lost. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bundlePushProgram } from './faults/killed-push.js';
import { type Problem, type RunReport, runWithFaults } from './faults/fault-run.js';

const { values } = parseArgs({
  options: {
    /** All runs have a seed of their own, from this one on. */
    first: { type: 'string', default: '1' },
    runs: { type: 'string', default: '850' },
    /** Runs whose push is a process that is killed. */
    killed: { type: 'string', default: '180' },
    /** One run alone: as it was when it failed. */
    seed: { type: 'string' },
    /** Prints each request, with --seed. */
    trace: { type: 'boolean', default: false },
  },
});

const AT_ONCE = 4;
const KILLED_FROM = 1_000_000;

const first = Number(values.first);
const seeds = values.seed === undefined
  ? [...range(first, Number(values.runs)), ...range(KILLED_FROM + first, Number(values.killed))]
  : [Number(values.seed)];
const startedAt = performance.now();
const program = await bundlePushProgram();
const reports: RunReport[] = [];
try {
  const pending = [...seeds];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let seed = pending.shift(); seed !== undefined; seed = pending.shift()) {
      const report = await runWithFaults(seed, { program: seed >= KILLED_FROM ? program : undefined, trace: values.trace ? (line) => { console.log(line); } : undefined });
      reports.push(report);
      if (report.problems.length > 0 || values.seed !== undefined) print(report);
      if (reports.length % 100 === 0) console.error(`${String(reports.length)} of ${String(seeds.length)} runs, ${String(Math.round((performance.now() - startedAt) / 1000))} s`);
    }
  }));
} finally {
  program.remove();
}
summarize();

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function print({ seed, story, problems }: RunReport): void {
  console.log(`seed ${String(seed)}: ${story}`);
  for (const { kind, what } of problems) console.log(`  ${kind}: ${what}`);
}

function summarize(): void {
  const sum = (of: (report: RunReport) => number): string => String(reports.reduce((total, report) => total + of(report), 0));
  const found = (kind: Problem['kind']): string => sum(({ problems }) => problems.filter((problem) => problem.kind === kind).length);
  const killed = reports.filter(({ kind }) => kind === 'killed').length;
  console.log(`${String(reports.length)} runs (${String(killed)} with a process that is killed), ${sum(({ pushes }) => pushes)} pushes and rollbacks with faults, ${sum(({ edits }) => edits)} edits by somebody else, ${String(Math.round((performance.now() - startedAt) / 1000))} s`);
  console.log(`seeds ${seeds.length === 1 ? String(seeds[0]) : `${String(first)} to ${String(first + Number(values.runs) - 1)}, ${String(KILLED_FROM + first)} to ${String(KILLED_FROM + first + Number(values.killed) - 1)}`}`);
  console.log(`${found('lost')} lost, ${found('overwritten')} overwritten, ${found('leaked')} leaked, ${found('untrue')} untrue results, ${found('stuck')} that could not go on; ${sum(({ unknown }) => unknown)} resources of which it was said that they are not known`);
  const failed = reports.filter(({ problems }) => problems.length > 0);
  if (failed.length === 0) return;
  console.log(`again: npm run test:faults -- --seed ${String(failed[0]?.seed)}`);
  process.exitCode = 1;
}
