/** Pushing to the local APIM through the real client. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LocalRequest } from '../../../src/local-apim/local-apim.js';
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

test('writes of one API, its operations and its revisions never overlap; those of others do', async () => {
  const apiOf = ({ method, path }: LocalRequest): string | undefined => (method === 'PUT' ? /^apis\/([^/;]+)/iu.exec(path)?.[1]?.toLowerCase() : undefined);
  const open = new Set<string>();
  let clashes = 0;
  let overlaps = 0;
  // Heard of before the answer goes out.
  const at = await startPushing({ latency: 2, onRequest: (request) => open.delete(apiOf(request) ?? '') });
  const wanted = ['apis/a/policy', 'apis/A;rev=2/policy', 'apis/a/operations/one/policy', 'apis/a/operations/two/policy', 'apis/b/policy', 'apis/b/operations/one/policy'];
  const plan = await at.plan(Object.fromEntries(wanted.map((address) => [address, header('new')])));
  at.faults = (request) => {
    const api = apiOf(request);
    if (api === undefined) return undefined;
    if (open.has(api)) clashes++;
    if (open.size > 0) overlaps++;
    open.add(api);
    return undefined;
  };
  expect(await at.push(plan)).toMatchObject({ outcome: 'pushed' });
  expect(clashes).toBe(0);
  expect(overlaps).toBeGreaterThan(0);
});

test('of pushes at once in one environment one goes on', async () => {
  const at = await startPushing();
  const plan = await at.plan({ 'apis/a/policy': header('new') });
  const [first, ...others] = await Promise.allSettled([at.push(plan), at.push(plan), at.push(plan)]);
  expect(first).toMatchObject({ status: 'fulfilled', value: { outcome: 'pushed' } });
  expect(others).toMatchObject(others.map(() => ({ status: 'rejected', reason: { name: 'UsageError', message: expect.stringContaining('is running since') } })));
  expect(readdirSync(at.folder).sort()).toEqual(['.gitignore', 'journals']);
});
