/** The token goes to one place, and nothing that nobody may see gets into what is said. Source: reference/management-api.md §1.3, §2.2. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { RemoteError } from '../../../src/model/remote-error.js';
import { Secret } from '../../../src/model/secret.js';
import { scrubbedText } from '../../../src/publish/arm/scrubbed-text.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import type { ResourceKey } from '../../../src/publish/resource-key.js';
import { type Answer, errorBody, type HeardRequest, type RecordedArm, recordedArm, SERVICE_URL } from './recorded-arm.js';

const FRAGMENT: ResourceKey = { kind: 'fragment', id: 'f' };
const FRAGMENT_BODY: ResourceBody = { kind: 'fragment', format: 'xml', value: '<fragment />' };
const TOKEN = 'canary-token-0123456789';

let open: RecordedArm | undefined;
let foreign: Server | undefined;
const heardAbroad: string[] = [];

afterEach(async () => {
  await open?.close();
  await new Promise<void>((resolve) => { if (foreign === undefined) resolve(); else foreign.close(() => { resolve(); }); });
  open = undefined;
  foreign = undefined;
  heardAbroad.length = 0;
});

async function answering(answer: (request: HeardRequest, number: number) => Answer): Promise<RecordedArm> {
  return (open = await recordedArm(answer));
}

/** Somebody else's server on this machine, which answers everything. */
async function foreignOrigin(): Promise<string> {
  const server = createServer((request, response) => {
    heardAbroad.push(request.headers.authorization ?? 'no token');
    response.end('{"properties":{}}');
  });
  foreign = server;
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a foreign host gets nothing', () => {
  const PATH = new URL(SERVICE_URL).pathname;
  const abroad: readonly (readonly [string, (origin: string) => string])[] = [
    ['http', (origin) => `${origin}${PATH}/policyFragments/f?asyncId=1`],
    ['https', (origin) => `${origin.replace('http:', 'https:')}${PATH}/policyFragments/f?asyncId=1`],
    ['the right name as user information', (origin) => `${origin.replace('http://', 'https://management.azure.com@')}${PATH}/policyFragments/f?asyncId=1`],
    ['the right name as the start of another', () => `https://management.azure.com.example.invalid${PATH}/policyFragments/f?asyncId=1`],
    ['plain http of the right host', () => `http://management.azure.com${PATH}/policyFragments/f?asyncId=1`],
    ['another port of the right host', () => `https://management.azure.com:8443${PATH}/policyFragments/f?asyncId=1`],
  ];
  const headers = ['location', 'azure-asyncoperation'];

  test.each(headers.flatMap((header) => abroad.map(([name, urlOf]) => [header, name, urlOf] as const)))('%s: %s', async (header, _name, urlOf) => {
    const url = urlOf(await foreignOrigin());
    const arm = await (await answering(() => ({ status: 201, headers: { [header]: url }, body: { properties: { provisioningState: 'InProgress' } } }))).connect({ environmentVariables: { AOAI_POLICY_TOKEN: TOKEN } });
    await expect(arm.write(FRAGMENT, FRAGMENT_BODY, { kind: 'any' })).rejects.toThrow(/the service leads to \S+ to go on, but requests go to https:\/\/management\.azure\.com alone; nothing was sent there$/u);
    expect(open?.requests.map(({ method }) => method)).toEqual(['PUT']);
    expect(heardAbroad).toEqual([]);
  });

  test('nextLink', async () => {
    const origin = await foreignOrigin();
    const arm = await (await answering(() => ({ body: { value: [], nextLink: `${origin}/more` } }))).connect();
    await expect(arm.list('backend')).rejects.toMatchObject({ kind: 'misunderstood' });
    expect(heardAbroad).toEqual([]);
  });

  test.each([301, 302, 307, 308])('a redirect with %i', async (status) => {
    const origin = await foreignOrigin();
    const arm = await (await answering(() => ({ status, headers: { location: `${origin}/elsewhere` } }))).connect();
    await expect(arm.read(FRAGMENT)).rejects.toMatchObject({ kind: 'misunderstood', status });
    expect(heardAbroad).toEqual([]);
  });

  test('a challenge that asks for another token', async () => {
    const origin = await foreignOrigin();
    const challenge = `Bearer authorization_uri="${origin}/login", error="insufficient_claims", claims="eyJhIjoxfQ=="`;
    const arm = await (await answering(() => ({ status: 401, headers: { 'www-authenticate': challenge }, body: errorBody('InvalidAuthenticationToken', 'no') }))).connect();
    await expect(arm.read(FRAGMENT)).rejects.toMatchObject({ kind: 'not-allowed', status: 401 });
    expect(heardAbroad).toEqual([]);
  });
});

test('an endpoint on this machine gets the word local, whatever token is at hand', async () => {
  const server = await answering(() => ({ headers: { etag: '"AAE="' }, body: { properties: { value: '<fragment />' } } }));
  await (await server.connect({ environmentVariables: { AOAI_POLICY_TOKEN: ` ${TOKEN}\n` } })).read(FRAGMENT);
  await (await server.connect()).read(FRAGMENT);
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer local', 'Bearer local']);
});

test('a proxy for the world is none for this machine', async () => {
  const before = process.env['HTTPS_PROXY'];
  process.env['HTTPS_PROXY'] = 'http://127.0.0.1:9';
  try {
    const arm = await (await answering(() => ({ headers: { etag: '"AAE="' }, body: { properties: { value: '<fragment />' } } }))).connect();
    expect(await arm.read(FRAGMENT)).toBeDefined();
  } finally {
    if (before === undefined) delete process.env['HTTPS_PROXY'];
    else process.env['HTTPS_PROXY'] = before;
  }
});

describe('what is said holds no secret', () => {
  const CANARY = 'canary <se"cret> & value';
  const ECHOES = [CANARY, JSON.stringify(CANARY), 'canary &lt;se&quot;cret&gt; &amp; value', encodeURIComponent(CANARY)];
  const SIGNED = `${SERVICE_URL}/policyFragments/f?api-version=2024-05-01&asyncId=1&t=1&c=${'MII'.repeat(2_000)}&s=signature-canary&h=hash`;
  const BODIES: readonly (readonly [ResourceKey, ResourceBody])[] = [
    [{ kind: 'named-value', id: 'n' }, { kind: 'named-value', displayName: 'N', secret: true, tags: [], secretValue: new Secret(CANARY) }],
    [{ kind: 'backend', id: 'b' }, { kind: 'backend', properties: { url: 'https://b.example', credentials: { header: { 'api-key': [CANARY] } } } }],
    [{ kind: 'backend', id: 'b' }, { kind: 'backend', properties: { url: 'https://b.example', proxy: { url: 'https://p.example', password: CANARY } } }],
  ];

  test.each(BODIES.flatMap(([key, body]) => ECHOES.flatMap((echo) => [400, 500, 409].map((status) => [key, body, echo, status] as const))))('%o %o %s %i', async (key, body, echo, status) => {
    const details = [{ code: 'ValidationError', target: echo, message: `Value '${echo}' is wrong, see ${SIGNED}` }];
    const answer: Answer = { status, headers: { 'x-ms-request-id': 'r' }, body: errorBody('ValidationError', `Invalid: ${echo}; token Bearer ${TOKEN}`, details) };
    const arm = await (await answering(() => answer)).connect({ environmentVariables: { AOAI_POLICY_TOKEN: TOKEN } });
    const error = await arm.write(key, body, { kind: 'any' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RemoteError);
    const said = everythingOf(error);
    expect(said).toContain('ValidationError');
    for (const secret of ['canary', 'signature', 'se"cret', TOKEN]) expect(said).not.toContain(secret);
  });

  test('a signed URL of an operation is not named', async () => {
    const arm = await (await answering(({ method }) => (method === 'PUT' ? { status: 202, headers: { location: SIGNED } } : { status: 403, body: errorBody('AuthorizationFailed', 'no') }))).connect();
    const error = await arm.write(FRAGMENT, FRAGMENT_BODY, { kind: 'any' }).catch((reason: unknown) => reason);
    expect(open?.requests[1]?.query.get('s')).toBe('signature-canary');
    expect(everythingOf(error)).not.toContain('canary');
  });

  test('nor is it told to who watches', async () => {
    const told: string[] = [];
    const arm = await (await answering(({ method }) => (method === 'PUT' ? { status: 202, headers: { location: SIGNED } } : { status: 200, body: { properties: {} } }))).connect({ observer: { onRequest: (request) => told.push(JSON.stringify(request)) } });
    await arm.write(FRAGMENT, FRAGMENT_BODY, { kind: 'any' });
    expect(told).toHaveLength(2);
    expect(told.join('')).not.toContain('canary');
  });

  test.each([
    ['see https://a.example/b?sig=x#y now', 'see https://a.example/b?… now'],
    ['https://user:pass@a.example/b', 'https://a.example/b'],
    ['eyJhbGciOi.eyJzdWIi.c2ln rest', '*** rest'],
    ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer ***'],
    ['a\r\n  b\tc', 'a b c'],
    ['plain text, with https://learn.example/page', 'plain text, with https://learn.example/page'],
  ])('%s', (text, clean) => {
    expect(scrubbedText(text)).toBe(clean);
  });
});

/** All that a display, a log or a journal could print of an error. */
function everythingOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack ?? '', JSON.stringify(error), JSON.stringify(Object.entries(error)), error.cause === undefined ? '' : everythingOf(error.cause)].join('\n');
}
