/** Deletions of what others still use, of which only the service knows. */
import { expect, test } from 'vitest';
import { RemoteError } from '../../../src/model/remote-error.js';
import { stateAfter } from '../../../src/publish/push/state-after.js';
import { rollBack } from '../../../src/publish/push/roll-back.js';
import { usersNamed } from '../../../src/publish/push/still-used.js';
import { backend, header, namedValue, policy, startPushing } from './pushing.js';

const WANTED = { 'apis/mine/policy': header('new'), 'backends/free': undefined, 'backends/used': undefined, 'namedValues/used': undefined };

test('what others use stays, and the rest is pushed', async () => {
  const at = await startPushing();
  await at.push(await at.plan({ 'backends/free': backend('free.example'), 'backends/used': backend('used.example'), 'namedValues/used': namedValue('used', 'v') }));
  await at.push(await at.plan({ 'apis/theirs/policy': policy('<set-backend-service backend-id="used" /><set-variable name="v" value="{{used}}" />') }));
  const plan = await at.plan(WANTED);
  const result = await at.push(plan);
  expect(result).toMatchObject({
    outcome: 'pushed',
    resources: [{ address: 'apis/mine/policy', state: 'written' }, { address: 'backends/free', state: 'written' }, { address: 'backends/used', state: 'not-written' }, { address: 'namedValues/used', state: 'not-written' }],
    notes: [
      'backends/used is not deleted, because the service says that it is used by /apis/theirs/policies/policy',
      'namedValues/used is not deleted, because the service says that it is used by /apis/theirs/policies/policy',
    ],
  });
  expect(result.cause).toBeUndefined();
  expect(result.resources.filter(({ error }) => error !== undefined)).toEqual([]);
  expect(await at.stored('apis/mine/policy', 'backends/free', 'backends/used')).toEqual({ 'apis/mine/policy': 'new', 'backends/free': undefined, 'backends/used': 'https://used.example' });
  // The next --prune tries again.
  const mine = { digest: 'd', created: true };
  const state = { subscription: '', resourceGroup: '', service: '', resources: { 'backends/free': mine, 'backends/used': mine, 'namedValues/used': mine } };
  expect(stateAfter(state, plan, result).resources).toMatchObject({ 'backends/used': mine, 'namedValues/used': mine });
  expect(stateAfter(state, plan, result).resources).not.toHaveProperty('backends/free');
  expect(await rollBack(at.arm, { folder: at.folder, clock: at.clock })).toMatchObject({ outcome: 'rolled-back' });
});

test('another refusal of a deletion fails the push', async () => {
  const at = await startPushing();
  await at.push(await at.plan({ 'backends/free': backend('free.example') }));
  at.faults = ({ method, path }) => (method === 'DELETE' && path === 'backends/free' ? { kind: 'status', status: 400, when: 'before', code: 'ValidationError', message: 'no' } : undefined);
  expect(await at.push(await at.plan({ 'apis/mine/policy': header('new'), 'backends/free': undefined }))).toMatchObject({ outcome: 'rolled-back', resources: [{ state: 'restored' }, { state: 'not-written' }] });
});

const said = (message: string, kind: RemoteError['kind'] = 'refused'): RemoteError => new RemoteError('x', { kind, details: [{ message }] });
test.each([
  ['two users', said("The Backend 'a' is used by the following entities:\r\n/policies/policy\r\n/backends/pool\r\n"), '/policies/policy, /backends/pool'],
  ['in one line, with a stop', said("Backend a is used by the following entities: /policies/policy."), '/policies/policy'],
  ['another refusal', said('no'), undefined],
  ['an outage that says so', said('is used by the following entities:\r\n/policies/policy', 'unavailable'), undefined],
  ['an error of ours', new Error('is used by the following entities: /policies/policy'), undefined],
  ['none', undefined, undefined],
])('who uses it: %s', (_, error, users) => {
  expect(usersNamed(error)).toBe(users);
});
