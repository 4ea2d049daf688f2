/** The interface against the local APIM: what is written is read back, whatever way the service reports it. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { emitPolicyXml } from '../../../src/emit/policy-xml.js';
import { startLocalApim } from '../../../src/local-apim/start-local-apim.js';
import type { LocalApim, LocalApimOptions, LocalFault } from '../../../src/local-apim/local-apim.js';
import { SourceText } from '../../../src/model/origin.js';
import { readPolicyDocument } from '../../../src/model/read-document.js';
import { RemoteError } from '../../../src/model/remote-error.js';
import { Secret } from '../../../src/model/secret.js';
import { firstDifference } from '../../../src/model/equal-documents.js';
import type { Arm } from '../../../src/publish/arm/arm.js';
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import { parseAddress, type ResourceKey } from '../../../src/publish/resource-key.js';
import { serviceFindings } from '../../../src/publish/service-findings.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';
import { quickClock } from './recorded-arm.js';

let apim: LocalApim | undefined;

afterEach(async () => {
  await apim?.close();
  apim = undefined;
});

async function connected(options: LocalApimOptions = {}): Promise<Arm> {
  const { endpoint, subscription, resourceGroup, service } = (apim = await startLocalApim({ port: 0, createsParents: true, ...options }));
  return await connectArm({ environment: 'local', cloud: 'public', subscription, resourceGroup, service, endpoint }, { environmentVariables: {}, clock: quickClock().clock });
}

function key(address: string): ResourceKey {
  const parsed = parseAddress(address);
  if (parsed === undefined) throw new Error(`${address} is no address`);
  return parsed;
}

function read(text: string, file = 'policy.xml'): ReturnType<typeof readPolicyDocument> {
  return readPolicyDocument(parseXml(text), new SourceText(file, text), { name: 'policy' });
}

const XML = `<policies>
  <inbound>
    <base />
    <set-variable name="caller" value="@(context.Request.Headers.GetValueOrDefault(&quot;x&quot;, &quot;y&quot;))" />
  </inbound>
  <backend><base /></backend>
  <outbound><base /></outbound>
  <on-error><base /></on-error>
</policies>`;
const GLOBAL = XML.replaceAll('<base />', '').replace('<backend>', '<backend><forward-request />');
const FRAGMENT = '<fragment><set-header name="x-a" exists-action="override"><value>1</value></set-header></fragment>';

const BODIES: readonly (readonly [address: string, ResourceBody])[] = [
  ['namedValues/plain', { kind: 'named-value', displayName: 'Plain', secret: false, tags: ['a'], value: 'v' }],
  ['backends/aoai', { kind: 'backend', properties: { url: 'https://aoai.example/openai', protocol: 'http', circuitBreaker: { rules: [{ name: 'r', tripDuration: 'PT1M', failureCondition: { count: 3, interval: 'PT5M', statusCodeRanges: [{ min: 429, max: 429 }] } }] } } }],
  ['policyFragments/f', { kind: 'fragment', format: 'xml', value: FRAGMENT, description: 'adds a header' }],
  ['policy', { kind: 'policy', format: 'xml', value: GLOBAL }],
  ['products/p/policy', { kind: 'policy', format: 'xml', value: XML }],
  ['apis/chat/policy', { kind: 'policy', format: 'xml', value: XML }],
  ['apis/chat/operations/complete/policy', { kind: 'policy', format: 'xml', value: XML }],
];

const DIALECTS = ['accepted', 'location', 'async-operation'] as const;

describe.each(DIALECTS)('long-running operations as %s', (operationDialect) => {
  test.each(BODIES)('%s is written, read, changed and removed', async (address, body) => {
    const arm = await connected({ operationDialect, operationPolls: 3 });
    const seeded = await arm.read(key(address));
    expect(seeded === undefined).toBe(address !== 'policy');
    if (seeded === undefined) expect(await arm.write(key(address), body, { kind: 'absent' })).not.toMatchObject({ status: 200 });
    else await arm.write(key(address), body, { kind: 'unchanged', etag: seeded.etag });
    const first = await arm.read(key(address));
    expect(first?.provisioning).toBe('settled');
    expectSame(first?.body, body);

    const again = await arm.write(key(address), body, { kind: 'unchanged', etag: first?.etag ?? '' });
    expect(again.etag ?? first?.etag).toBe(first?.etag);
    await expect(arm.write(key(address), body, { kind: 'absent' })).rejects.toMatchObject({ kind: 'changed', status: 412 });
    await expect(arm.write(key(address), body, { kind: 'unchanged', etag: '"AAAAAAD//wE="' })).rejects.toMatchObject({ kind: 'changed' });
    await expect(arm.remove(key(address), '"AAAAAAD//wE="')).rejects.toMatchObject({ kind: 'changed' });

    expect(await arm.remove(key(address), first?.etag ?? '')).toBe('removed');
    expect(await arm.read(key(address))).toBeUndefined();
    expect(await arm.remove(key(address), first?.etag ?? '')).toBe('absent');
  });

  test('one that fails is thrown, and leaves what was there', async () => {
    let fails = false;
    const arm = await connected({ operationDialect, faults: ({ method }) => (fails && method === 'PUT' ? { kind: 'operation-fails' } : undefined) });
    const body: ResourceBody = { kind: 'fragment', format: 'xml', value: FRAGMENT };
    await arm.write(key('policyFragments/f'), body, { kind: 'absent' });
    const before = await arm.read(key('policyFragments/f'));
    fails = true;
    await expect(arm.write(key('policyFragments/f'), { ...body, value: FRAGMENT.replace('x-a', 'x-b') }, { kind: 'any' })).rejects.toMatchObject({ name: 'RemoteError', kind: expect.stringMatching(/^(?:failed|refused)$/u) });
    expect(await arm.read(key('policyFragments/f'))).toEqual(before);
  });
});

function expectSame(live: ResourceBody | undefined, sent: ResourceBody): void {
  if ((live?.kind === 'policy' || live?.kind === 'fragment') && (sent.kind === 'policy' || sent.kind === 'fragment')) {
    expect(firstDifference(read(live.value), read(sent.value))).toBeUndefined();
    expect(live).toEqual({ ...sent, value: live.value });
  } else if (live?.kind === 'backend' && sent.kind === 'backend') {
    expect(live.properties).toMatchObject(sent.properties);
  } else {
    expect(live).toEqual(sent);
  }
}

describe('secrets', () => {
  const SECRET: ResourceBody = { kind: 'named-value', displayName: 'Key', secret: true, tags: [], secretValue: new Secret('canary-3') };

  test('are written, asked for apart, and kept when only the rest is written', async () => {
    const arm = await connected();
    await arm.write(key('namedValues/k'), SECRET, { kind: 'absent' });
    const live = await arm.read(key('namedValues/k'));
    expect(live?.body).toEqual({ kind: 'named-value', displayName: 'Key', secret: true, tags: [] });
    expect((await arm.readSecret('k'))?.reveal()).toBe('canary-3');
    await arm.write(key('namedValues/k'), { kind: 'named-value', displayName: 'Key', secret: true, tags: ['new'] }, { kind: 'unchanged', etag: live?.etag ?? '' });
    expect((await arm.read(key('namedValues/k')))?.body).toMatchObject({ tags: ['new'] });
    expect((await arm.readSecret('k'))?.reveal()).toBe('canary-3');
    expect(JSON.stringify(await arm.list('named-value'))).not.toContain('canary');
  });
});

describe('lists', () => {
  test('over small pages', async () => {
    const arm = await connected({ pageSize: 3 });
    const names = Array.from({ length: 10 }, (_, index) => `b${index}`);
    for (const name of names) apim?.seed(`backends/${name}`, { url: `https://${name}.example`, protocol: 'http' });
    for (const name of names) apim?.seed(`apis/${name}`, { displayName: name, path: name });
    for (const name of names) apim?.seed(`apis/b0/operations/${name}`, { displayName: name, method: 'POST', urlTemplate: `/${name}` });
    const listed = await arm.list('backend');
    expect(listed.map(({ key: { kind }, body }) => [kind, body?.kind])).toEqual(names.map(() => ['backend', 'backend']));
    expect([...(await arm.listParents('api'))].sort()).toEqual(names);
    expect([...(await arm.listParents({ operationsOf: 'b0' }))].sort()).toEqual(names);
    expect(await arm.listParents({ operationsOf: 'nowhere' })).toEqual([]);
  });

  test('the service, its products and workspaces', async () => {
    const arm = await connected({ sku: 'StandardV2' });
    apim?.seed('products/p', { displayName: 'P' });
    expect((await arm.service()).sku).toBe('StandardV2');
    expect(await arm.listParents('product')).toContain('p');
    expect(await arm.listParents('workspace')).toEqual([]);
  });

  test('what includes a fragment', async () => {
    const arm = await connected();
    await arm.write(key('policyFragments/f'), { kind: 'fragment', format: 'xml', value: FRAGMENT }, { kind: 'absent' });
    const including = XML.replace('<base />', '<base /><include-fragment fragment-id="f" />');
    await arm.write(key('apis/chat/operations/o/policy'), { kind: 'policy', format: 'xml', value: including }, { kind: 'absent' });
    expect(await arm.usersOfFragment('f')).toEqual(['apis/chat/operations/o/policy']);
    const live = await arm.read(key('policyFragments/f'));
    await expect(arm.remove(key('policyFragments/f'), live?.etag ?? '')).rejects.toMatchObject({ kind: 'refused', details: [{ message: expect.stringContaining('is used by the following entities') }] });
  });
});

test.each(['apis/chat/policy', 'policy', 'policyFragments/f'])('bare XML: %s', async (address) => {
  const arm = await connected({ answersBareXml: true });
  const body: ResourceBody = address.startsWith('policyFragments') ? { kind: 'fragment', format: 'xml', value: FRAGMENT } : { kind: 'policy', format: 'xml', value: address === 'policy' ? GLOBAL : XML };
  await arm.write(key(address), body, { kind: 'any' });
  const live = await arm.read(key(address));
  expect(live?.body.kind === 'backend' || live?.body.kind === 'named-value' ? undefined : firstDifference(read(live?.body.value ?? ''), read(body.value))).toBeUndefined();
});

test('what the service refuses is found where it was written', async () => {
  const arm = await connected();
  const source = `<policies>
    <inbound>
        <base />
        <!-- the region -->
        <set-variable name="q" value="@(context.Request.Headers.GetValueOrDefault("a", "b"))" /><set-backend-service backend-id="nowhere" />
    </inbound>
    <backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error>
</policies>`;
  const document = read(source, 'apis/chat/policy.xml');
  const sent = emitPolicyXml(document, { content: 'xml' });
  const error: unknown = await arm.write(key('apis/chat/policy'), { kind: 'policy', format: 'xml', value: sent }, { kind: 'absent' }).catch((reason: unknown) => reason);
  if (!(error instanceof RemoteError)) throw new Error('it was not refused', { cause: error });
  expect(error).toMatchObject({ kind: 'refused', status: 400, code: 'ValidationError' });
  const [line = ''] = source.split('\n').filter((text) => text.includes('nowhere'));
  expect(serviceFindings(error, { document, sent })).toMatchObject([{
    code: 'refused-by-service',
    file: 'apis/chat/policy.xml',
    path: 'inbound/set-backend-service[1]/@backend-id',
    range: { start: { line: 5, column: line.indexOf('backend-id') + 1 } },
  }]);
});

/** One after the other, one for each request; then none. */
const FAULTS: fc.Arbitrary<readonly (LocalFault | undefined)[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<LocalFault>(
        { kind: 'reset', when: 'before' }, { kind: 'reset', when: 'after' }, { kind: 'cut', afterBytes: 0 }, { kind: 'cut', afterBytes: 30 }, { kind: 'hang' }, { kind: 'operation-fails' },
        { kind: 'status', status: 429, when: 'before' }, { kind: 'status', status: 429, when: 'after', retryAfter: '2' }, { kind: 'status', status: 500, when: 'after' }, { kind: 'status', status: 503, when: 'before', retryAfter: '1' },
        { kind: 'status', status: 502, when: 'after', body: '<html>Bad Gateway</html>' }, { kind: 'status', status: 409, when: 'before', code: 'Conflict' },
      ),
    },
  ),
  { maxLength: 12 },
);

describe.each(DIALECTS)('whatever fails on the way, as %s', (operationDialect) => {
  const OLD: ResourceBody = { kind: 'fragment', format: 'xml', value: FRAGMENT };
  const NEW: ResourceBody = { kind: 'fragment', format: 'xml', value: FRAGMENT.replace('x-a', 'x-b') };

  test('a read comes through, a write says that it went well only when it did, and every failure is told', async () => {
    let faults: (LocalFault | undefined)[] = [];
    const { endpoint, subscription, resourceGroup, service } = (apim = await startLocalApim({ port: 0, operationDialect, operationPolls: 2, faults: () => faults.shift() }));
    const target = { environment: 'local', cloud: 'public', subscription, resourceGroup, service, endpoint } as const;
    const arm = await connectArm(target, { environmentVariables: {}, clock: quickClock().clock });
    const tried = await connectArm(target, { environmentVariables: {}, clock: quickClock().clock, retry: { attempts: 30, requestTimeout: 80 } });
    let number = 0;
    await fc.assert(fc.asyncProperty(FAULTS, FAULTS, async (whileReading, whileWriting) => {
      faults = [];
      // A write whose answer was lost keeps its fragment busy.
      const fragment = key(`policyFragments/f${++number}`);
      await arm.write(fragment, OLD, { kind: 'any' });
      const before = await arm.read(fragment);
      faults = [...whileReading];
      expect(await tried.read(fragment)).toEqual(before);

      faults = [...whileWriting];
      const outcome = await tried.write(fragment, NEW, { kind: 'unchanged', etag: before?.etag ?? '' }).catch((reason: unknown) => reason);
      faults = [];
      const after = await arm.read(fragment);
      const value = after?.body.kind === 'fragment' ? after.body.value : '';
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(RemoteError);
        expect(value).toMatch(/x-[ab]/u);
      } else {
        expect(value).toContain('x-b');
      }
    }), { numRuns: 10, seed: 20261124 });
  });
});
