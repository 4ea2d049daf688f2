/** Services that store something else than they were sent, and networks that send a request twice. */
import { afterEach, expect, test } from 'vitest';
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import { applyPlan } from '../../../src/publish/push/apply-plan.js';
import { PushError } from '../../../src/publish/push/push-error.js';
import type { PushResult } from '../../../src/publish/push/push-result.js';
import { type Meddle, type Meddling, type Middleman, startMiddleman } from './middleman.js';
import { header, planFor } from './planning.js';
import { type Pushing, startPushing, targetOf } from './pushing.js';

const [A, B] = ['apis/a/policy', 'apis/b/policy'] as const;

let middleman: Middleman | undefined;
afterEach(() => middleman?.close());

/** Pushes `new` to both, one after the other. */
async function pushThrough(at: Pushing, meddle: Meddle, rollsBack = true): Promise<PushResult> {
  await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
  middleman = await startMiddleman(at.apim.endpoint, meddle);
  const arm = await connectArm({ ...targetOf(at.apim), endpoint: middleman.endpoint }, { environmentVariables: {}, clock: at.clock });
  const plan = await planFor(arm, { [A]: header('new'), [B]: header('new') });
  return applyPlan(plan, arm, { folder: at.folder, clock: at.clock, rollsBack, concurrency: 1 });
}

const isWriteTo = (api: string, { method, path }: Meddling): boolean => method === 'PUT' && path.includes(`/apis/${api}/`);
const changed = (request: Meddling): { body: string; times: number } => ({ body: isWriteTo('b', request) ? request.body.replace('>new<', '>newer<') : request.body, times: 1 });

test('what is stored otherwise than sent is an error that shows the difference, and is put back', async () => {
  const at = await startPushing();
  const result = await pushThrough(at, changed);
  expect(result).toMatchObject({ outcome: 'rolled-back', cause: { message: 'the service stores something else for apis/b/policy than it was sent' }, resources: [{ state: 'restored' }, { state: 'restored' }] });
  expect(result.cause instanceof PushError ? result.cause.differences : undefined).toEqual([{ kind: 'changed', path: expect.stringContaining('value[1]'), before: 'new', after: 'newer' }]);
  expect(await at.stored(A, B)).toEqual({ [A]: 'old', [B]: 'old' });
});

test('without rolling back it is named as what was not put back', async () => {
  const at = await startPushing();
  expect(await pushThrough(at, changed, false)).toMatchObject({ outcome: 'failed', resources: [{ state: 'written' }, { state: 'not-restored' }] });
  expect(await at.stored(A, B)).toEqual({ [A]: 'new', [B]: 'newer' });
});

test('a write that the network sends twice is refused the second time, and done', async () => {
  const at = await startPushing();
  const result = await pushThrough(at, (request) => ({ body: request.body, times: isWriteTo('b', request) ? 2 : 1 }));
  expect(result).toMatchObject({ outcome: 'pushed', resources: [{ state: 'written' }, { state: 'written' }] });
  expect(await at.stored(A, B)).toEqual({ [A]: 'new', [B]: 'new' });
});

test('what may be somebody else\'s, though it is the same, is not put back', async () => {
  const at = await startPushing();
  // A is answered as if somebody else had been quicker; B is refused.
  const result = await pushThrough(at, (request) => ({ body: isWriteTo('b', request) ? '{"properties":{"value":"<no","format":"xml"}}' : request.body, times: isWriteTo('a', request) ? 2 : 1 }));
  expect(result).toMatchObject({ outcome: 'failed', resources: [{ state: 'edited', error: { message: expect.stringContaining('has given apis/a/policy the same content') } }, { state: 'not-written' }] });
  expect(await at.stored(A, B)).toEqual({ [A]: 'new', [B]: 'old' });
});

test('what somebody deletes just before it is written stays deleted, though the service makes it again', async () => {
  const at = await startPushing();
  const result = await pushThrough(at, async (request) => {
    if (isWriteTo('b', request)) await at.arm.remove({ kind: 'policy', scope: { kind: 'api', api: 'b' } }, '*');
    return { body: request.body, times: 1 };
  });
  expect(result).toMatchObject({ outcome: 'failed', resources: [{ state: 'restored' }, { state: 'edited', error: { message: 'somebody else has deleted apis/b/policy in the meantime' } }] });
  expect(await at.stored(A, B)).toEqual({ [A]: 'old', [B]: undefined });
});
