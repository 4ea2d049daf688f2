/** All of a service, read through the real SDK from the local APIM. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalApim, LocalRequest } from '../../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../../src/local-apim/start-local-apim.js';
import { RemoteError } from '../../../src/model/remote-error.js';
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import type { Arm } from '../../../src/publish/arm/arm.js';
import { readLiveResources } from '../../../src/publish/pull/read-live-resources.js';
import { addressOf } from '../../../src/publish/resource-key.js';

let apim: LocalApim;
let requests: LocalRequest[];
let refused: string | undefined;

beforeEach(async () => {
  requests = [];
  refused = undefined;
  apim = await startLocalApim({
    pageSize: 2,
    onRequest: (request) => requests.push(request),
    faults: ({ path }) => (path === refused ? { kind: 'status', status: 403, when: 'before', code: 'AuthorizationFailed' } : undefined),
  });
  const policy = { format: 'rawxml', value: '<policies><inbound><base /></inbound></policies>' };
  for (const id of ['a', 'b', 'c']) apim.seed(`namedValues/${id}`, { displayName: id, value: `${id}-value`, secret: id === 'b' });
  apim.seed('backends/aoai', { url: 'https://aoai.example', protocol: 'http' });
  apim.seed('policyFragments/caller', { format: 'rawxml', value: '<fragment><set-variable name="a" value="1" /></fragment>', description: 'who calls' });
  apim.seed('workspaces/team/policies/policy', policy);
  apim.seed('products/gold/policies/policy', policy);
  apim.seed('products/silver', { displayName: 'silver' });
  apim.seed('apis/chat/policies/policy', policy);
  apim.seed('apis/chat/operations/complete/policies/policy', policy);
  apim.seed('apis/chat/operations/embed', { displayName: 'embed', method: 'POST', urlTemplate: '/embed' });
  apim.seed('apis/chat;rev=2/policies/policy', policy);
});
afterEach(() => apim.close());

function connect(): Promise<Arm> {
  const { subscription, resourceGroup, service, endpoint } = apim;
  return connectArm({ environment: 'local', cloud: 'public', subscription, resourceGroup, service, endpoint }, { environmentVariables: {} });
}

test('everything that can be published, page by page', async () => {
  const progress: { read: number; known: number }[] = [];
  const live = await readLiveResources(await connect(), { onProgress: (now) => progress.push(now) });
  expect(live.resources.map(({ key }) => addressOf(key))).toEqual([
    'apis/chat/operations/complete/policy',
    'apis/chat/policy',
    'backends/aoai',
    'namedValues/a',
    'namedValues/b',
    'namedValues/c',
    'policy',
    'policyFragments/caller',
    'products/gold/policy',
    'workspaces/team/policy',
  ]);
  expect(live.notRead.map(({ source }) => source)).toEqual(['apis/chat;rev=2', 'workspaces/team']);
  // Policies that are not there count as read: what is shown reaches its end.
  expect(progress.at(-1)).toEqual({ read: 12, known: 12 });
  expect(JSON.stringify(live)).not.toContain('b-value');
});

test('bodies are whole', async () => {
  const { resources } = await readLiveResources(await connect());
  const bodies = Object.fromEntries(resources.map(({ key, body }) => [addressOf(key), body]));
  expect(bodies['namedValues/a']).toEqual({ kind: 'named-value', displayName: 'a', secret: false, tags: [], value: 'a-value' });
  expect(bodies['backends/aoai']).toMatchObject({ kind: 'backend', properties: { url: 'https://aoai.example', protocol: 'http' } });
  expect(bodies['policyFragments/caller']).toMatchObject({ kind: 'fragment', description: 'who calls', value: expect.stringContaining('set-variable') });
  expect(bodies['apis/chat/policy']).toMatchObject({ kind: 'policy', value: expect.stringContaining('<base />') });
});

test('one request for each policy, none for each named value and backend', async () => {
  await readLiveResources(await connect());
  const single = requests.map(({ path }) => path).filter((path) => /^(?:namedValues|backends)\/./u.test(path));
  expect(single).toEqual([]);
  expect(requests.filter(({ path }) => path.endsWith('policies/policy'))).toHaveLength(7);
  expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('what cannot be read ends it: half a service would look like a whole one', async () => {
  refused = 'products/gold/policies/policy';
  await expect(readLiveResources(await connect())).rejects.toThrow(RemoteError);
});

test('a name that must not go into a URL keeps its own policies from being read, and no others', async () => {
  apim.seed('apis/100%/operations/a/policies/policy', { format: 'rawxml', value: '<policies />' });
  apim.seed('apis/chat/operations/50%/policies/policy', { format: 'rawxml', value: '<policies />' });
  const { resources, notRead } = await readLiveResources(await connect());
  expect(resources).toHaveLength(10);
  expect(notRead.map(({ source }) => source)).toEqual(expect.arrayContaining(['apis/100%/policy', 'apis/chat/operations/50%/policy']));
  expect(notRead.find(({ source }) => source === 'apis/100%/policy')?.reason).toContain('which have a meaning in URLs');
});

test('it can be aborted', async () => {
  const arm = await connect();
  const reason = new Error('enough');
  await expect(readLiveResources(arm, { signal: AbortSignal.abort(reason) })).rejects.toThrow();
  expect(requests).toEqual([]);
});
