/** Resources over the wire: what is sent, and what is made of what comes. Shapes: reference/management-api.md §1.2, §2. */
import { afterEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../src/model/secret.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import { parseAddress, type ResourceKey } from '../../../src/publish/resource-key.js';
import { type Answer, errorBody, type HeardRequest, type RecordedArm, recordedArm } from './recorded-arm.js';

let open: RecordedArm | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function answering(answer: (request: HeardRequest, number: number) => Answer): Promise<RecordedArm> {
  return (open = await recordedArm(answer));
}

function key(address: string): ResourceKey {
  const parsed = parseAddress(address);
  if (parsed === undefined) throw new Error(`${address} is no address`);
  return parsed;
}

const ETAG = '"AAAAAADmlmY="';
const XML = '<policies>\r\n\t<inbound>\r\n\t\t<base />\r\n\t</inbound>\r\n</policies>';
const POLICIES = [
  ['policy', 'policies/policy'],
  ['workspaces/w/policy', 'workspaces/w/policies/policy'],
  ['products/p/policy', 'products/p/policies/policy'],
  ['apis/chat/policy', 'apis/chat/policies/policy'],
  ['apis/chat;rev=2/policy', 'apis/chat%3Brev%3D2/policies/policy'],
  ['apis/chat/operations/complete/policy', 'apis/chat/operations/complete/policies/policy'],
] as const;

describe('reading', () => {
  test.each(POLICIES)('%s', async (address, path) => {
    const arm = await (await answering(() => ({ headers: { etag: ETAG }, body: { properties: { format: 'xml', value: XML } } }))).connect();
    expect(await arm.read(key(address))).toEqual({ key: key(address), etag: ETAG, provisioning: 'settled', body: { kind: 'policy', format: 'xml', value: XML } });
    expect(open?.requests).toMatchObject([{ method: 'GET', path, headers: { authorization: 'Bearer local' } }]);
    expect(open?.requests[0]?.query.get('format')).toBe('xml');
    expect(open?.requests[0]?.query.get('api-version')).toBe('2024-05-01');
  });

  const BARE = ['application/vnd.ms-azure-apim.policy+xml', 'text/xml; charset=utf-8', 'application/xml', undefined];
  test.each(BARE.flatMap((type) => ['apis/chat/policy', 'policy', 'policyFragments/f'].map((address) => [type, address] as const)))('bare XML as %s: %s', async (type, address) => {
    const arm = await (await answering(() => ({ headers: { etag: ETAG, 'content-type': type ?? '' }, body: `\ufeff${XML}` }))).connect();
    expect(await arm.read(key(address))).toMatchObject({ etag: ETAG, body: { format: 'xml', value: `\ufeff${XML}` } });
  });

  test('raw XML is told apart, whatever the answer says', async () => {
    const value = '<policies><inbound><set-variable name="x" value="@(context.Request.Headers.GetValueOrDefault("a", "b"))" /></inbound></policies>';
    const arm = await (await answering(() => ({ headers: { etag: ETAG }, body: { properties: { format: 'xml', value } } }))).connect();
    expect(await arm.read(key('apis/chat/policy'))).toMatchObject({ body: { format: 'rawxml', value } });
  });

  test('all of a backend, also what the SDK does not know', async () => {
    const properties = { url: 'https://a.example/openai', protocol: 'http', type: 'Single', sessionAffinity: { name: 'new' }, circuitBreaker: { rules: [{ name: 'r', tripDuration: 'PT1M' }] } };
    const arm = await (await answering(() => ({ headers: { etag: ETAG }, body: { properties } }))).connect();
    expect(await arm.read(key('backends/b'))).toMatchObject({ body: { kind: 'backend', properties } });
  });

  test('a named value in Key Vault, with what became of it', async () => {
    const lastStatus = { code: 'AccessDenied', message: 'no', timeStampUtc: '2026-01-01T00:00:00Z' };
    const properties = { displayName: 'Key', secret: true, tags: ['a'], keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/s', lastStatus }, provisioningState: 'Failed' };
    const arm = await (await answering(() => ({ headers: { etag: ETAG }, body: { properties } }))).connect();
    expect(await arm.read(key('namedValues/key'))).toEqual({
      key: key('namedValues/key'),
      etag: ETAG,
      provisioning: 'failed',
      keyVaultStatus: { code: 'AccessDenied', message: 'no' },
      body: { kind: 'named-value', displayName: 'Key', secret: true, tags: ['a'], keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/s' } },
    });
  });

  test('what is missing is undefined; a missing service is an error', async () => {
    const arm = await (await answering(({ path }) => path.startsWith('apis')
      ? { status: 404, body: errorBody('ResourceNotFound', 'PoliciesConfiguration not found.') }
      : { status: 404, body: errorBody('ResourceNotFound', "The Resource 'Microsoft.ApiManagement/service/contoso' under resource group 'rg' was not found.") })).connect();
    expect(await arm.read(key('apis/chat/policy'))).toBeUndefined();
    await expect(arm.read(key('policy'))).rejects.toMatchObject({ name: 'RemoteError', kind: 'refused', status: 404 });
    await expect(arm.service()).rejects.toThrow(/^there is no API Management service contoso in the resource group rg of the subscription .* check the environment test$/u);
  });

  test('the service', async () => {
    const arm = await (await answering(() => ({ body: { location: 'West Europe', sku: { name: 'BasicV2', capacity: 1 }, properties: {} } }))).connect();
    expect(await arm.service()).toEqual({ location: 'West Europe', sku: 'BasicV2' });
  });

  test('a shape that the SDK could not map', async () => {
    const properties = { type: 'Pool', pool: { services: { not: 'a list' } }, circuitBreaker: 'none', title: { x: 'canary' } };
    const arm = await (await answering(() => ({ headers: { etag: ETAG }, body: { properties } }))).connect();
    expect(await arm.read(key('backends/b'))).toMatchObject({ body: { properties } });
    await expect(arm.read(key('namedValues/n'))).rejects.toThrow(/^reading namedValues\/n: the service's answer does not hold what a named-value has$/u);
  });

  test('an answer without an ETag cannot be built on', async () => {
    const arm = await (await answering(() => ({ body: { properties: { value: XML } } }))).connect();
    await expect(arm.read(key('policy'))).rejects.toMatchObject({ kind: 'misunderstood', message: expect.stringContaining('without an ETag') });
  });

  test('secrets are read for those who may', async () => {
    const arm = await (await answering(({ path }) => (path === 'namedValues/open/listValue' ? { body: { value: 'canary-1' } } : { status: 403, body: errorBody('AuthorizationFailed', 'no') }))).connect();
    expect((await arm.readSecret('open'))?.reveal()).toBe('canary-1');
    expect(await arm.readSecret('closed')).toBeUndefined();
    expect(open?.requests).toMatchObject([{ method: 'POST' }, { method: 'POST' }]);
  });
});

describe('lists', () => {
  test('all pages, with bodies where the list holds them', async () => {
    const pages: Readonly<Record<string, unknown>> = {
      '': { value: [{ name: 'a', properties: { url: 'https://a', extra: 1 } }, { name: 'b', properties: { type: 'Pool' } }], count: 3, nextLink: 'NEXT' },
      '2': { value: [{ name: 'c', properties: { url: 'https://c' } }], count: 3, nextLink: '' },
    };
    const arm = await (await answering(({ query, path }) => ({
      body: JSON.stringify(pages[query.get('$skip') ?? '']).replace('NEXT', `https://management.azure.com/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.ApiManagement/service/contoso/${path}?api-version=2024-05-01&$skip=2`),
    }))).connect();
    expect(await arm.list('backend')).toEqual([
      { key: { kind: 'backend', id: 'a' }, body: { kind: 'backend', properties: { url: 'https://a', extra: 1 } } },
      { key: { kind: 'backend', id: 'b' }, body: { kind: 'backend', properties: { type: 'Pool' } } },
      { key: { kind: 'backend', id: 'c' }, body: { kind: 'backend', properties: { url: 'https://c' } } },
    ]);
  });

  test('fragments without text come without a body; secrets without a value', async () => {
    const items = { policyFragments: [{ name: 'f', properties: { description: 'x' } }], namedValues: [{ name: 'n', properties: { displayName: 'N', secret: true, tags: null } }] };
    const arm = await (await answering(({ path }) => ({ body: { value: path === 'namedValues' ? items.namedValues : items.policyFragments } }))).connect();
    expect(await arm.list('fragment')).toEqual([{ key: { kind: 'fragment', id: 'f' } }]);
    expect(await arm.list('named-value')).toEqual([{ key: { kind: 'named-value', id: 'n' }, body: { kind: 'named-value', displayName: 'N', secret: true, tags: [] } }]);
  });

  test('the current revision of an API stands without its number', async () => {
    const value = [{ name: 'chat;rev=3', properties: { isCurrent: true, apiRevision: '3' } }, { name: 'chat;rev=2', properties: { isCurrent: false, apiRevision: '2' } }, { name: 'other', properties: { isCurrent: true } }];
    const arm = await (await answering(() => ({ body: { value } }))).connect();
    expect(await arm.listParents('api')).toEqual(['chat', 'chat;rev=2', 'other']);
    expect(await arm.currentRevisions()).toEqual(['chat;rev=3']);
  });

  test('operations of an API that is not there, workspaces where the tier has none', async () => {
    const arm = await (await answering(({ path }) => (path === 'workspaces'
      ? { status: 400, body: errorBody('MethodNotAllowedInPricingTier', 'Method not allowed in Consumption pricing tier') }
      : { status: 404, body: errorBody('ResourceNotFound', 'Api not found.') }))).connect();
    expect(await arm.listParents({ operationsOf: 'gone' })).toEqual([]);
    expect(await arm.listParents('workspace')).toEqual([]);
  });

  test('pages that lead back to one another end', async () => {
    const nextLink = 'https://management.azure.com/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.ApiManagement/service/contoso/products?api-version=2024-05-01';
    const arm = await (await answering(() => ({ body: { value: [{ name: 'p' }], nextLink } }))).connect();
    await expect(arm.listParents('product')).rejects.toMatchObject({ kind: 'misunderstood' });
    expect(open?.requests.length).toBeLessThan(5);
  });

  test('what includes a fragment, over pages that the SDK does not follow', async () => {
    const ids = ['/apis/chat/operations/o/policies/policy', '/subscriptions/s/resourceGroups/rg/providers/Microsoft.ApiManagement/service/contoso/policies/policy', '/policyFragments/g'];
    const arm = await (await answering(({ query }) => ({ body: { value: ids.slice(Number(query.get('$skip') ?? 0)).slice(0, 2).map((id) => ({ id })), count: 3 } }))).connect();
    expect(await arm.usersOfFragment('f')).toEqual(['apis/chat/operations/o/policy', 'policy', 'policyFragments/g']);
  });
});

describe('writing', () => {
  const POLICY: ResourceBody = { kind: 'policy', format: 'xml', value: XML };

  test.each(POLICIES)('%s', async (address, path) => {
    const arm = await (await answering(() => ({ status: 201, headers: { etag: ETAG }, body: { properties: { format: 'xml', value: XML } } }))).connect();
    expect(await arm.write(key(address), POLICY, { kind: 'unchanged', etag: ETAG })).toEqual({ status: 201, etag: ETAG });
    expect(open?.requests).toMatchObject([{ method: 'PUT', path, headers: { 'if-match': ETAG } }]);
    expect(JSON.parse(open?.requests[0]?.body ?? '')).toEqual({ properties: { format: 'xml', value: XML } });
  });

  test.each([
    ['absent', '"AAAAAAAAAAA="'],
    ['any', undefined],
  ] as const)('condition %s', async (kind, header) => {
    const arm = await (await answering(() => ({ status: 201, headers: { etag: ETAG }, body: { properties: {} } }))).connect();
    await arm.write(key('policy'), POLICY, { kind });
    expect(open?.requests[0]?.headers['if-match']).toBe(header);
  });

  test('a backend goes out as it is', async () => {
    const properties = { url: 'https://a.example', type: 'Single', sessionAffinity: { x: [1, null] } };
    const arm = await (await answering(() => ({ status: 200, headers: { etag: ETAG }, body: { properties } }))).connect();
    await arm.write(key('backends/b'), { kind: 'backend', properties }, { kind: 'any' });
    expect(JSON.parse(open?.requests[0]?.body ?? '')).toEqual({ properties });
  });

  test.each<[string, ResourceBody, string, unknown]>([
    ['plain', { kind: 'named-value', displayName: 'N', secret: false, tags: ['t'], value: 'v' }, 'PUT', { displayName: 'N', secret: false, tags: ['t'], value: 'v' }],
    ['secret', { kind: 'named-value', displayName: 'N', secret: true, tags: [], secretValue: new Secret('canary-2') }, 'PUT', { displayName: 'N', secret: true, tags: [], value: 'canary-2' }],
    ['Key Vault', { kind: 'named-value', displayName: 'N', secret: true, tags: [], keyVault: { secretIdentifier: 'https://v/s' } }, 'PUT', { displayName: 'N', secret: true, tags: [], keyVault: { secretIdentifier: 'https://v/s' } }],
    ['secret that is kept', { kind: 'named-value', displayName: 'N', secret: true, tags: [] }, 'PATCH', { displayName: 'N', secret: true, tags: [] }],
  ])('a named value: %s', async (_name, body, method, properties) => {
    const arm = await (await answering(() => ({ status: 200, headers: { etag: ETAG }, body: { properties: { displayName: 'N' } } }))).connect();
    await arm.write(key('namedValues/n'), body, { kind: 'unchanged', etag: ETAG });
    expect(open?.requests[0]).toMatchObject({ method, headers: { 'if-match': ETAG } });
    expect(JSON.parse(open?.requests[0]?.body ?? '')).toEqual({ properties });
  });

  test('a secret without a value cannot be made', async () => {
    const arm = await (await answering(() => ({}))).connect();
    await expect(arm.write(key('namedValues/n'), { kind: 'named-value', displayName: 'N', secret: true, tags: [] }, { kind: 'absent' })).rejects.toThrow('the named value n has no value');
    expect(open?.requests).toEqual([]);
  });

  test.each([
    [200, 'removed'],
    [204, 'absent'],
    [404, 'absent'],
  ] as const)('deleting: %i', async (status, outcome) => {
    const arm = await (await answering(() => ({ status, ...(status === 404 ? { body: errorBody('ResourceNotFound', 'Api not found.') } : {}) }))).connect();
    expect(await arm.remove(key('apis/chat/operations/o/policy'), ETAG)).toBe(outcome);
    expect(open?.requests).toMatchObject([{ method: 'DELETE', headers: { 'if-match': ETAG } }]);
  });
});

test.each(['namedValues/..', 'backends/a%2Fb', 'apis/./policy', 'apis/chat/operations/../policy', 'policyFragments/a.b'])('%s never gets into a URL', async (address) => {
  const arm = await (await answering(() => ({}))).connect();
  const body: ResourceBody = { kind: 'policy', format: 'xml', value: XML };
  await expect(arm.read(key(address))).rejects.toMatchObject({ name: 'UsageError' });
  await expect(arm.write(key(address), body, { kind: 'any' })).rejects.toMatchObject({ name: 'UsageError' });
  await expect(arm.remove(key(address), ETAG)).rejects.toMatchObject({ name: 'UsageError' });
  expect(open?.requests).toEqual([]);
});
