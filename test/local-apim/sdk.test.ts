/** The real SDK at work on the local APIM. */
import { afterEach, describe, expect, test } from 'vitest';
import type { LocalApim, LocalApimOptions } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { sdkClient } from './sdk-client.js';

let running: LocalApim | undefined;
afterEach(() => running?.close());

async function started(options: LocalApimOptions = {}): Promise<LocalApim> {
  running = await startLocalApim(options);
  return running;
}

const INBOUND = (inbound: string): string => `<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;

describe.each(['accepted', 'location', 'async-operation'] as const)('%s: a service is filled and emptied', (operationDialect) => {
  test('in the order of references', async () => {
    const apim = await started({ operationDialect });
    apim.seed('apis/chat/operations/complete', {});
    const { client, at: [group, service] } = sdkClient(apim);
    const named = await client.namedValue.beginCreateOrUpdateAndWait(group, service, 'host', { displayName: 'host-name', value: 'one.example' }, { updateIntervalInMs: 1 });
    expect(named).toMatchObject({ displayName: 'host-name', value: 'one.example', provisioningState: 'Succeeded' });
    const one = await client.backend.createOrUpdate(group, service, 'one', { url: 'https://one.example', protocol: 'http' });
    expect(one.eTag).toMatch(/^"[\w+/]{11}="$/u);
    await client.backend.createOrUpdate(group, service, 'both', { typePropertiesType: 'Pool', pool: { services: [{ id: one.id ?? '' }] } });
    const fragment = await client.policyFragment.beginCreateOrUpdateAndWait(group, service, 'route', { value: '<fragment><set-backend-service backend-id="both" /></fragment>' }, { updateIntervalInMs: 1 });
    // The poll's URL asks for rawxml, unless the resource is asked at the end.
    expect(fragment).toMatchObject({ name: 'route', provisioningState: 'Succeeded' });
    const policy = await client.apiOperationPolicy.createOrUpdate(group, service, 'chat', 'complete', 'policy', { value: INBOUND('<include-fragment fragment-id="route" /><set-header name="x"><value>{{host-name}}</value></set-header>'), format: 'xml' });
    expect(policy.value).toContain('\r\n\t<inbound>');

    await expect(client.policyFragment.delete(group, service, 'route', '*')).rejects.toMatchObject({ statusCode: 400, message: "The Policy Fragment 'route' is used by the following entities:\r\n/apis/chat/operations/complete/policies/policy\r\n" });
    await client.apiOperationPolicy.delete(group, service, 'chat', 'complete', 'policy', policy.eTag ?? '');
    await client.policyFragment.delete(group, service, 'route', '*');
    await client.backend.delete(group, service, 'both', '*');
    await client.backend.delete(group, service, 'one', '*');
    await client.namedValue.delete(group, service, 'host', '*');
    expect([...apim.stored().keys()]).toEqual(['policies/policy', 'apis/chat', 'apis/chat/operations/complete']);
  });
});

test('lists go over their pages, by links to ARM', async () => {
  const apim = await started({ pageSize: 2 });
  for (const id of ['a', 'b', 'c', 'd', 'e']) apim.seed(`backends/${id}`, { url: `https://${id}.example`, protocol: 'http' });
  const { client, at: [group, service] } = sdkClient(apim);
  const names: (string | undefined)[] = [];
  for await (const { name } of client.backend.listByService(group, service)) names.push(name);
  expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(await client.policyFragment.listReferences(group, service, 'none').catch((error: unknown) => error)).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' });
});

test('a backend and a named value are changed in part', async () => {
  const apim = await started();
  apim.seed('backends/one', { url: 'https://one.example', protocol: 'http', description: 'first' });
  apim.seed('namedValues/key', { displayName: 'key', secret: true, value: 'k' });
  const { client, at: [group, service] } = sdkClient(apim);
  const { eTag = '' } = await client.backend.get(group, service, 'one');
  const changed = await client.backend.update(group, service, 'one', eTag, { description: 'second' });
  expect(changed).toMatchObject({ url: 'https://one.example', description: 'second' });
  await expect(client.backend.update(group, service, 'one', eTag, { description: 'third' })).rejects.toMatchObject({ statusCode: 412, code: 'PreconditionFailed' });
  await client.namedValue.beginUpdateAndWait(group, service, 'key', '*', { tags: ['t'] }, { updateIntervalInMs: 1 });
  const named = await client.namedValue.get(group, service, 'key');
  expect(named).toMatchObject({ tags: ['t'], secret: true });
  expect(named).not.toHaveProperty('value');
  expect(await client.namedValue.listValue(group, service, 'key')).toMatchObject({ value: 'k' });
});

test('§0, 1: apiPolicy.get loses the value, which stands in the answer all the same, as JSON or as bare XML', async () => {
  for (const answersBareXml of [false, true]) {
    const apim = await started({ answersBareXml });
    apim.seed('apis/chat/policies/policy', { value: INBOUND('') });
    const { client, at: [group, service] } = sdkClient(apim);
    const bodies: (string | null | undefined)[] = [];
    const { value, eTag } = await client.apiPolicy.get(group, service, 'chat', 'policy', { format: 'xml', onResponse: ({ bodyAsText }) => bodies.push(bodyAsText) });
    expect([value, eTag]).toEqual([undefined, apim.stored().get('apis/chat/policies/policy')?.etag]);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain(answersBareXml ? '<policies>\r\n\t<inbound>' : '<policies>\\r\\n\\t<inbound>');
    await apim.close();
  }
});

test('what policies are attached to is made, listed and deleted by the SDK too', async () => {
  const apim = await started();
  const { client, at: [group, service] } = sdkClient(apim);
  const names = async (list: AsyncIterable<{ readonly name?: string }>): Promise<(string | undefined)[]> => {
    const found: (string | undefined)[] = [];
    for await (const { name } of list) found.push(name);
    return found;
  };
  await client.api.beginCreateOrUpdateAndWait(group, service, 'chat', { path: 'chat', displayName: 'Chat', protocols: ['https'] }, { updateIntervalInMs: 1 });
  await client.api.beginCreateOrUpdateAndWait(group, service, 'chat;rev=2', { path: 'chat', apiRevision: '2' }, { updateIntervalInMs: 1 });
  await client.apiOperation.createOrUpdate(group, service, 'chat', 'complete', { displayName: 'Complete', method: 'POST', urlTemplate: '/chat/completions' });
  await client.product.createOrUpdate(group, service, 'gold', { displayName: 'Gold' });
  await client.workspace.createOrUpdate(group, service, 'team', { displayName: 'Team' });
  await client.logger.createOrUpdate(group, service, 'hub', { loggerType: 'azureEventHub', credentials: { connectionString: 'canary' } });

  expect(await client.apiManagementService.get(group, service)).toMatchObject({ name: 'local', sku: { name: 'Developer' } });
  expect(await names(client.api.listByService(group, service))).toEqual(['chat', 'chat;rev=2']);
  expect(await names(client.api.listByService(group, service, { filter: 'isCurrent eq true' }))).toEqual(['chat']);
  expect(await client.api.get(group, service, 'chat;rev=1')).toMatchObject({ name: 'chat', displayName: 'Chat', apiRevision: '1', isCurrent: true });
  expect(await names(client.apiOperation.listByApi(group, service, 'chat'))).toEqual(['complete']);
  expect(await names(client.product.listByService(group, service))).toEqual(['gold']);
  expect(await names(client.workspace.listByService(group, service))).toEqual(['team']);
  expect(JSON.stringify(await client.logger.get(group, service, 'hub'))).not.toContain('canary');

  const value = INBOUND('');
  await client.apiPolicy.createOrUpdate(group, service, 'chat;rev=2', 'policy', { value });
  await client.productPolicy.createOrUpdate(group, service, 'gold', 'policy', { value });
  await client.workspacePolicy.createOrUpdate(group, service, 'team', 'policy', { value });
  expect((await client.workspacePolicy.getEntityTag(group, service, 'team', 'policy')).eTag).toBe(apim.stored().get('workspaces/team/policies/policy')?.etag);
  expect([...apim.stored().keys()].filter((path) => path.endsWith('/policies/policy'))).toEqual(['apis/chat;rev=2/policies/policy', 'products/gold/policies/policy', 'workspaces/team/policies/policy']);

  await client.api.beginDeleteAndWait(group, service, 'chat', '*', { deleteRevisions: true, updateIntervalInMs: 1 });
  await client.product.delete(group, service, 'gold', '*');
  await client.workspace.delete(group, service, 'team', '*');
  await client.logger.delete(group, service, 'hub', '*');
  expect([...apim.stored().keys()]).toEqual(['policies/policy']);
});
