/** Pushing to the local APIM through the real client. */
import { describe, expect, test } from 'vitest';
import { backend, fragment, header, journalLines, namedValue, policy, startPushing } from './pushing.js';

describe('a plan that goes well', () => {
  test('is written in order, read back, and journalled', async () => {
    const at = await startPushing();
    const wanted = {
      'apis/chat/policy': policy('<include-fragment fragment-id="route" /><set-header name="x" exists-action="override"><value>{{host}}</value></set-header>'),
      'policyFragments/route': fragment('a'),
      'backends/one': backend('one.example'),
      'namedValues/host': namedValue('host', 'one.example'),
    };
    const result = await at.push(await at.plan(wanted));
    expect(result.cause).toBeUndefined();
    expect(result).toMatchObject({ outcome: 'pushed', resources: [{ state: 'written' }, { state: 'written' }, { state: 'written' }, { state: 'written' }] });
    const writes = at.requests.filter((line) => line.startsWith('PUT'));
    expect(writes.map((line) => line.split(' ')[1])).toEqual(['namedValues/host', 'backends/one', 'policyFragments/route', 'apis/chat/policies/policy']);
    expect((await at.plan(wanted)).changes).toEqual([]);
    expect(journalLines(result.journal).map(({ record }) => record)).toEqual(['begin', ...Array.from({ length: 4 }, () => ['intent', 'done']).flat(), 'end']);
    expect(await at.stored('apis/chat/policy')).toEqual({ 'apis/chat/policy': '{{host}}' });
  });

  test('without changes it writes nothing, no journal either', async () => {
    const at = await startPushing();
    expect(await at.push(await at.plan({}))).toEqual({ outcome: 'pushed', resources: [] });
  });
});

test('a header policy can be changed', async () => {
  const at = await startPushing();
  await at.push(await at.plan({ 'apis/chat/policy': header('old') }));
  const result = await at.push(await at.plan({ 'apis/chat/policy': header('new') }));
  expect(result.outcome).toBe('pushed');
  expect(await at.stored('apis/chat/policy')).toEqual({ 'apis/chat/policy': 'new' });
});
