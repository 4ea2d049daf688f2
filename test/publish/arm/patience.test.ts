/** Throttling, outages, dead connections: what is tried again, what is not, and how long everybody waits. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { RemoteError } from '../../../src/model/remote-error.js';
import { BackOff } from '../../../src/publish/arm/back-off.js';
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import { patience } from '../../../src/publish/arm/patience.js';
import { RequestSlots } from '../../../src/publish/arm/request-slots.js';
import { sdkClient } from '../../../src/publish/arm/sdk-client.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import type { ResourceKey } from '../../../src/publish/resource-key.js';
import { type Answer, errorBody, type HeardRequest, quickClock, type RecordedArm, recordedArm, SERVICE_URL, SUBSCRIPTION } from './recorded-arm.js';

const KEY: ResourceKey = { kind: 'policy', scope: { kind: 'api', api: 'chat' } };
const BODY: ResourceBody = { kind: 'policy', format: 'xml', value: '<policies />' };
const FOUND: Answer = { headers: { etag: '"AAE="' }, body: { properties: { value: '<policies />' } } };
const THROTTLED: Answer = { status: 429, body: errorBody('SubscriptionRequestsThrottled', "Number of 'read' requests exceeded.") };

let open: RecordedArm | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function answering(answer: (request: HeardRequest, number: number) => Answer | Promise<Answer>): Promise<RecordedArm> {
  return (open = await recordedArm(answer));
}

const half = { random: () => 0 };

describe('reads', () => {
  test.each<[string, Answer, readonly number[]]>([
    ['seconds', { ...THROTTLED, headers: { 'retry-after': '7' } }, [7_000]],
    ['a date', { ...THROTTLED, headers: { 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' } }, [30_000]],
    ['a date that is over', { ...THROTTLED, headers: { 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' } }, [500]],
    ['retry-after-ms', { ...THROTTLED, headers: { 'retry-after-ms': '250', 'retry-after': '9' } }, [250]],
    ['x-ms-retry-after-ms', { ...THROTTLED, headers: { 'x-ms-retry-after-ms': '1500' } }, [1_500]],
    ['nothing', THROTTLED, [500]],
    ['nonsense', { ...THROTTLED, headers: { 'retry-after': 'soon' } }, [500]],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '3' } }, [3_000]],
    ['503', { status: 503 }, [250]],
    ['500', { status: 500, body: 'oops' }, [250]],
    ['HTML of a proxy', { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><title>Bad Gateway</title></html>' }, [250]],
    ['408', { status: 408 }, [250]],
    ['409', { status: 409, body: errorBody('Conflict', 'Operation on the API is in progress') }, [250]],
    ['reset', { fault: 'reset' }, [100]],
    ['cut short', { fault: 'cut', body: FOUND.body }, [100]],
    ['half of JSON in a whole answer', { body: '{"properties":{"va' }, [100]],
  ])('tried again after %s', async (_name, first, waits) => {
    const { clock, waits: slept } = quickClock();
    const arm = await (await answering((_request, number) => (number === 1 ? first : FOUND))).connect({ clock, retry: half });
    expect(await arm.read(KEY)).toMatchObject({ etag: '"AAE="' });
    expect(slept).toEqual(waits);
  });

  test.each<[string, Answer, Partial<RemoteError>]>([
    ['400', { status: 400, body: errorBody('ValidationError', 'no') }, { kind: 'refused', status: 400, code: 'ValidationError' }],
    ['401', { status: 401, body: errorBody('InvalidAuthenticationToken', 'The access token has expired.') }, { kind: 'not-allowed', code: 'InvalidAuthenticationToken' }],
    ['403', { status: 403, body: errorBody('AuthorizationFailed', 'no') }, { kind: 'not-allowed', status: 403 }],
    ['501', { status: 501 }, { kind: 'refused', status: 501 }],
    ['409 that lasts', { status: 409, body: errorBody('ScopeLocked', 'The scope is locked.') }, { kind: 'refused', code: 'ScopeLocked' }],
    ['a redirect', { status: 307, headers: { location: 'https://elsewhere.example/' } }, { kind: 'misunderstood', status: 307 }],
    ['a page where JSON should be', { headers: { 'content-type': 'text/html' }, body: '<html><body>Sign in</body></html>' }, { kind: 'misunderstood', status: 200 }],
    ['a part of a page', { headers: { 'content-type': 'text/html' }, body: '<div>Sign in</div>' }, { kind: 'misunderstood', status: 200 }],
    ['a wait that is too long', { ...THROTTLED, headers: { 'retry-after': '3600' } }, { kind: 'throttled', retryAfter: 3_600_000 }],
  ])('not tried again after %s', async (_name, answer, error) => {
    const { clock, waits } = quickClock();
    const arm = await (await answering(() => answer)).connect({ clock });
    await expect(arm.read(KEY)).rejects.toMatchObject({ name: 'RemoteError', ...error });
    expect(open?.requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test('given up after some attempts, each wait twice the one before', async () => {
    const { clock, waits } = quickClock();
    const arm = await (await answering(() => ({ status: 503 }))).connect({ clock, retry: { ...half, attempts: 4 } });
    await expect(arm.read(KEY)).rejects.toMatchObject({ kind: 'unavailable', status: 503, message: 'reading apis/chat/policy: the service answered 503' });
    expect(waits).toEqual([250, 500, 1_000]);
  });

  test('throttling that does not say for how long makes longer waits each time', async () => {
    const { clock, waits } = quickClock();
    const arm = await (await answering((_request, number) => (number < 4 ? THROTTLED : FOUND))).connect({ clock, retry: half });
    await arm.read(KEY);
    expect(waits).toEqual([500, 1_000, 2_000]);
  });

  test('what goes through makes the next wait short again', async () => {
    const { clock, waits } = quickClock();
    const arm = await (await answering((_request, number) => (number === 1 || number === 2 || number === 4 ? THROTTLED : FOUND))).connect({ clock, retry: half });
    await arm.read(KEY);
    await arm.read(KEY);
    expect(waits).toEqual([500, 1_000, 500]);
  });

  test('each attempt carries the token', async () => {
    const arm = await (await answering((_request, number) => (number < 3 ? { fault: 'reset' } : FOUND))).connect();
    await arm.read(KEY);
    expect(open?.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer local', 'Bearer local', 'Bearer local']);
  });
});

describe('writes', () => {
  test.each<[string, Answer, Partial<RemoteError>]>([
    ['429', { ...THROTTLED, headers: { 'retry-after': '7' } }, { kind: 'throttled', retryAfter: 7_000 }],
    ['429 that says nothing', THROTTLED, { kind: 'throttled', retryAfter: 500 }],
    ['503', { status: 503 }, { kind: 'unavailable' }],
    ['409', { status: 409, body: errorBody('PessimisticConcurrencyConflict', 'Operation on the API is in progress') }, { kind: 'busy' }],
    ['422', { status: 422, body: errorBody('ManagementApiRequestFailed', 'try again') }, { kind: 'busy' }],
    ['412', { status: 412, body: errorBody('PreconditionFailed', 'Resource was modified since last retrieval.') }, { kind: 'changed' }],
    ['reset', { fault: 'reset' }, { kind: 'network', code: 'ECONNRESET' }],
    ['cut short', { fault: 'cut', body: FOUND.body }, { kind: 'network' }],
    ['flaky', { status: 400, body: errorBody('ValidationError', 'One or more fields contain incorrect values:', [{ code: 'ValidationError', target: 'validate-jwt', message: "Error in element 'validate-jwt' on line 3, column 4: Unable to obtain configuration from: 'https://login.example/.well-known/openid-configuration'." }]) }, { kind: 'flaky' }],
    ['instance still being made', { status: 400, body: errorBody('ValidationError', 'Policy size exceeds allowed limit of -1 KB') }, { kind: 'flaky' }],
  ])('sent once: %s', async (_name, answer, error) => {
    const arm = await (await answering(() => answer)).connect({ retry: half });
    await expect(arm.write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({ name: 'RemoteError', ...error });
    await expect(arm.remove(KEY, '"x"')).rejects.toMatchObject({ name: 'RemoteError' });
    expect(open?.requests.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
  });

  test('all details, and what to give to support', async () => {
    const details = [
      { code: 'ValidationError', target: 'set-backend-service', message: "Error in element 'set-backend-service' on line 3, column 4: Backend with id 'b' could not be found." },
      { code: 'ValidationError', target: 'base', message: "Error in element 'base' on line 9, column 4: no." },
    ];
    const headers = { 'x-ms-correlation-request-id': 'corr-1', 'x-ms-request-id': 'req-1' };
    const arm = await (await answering(() => ({ status: 400, headers, body: errorBody('ValidationError', 'One or more fields contain incorrect values:', details) }))).connect();
    await expect(arm.write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({
      message: "writing apis/chat/policy: the service answered 400 ValidationError: Error in element 'set-backend-service' on line 3, column 4: Backend with id 'b' could not be found (and 1 more)",
      code: 'ValidationError', requestId: 'corr-1', details,
    });
  });
});

test('one that is throttled holds all back', async () => {
  const { clock, waits } = quickClock();
  const told: unknown[] = [];
  const arm = await (await answering((_request, number) => (number === 1 ? { ...THROTTLED, headers: { 'retry-after': '20' } } : FOUND))).connect({ clock, observer: { onWait: (wait) => told.push(wait) } });
  await expect(arm.write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({ kind: 'throttled' });
  const before = clock.now();
  await arm.read(KEY);
  expect(clock.now() - before).toBe(20_000);
  expect(waits).toEqual([20_000]);
  expect(told).toEqual([{ milliseconds: 20_000, reason: 'the service answers 429' }]);
});

test.each([1, 3, 5])('at most %i in flight', async (concurrency) => {
  let now = 0;
  let most = 0;
  const arm = await (await answering(async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now--;
    return FOUND;
  })).connect({ concurrency });
  await Promise.all(Array.from({ length: 12 }, async () => await arm.read(KEY)));
  expect(most).toBe(concurrency);
});

describe('a service that does not answer', () => {
  test.each(['hang', 'cut-gzip'] as const)('%s', async (fault) => {
    const arm = await (await answering(() => ({ fault }))).connect({ retry: { requestTimeout: 40, attempts: 2 } });
    await expect(arm.read(KEY)).rejects.toMatchObject({ kind: 'network' });
    await expect(arm.write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({ kind: 'network' });
  });

  test('with a certificate that cannot be right, or a name that is not known, is said at once', async () => {
    const { clock, waits } = quickClock();
    const target = { environment: 'dev', cloud: 'public', subscription: SUBSCRIPTION, resourceGroup: 'rg', service: 'contoso' } as const;
    for (const code of ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ENOTFOUND']) {
      const sending = patience({
        clock, slots: new RequestSlots(1), backOff: new BackOff({ clock, random: Math.random }), observer: {}, attempts: 6, requestTimeout: 1_000, longestWait: 1_000, random: Math.random, origin: 'https://management.azure.com', addressOf: String,
      });
      const credential = { getToken: () => Promise.reject(Object.assign(new Error('no'), { code })) };
      const client = await sdkClient(target, { management: 'https://management.azure.com', credential, patience: sending });
      await expect(client.apiManagementService.get('rg', 'contoso')).rejects.toMatchObject({ name: 'RemoteError', kind: 'network', code });
    }
    expect(waits).toEqual([]);
  });

  test('is named, with the time', async () => {
    const arm = await (await answering(() => ({ fault: 'hang' }))).connect({ retry: { requestTimeout: 40, attempts: 1 } });
    await expect(arm.read(KEY)).rejects.toThrow(`reading apis/chat/policy: no answer from ${open?.endpoint} within 0.04 s`);
  });

  test('nobody there is said at once; a connection refused later is tried again', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { clock, waits } = quickClock();
    const endpoint = `http://127.0.0.1:${port}`;
    const arm = await connectArm({ environment: 'dev', cloud: 'public', subscription: SUBSCRIPTION, resourceGroup: 'rg', service: 'contoso', endpoint }, { environmentVariables: {}, clock });
    await expect(arm.service()).rejects.toThrow(`reading the service contoso: no answer from ${endpoint}: nothing listens there; is 'aoai-policy local' running? (ECONNREFUSED)`);
    expect(waits).toEqual([]);

    const later = await (await answering(() => FOUND)).connect({ clock });
    await later.read(KEY);
    await open?.close();
    await expect(later.read(KEY)).rejects.toMatchObject({ kind: 'network' });
    expect(waits).toHaveLength(5);
  });
});

describe('stopping', () => {
  test.each(['before', 'during'] as const)('%s a request', async (when) => {
    const stop = new AbortController();
    const reason = new Error('Ctrl-C');
    const arm = await (await answering(() => {
      stop.abort(reason);
      return { fault: 'hang' };
    })).connect();
    if (when === 'before') stop.abort(reason);
    await expect(arm.read(KEY, stop.signal)).rejects.toBe(reason);
    expect(open?.requests).toHaveLength(when === 'before' ? 0 : 1);
  });

  test('many with one signal, and Node has nothing to warn of', async () => {
    const warnings: string[] = [];
    const onWarning = ({ name }: Error): void => { warnings.push(name); };
    process.on('warning', onWarning);
    const stop = new AbortController();
    const arm = await (await answering(() => FOUND)).connect();
    await Promise.all(Array.from({ length: 30 }, async () => await arm.read(KEY, stop.signal)));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });

  test('while waiting for room, and the room is there for others', async () => {
    const slots = new RequestSlots(1);
    const stop = new AbortController();
    let release: (() => void) | undefined;
    const first = slots.use(async () => { await new Promise<void>((resolve) => { release = resolve; }); });
    const second = slots.use(() => Promise.resolve('second'), stop.signal);
    const third = slots.use(() => Promise.resolve('third'));
    stop.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    release?.();
    await first;
    expect(await third).toBe('third');
    await expect(slots.use(() => Promise.resolve('fourth'), stop.signal)).rejects.toThrow('enough');
    expect(await slots.use(() => Promise.resolve('fifth'))).toBe('fifth');
  });
});

test('every request is heard of, by what it is about', async () => {
  const heard: unknown[] = [];
  const arm = await (await answering((_request, number) => (number === 1 ? { fault: 'reset' } : FOUND))).connect({ observer: { onRequest: ({ method, address, status }) => heard.push([method, address, status]) } });
  await arm.read({ kind: 'policy', scope: { kind: 'api', api: 'chat;rev=2' } });
  expect(heard).toEqual([['GET', 'apis/chat;rev=2/policies/policy', undefined], ['GET', 'apis/chat;rev=2/policies/policy', 200]]);
  expect(SERVICE_URL).toContain('https://management.azure.com/');
});
