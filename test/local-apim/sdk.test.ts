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
