/** A short part of `npm run test:faults`: pushes to a service with faults, other writers and, once, a process that is killed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runWithFaults } from '../../scripts/faults/fault-run.js';
import { bundlePushProgram, type PushProgram } from '../../scripts/faults/killed-push.js';
import type { RunReport } from '../../scripts/faults/run-report.js';

/** Seeds of their own, so that this is no repetition of what the whole run begins with. */
const SEEDS = Array.from({ length: 6 }, (_, index) => 20_261_124 + index);
const KILLED_SEEDS = [1_020_261_124];

let program: PushProgram | undefined;
beforeAll(async () => { program = await bundlePushProgram(); });
afterAll(() => program?.remove());

test('nothing is lost, written over, leaked or said that is not so', async () => {
  const reports: RunReport[] = await Promise.all([...SEEDS.map((seed) => runWithFaults(seed)), ...KILLED_SEEDS.map((seed) => runWithFaults(seed, { program }))]);
  expect(reports.flatMap(({ seed, story, problems }) => problems.map((problem) => ({ seed, story, ...problem })))).toEqual([]);
  expect(reports.reduce((sum, { faults }) => sum + faults, 0)).toBeGreaterThan(30);
  expect(reports.reduce((sum, { edits }) => sum + edits, 0)).toBeGreaterThan(1);
});
