/** A pushing process that is killed by the system: what it had begun is found, gone on with, or put back. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { interruptedPush } from '../../../src/publish/push/journal.js';
import { rollBack } from '../../../src/publish/push/roll-back.js';
import { header, planFor } from './planning.js';
import { type Pushing, startPushing } from './pushing.js';

const [A, B, C] = ['apis/a/policy', 'apis/b/policy', 'apis/c/policy'] as const;
const PROGRAM = fileURLToPath(new URL('../../../node_modules/.cache/aoai-policy/push-program.mjs', import.meta.url));

beforeAll(async () => {
  const source = fileURLToPath(new URL('push-program.ts', import.meta.url));
  await build({ entryPoints: [source], outfile: PROGRAM, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
});

/** Pushes `half` to all three, and kills the process while the service works on the second. */
async function pushKilled(at: Pushing): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, at.apim.endpoint, at.folder, 'half'], { stdio: 'inherit' });
  at.faults = ({ method, path }) => {
    if (method !== 'PUT' || path !== 'apis/b/policies/policy') return undefined;
    child.kill('SIGKILL');
    return { kind: 'reset', when: 'after' };
  };
  const [, signal] = await once(child, 'exit') as [number | null, NodeJS.Signals | null];
  expect(signal).toBe('SIGKILL');
  at.faults = () => undefined;
  expect(await at.stored(A, B, C)).toEqual({ [A]: 'half', [B]: 'half', [C]: 'old' });
  expect(interruptedPush(at.folder)?.resources).toMatchObject([{ address: A, action: 'update', written: true }, { address: B, written: false }]);
}

test('SIGKILL between a request and its answer: rolled back', async () => {
  const at = await startPushing();
  await at.push(await at.plan({ [A]: header('old'), [B]: header('old'), [C]: header('old') }));
  await pushKilled(at);
  const result = await rollBack(at.arm, { folder: at.folder });
  expect(result).toMatchObject({ outcome: 'rolled-back', resources: [{ address: A, state: 'restored' }, { address: B, state: 'restored' }] });
  expect(await at.stored(A, B, C)).toEqual({ [A]: 'old', [B]: 'old', [C]: 'old' });
  expect(interruptedPush(at.folder)).toBeUndefined();
});

test('SIGKILL between a request and its answer: gone on with', async () => {
  const at = await startPushing();
  await at.push(await at.plan({ [A]: header('old'), [B]: header('old'), [C]: header('old') }));
  await pushKilled(at);
  const plan = await planFor(at.arm, { [A]: header('half'), [B]: header('half'), [C]: header('half') });
  expect(plan.unchanged).toEqual([A, B]);
  expect(await at.push(plan)).toMatchObject({ outcome: 'pushed' });
  expect(await at.stored(A, B, C)).toEqual({ [A]: 'half', [B]: 'half', [C]: 'half' });
  expect(interruptedPush(at.folder)).toBeUndefined();
  expect(await rollBack(at.arm, { folder: at.folder })).toMatchObject({ outcome: 'rolled-back' });
  expect(await at.stored(A, B, C)).toEqual({ [A]: 'old', [B]: 'old', [C]: 'old' });
});
