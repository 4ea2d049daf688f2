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
    await client.backend.createOrUpdate(group, service, 'both', { typePropertiesType: 'Pool', pool: { services: [{ id: one.id ?? '' }] } } as never);
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
