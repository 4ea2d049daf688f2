/** `npm run test:faults`: pushes to a service that has faults, more than a thousand times, and looks at what is left. Ends with 1 when anything is wrong. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runWithFaults } from './faults/fault-run.js';
import { bundlePushProgram } from './faults/killed-push.js';
import { type RunReport, summaryOf } from './faults/run-report.js';

const { values } = parseArgs({
  options: {
    /** Each run has a seed of its own, from this one on. */
    first: { type: 'string', default: '1' },
    runs: { type: 'string', default: '850' },
    /** Runs in which the pushing process is killed. */
    killed: { type: 'string', default: '260' },
    /** One run alone, as it was: a seed of a million or more is that of a killed process. */
    seed: { type: 'string' },
    /** Prints each request, fault and outcome. */
    trace: { type: 'boolean', default: false },
  },
});

/** Most of a run's time is waiting. */
const AT_ONCE = 6;
const KILLED_FROM = 1_000_000;

const first = Number(values.first);
const groups = values.seed === undefined ? [range(first, Number(values.runs)), range(KILLED_FROM + first, Number(values.killed))] : [[Number(values.seed)]];
const startedAt = performance.now();
const reports: RunReport[] = [];
const program = await bundlePushProgram();
try {
  const pending = groups.flat();
  const total = pending.length;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let seed = pending.shift(); seed !== undefined; seed = pending.shift()) {
      const report = await runWithFaults(seed, { program: seed >= KILLED_FROM ? program : undefined, trace: values.trace ? (line) => { console.log(line); } : undefined });
      reports.push(report);
      if (report.problems.length > 0 || total === 1) print(report);
      if (reports.length % 100 === 0) console.error(`${String(reports.length)} of ${String(total)} runs, ${seconds()}`);
    }
  }));
} finally {
  program.remove();
}

console.log(`seeds ${groups.filter((seeds) => seeds.length > 0).map((seeds) => `${String(seeds[0])} to ${String(seeds.at(-1))}`).join(', ')}; ${seconds()}`);
console.log(summaryOf(reports));
const failed = reports.find(({ problems }) => problems.length > 0);
if (failed !== undefined) {
  console.log(`again: npm run test:faults -- --seed ${String(failed.seed)} --trace (when is not in the seed, so that it may take some attempts)`);
  process.exitCode = 1;
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function seconds(): string {
  return `${String(Math.round((performance.now() - startedAt) / 1000))} s`;
}

function print({ seed, story, problems }: RunReport): void {
  console.log(`seed ${String(seed)}: ${story}`);
  for (const { kind, what } of problems) console.log(`  ${kind}: ${what}`);
}
