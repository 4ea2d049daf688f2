/** Long-running operations in each dialect, with each end. Shapes: reference/management-api.md §1.6, §2.2, §2.8. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import type { ResourceKey } from '../../../src/publish/resource-key.js';
import { type Answer, errorBody, type HeardRequest, quickClock, type RecordedArm, recordedArm, SERVICE_URL } from './recorded-arm.js';

let open: RecordedArm | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

const KEY: ResourceKey = { kind: 'fragment', id: 'f' };
const BODY: ResourceBody = { kind: 'fragment', format: 'xml', value: '<fragment />', description: 'd' };
const ETAG = '"AAAAAADmlmY="';
const URL_OF_IT = `${SERVICE_URL}/policyFragments/f?api-version=2024-05-01`;
const POLL = `${URL_OF_IT}&azure-asyncId=0123456789abcdef01234567&format=rawxml`;
const RESULT = `${SERVICE_URL}/tenant/operationResults/0123?api-version=2024-05-01`;
const DETAILS = [{ code: 'ValidationError', target: 'set-backend-service', message: "Error in element 'set-backend-service' on line 1, column 12: Backend with id 'b' could not be found." }];
const ERROR = { code: 'ValidationError', message: 'One or more fields contain incorrect values:', details: DETAILS };

const resource = (provisioningState?: string): Answer => ({
  headers: { etag: ETAG },
  body: { id: 'x', name: 'f', properties: { format: 'xml', value: '<fragment />', ...(provisioningState === undefined ? {} : { provisioningState }) } },
});

/** What one dialect answers: to the PUT, while running, when done, when failed. */
interface Dialect {
  readonly put: Answer;
  readonly running: Answer;
  readonly done: Answer;
  readonly failed: Answer;
}

const DIALECTS: Readonly<Record<string, Dialect>> = {
  'accepted, 2021': {
    put: { status: 202, headers: { location: `${URL_OF_IT}&asyncId=0123456789abcdef01234567&asyncCode=201` } },
    running: { status: 202, headers: { location: `${URL_OF_IT}&asyncId=0123456789abcdef01234567&asyncCode=201` } },
    done: { ...resource(), status: 201 },
    failed: { status: 400, body: { error: ERROR } },
  },
  'location, 2024': {
    put: { ...resource('InProgress'), status: 201, headers: { location: POLL } },
    running: { status: 202, headers: { location: POLL } },
    done: resource('Succeeded'),
    failed: { status: 200, body: { status: 'Failed', error: ERROR } },
  },
  'location, a resource that is not ready': {
    put: { ...resource('InProgress'), status: 201, headers: { location: POLL } },
    running: resource('InProgress'),
    done: resource('Succeeded'),
    failed: { status: 200, body: { status: 'Failed', error: ERROR } },
  },
  'async operation, status at the top': {
    put: { ...resource('InProgress'), status: 201, headers: { 'azure-asyncoperation': RESULT, location: POLL } },
    running: { body: { status: 'InProgress' } },
    done: { body: { status: 'Succeeded' } },
    failed: { body: { status: 'Failed', error: ERROR } },
  },
  'async operation, status below properties': {
    put: { ...resource('InProgress'), status: 201, headers: { 'azure-asyncoperation': RESULT } },
    running: { body: { id: '0123', name: '0123', properties: { status: 'Started' } } },
    done: { body: { id: '0123', name: '0123', properties: { status: 'Succeeded' } } },
    failed: { body: { id: '0123', name: '0123', properties: { status: 'Failed', error: ERROR } } },
  },
  'state of the resource alone': {
    put: { ...resource('Creating'), status: 201 },
    running: resource('InProgress'),
    done: resource('Succeeded'),
    failed: resource('Failed'),
  },
};

/** Asking how it goes is answered with `running` so often, then with the end; the resource itself follows. A fragment that could not be made is not there. */
async function operating({ put, running }: Dialect, end: Answer, polls: number): Promise<RecordedArm> {
  let left = polls;
  const next = (): Answer => (left-- > 0 ? running : end);
  const hasOperation = put.headers?.['location'] !== undefined || put.headers?.['azure-asyncoperation'] !== undefined;
  const itself = (): Answer => (left > 0 ? resource('InProgress') : end.body !== undefined && JSON.stringify(end.body).includes('ValidationError') ? { status: 404 } : resource('Succeeded'));
  return (open = await recordedArm(({ method, path, query }: HeardRequest) => {
    if (method === 'PUT') return put;
    const isPoll = !hasOperation || path.startsWith('tenant/') || [...query.keys()].some((name) => /asyncid/iu.test(name));
    return isPoll ? next() : itself();
  }));
}

describe.each(Object.entries(DIALECTS))('%s', (name, dialect) => {
  test.each([0, 1, 3])('done after %i polls', async (polls) => {
    const { clock, waits } = quickClock();
    const arm = await (await operating(dialect, dialect.done, polls)).connect({ clock });
    // That of a poll may be somebody else's already.
    const ours = dialect.put.headers?.['etag'];
    expect(await arm.write(KEY, BODY, { kind: 'unchanged', etag: ETAG })).toEqual({ ...(dialect.put.status === 201 ? { status: 201 } : {}), ...(ours === undefined ? {} : { etag: ours }) });
    const [put, ...rest] = open?.requests ?? [];
    expect(put).toMatchObject({ method: 'PUT', headers: { 'if-match': ETAG } });
    expect(JSON.parse(put?.body ?? '')).toEqual({ properties: { format: 'xml', value: '<fragment />', description: 'd' } });
    expect(rest.length).toBeGreaterThanOrEqual(name.startsWith('state') ? 1 : polls + 1);
    expect(rest.map(({ method, headers }) => [method, headers['if-match'], headers.authorization])).toEqual(rest.map(() => ['GET', undefined, 'Bearer local']));
    expect(waits.length).toBeGreaterThanOrEqual(Math.max(0, polls - 1));
  });

  test.each([0, 2])('failed after %i polls', async (polls) => {
    const arm = await (await operating(dialect, dialect.failed, polls)).connect();
    const hasDetails = !name.startsWith('state');
    await expect(arm.write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({
      name: 'RemoteError',
      kind: dialect.failed.status === 400 ? 'refused' : 'failed',
      details: hasDetails ? DETAILS : [],
      message: hasDetails ? expect.stringContaining("Backend with id 'b' could not be found") : 'writing policyFragments/f: the service accepted it, and then failed',
    });
    expect(open?.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('one that never ends is given up', async () => {
    const arm = await (await operating(dialect, dialect.done, Infinity)).connect({ retry: { operationTimeout: 20_000 } });
    await expect(arm.write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({ kind: 'unavailable', message: 'writing policyFragments/f: the service accepted it, and has not finished it within 20 s' });
  });
});

const LOCATION = DIALECTS['location, 2024'];

describe('polls', () => {
  async function polled(answers: readonly Answer[]): Promise<RecordedArm> {
    const left = [...answers];
    return (open = await recordedArm(({ method }) => (method === 'PUT' ? (LOCATION?.put ?? {}) : (left.shift() ?? resource('Succeeded')))));
  }

  test('are tried again, because they are reads', async () => {
    const arm = await (await polled([{ status: 503 }, { fault: 'reset' }, { status: 429 }])).connect();
    expect(await arm.write(KEY, BODY, { kind: 'any' })).toMatchObject({ status: 201 });
    expect(open?.requests.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET', 'GET', 'GET']);
  });

  test.each<[string, Answer, string]>([
    ['throttled', { status: 429 }, 'unavailable'],
    ['reset', { fault: 'reset' }, 'unavailable'],
    ['changed', { status: 412 }, 'unavailable'],
    ['not allowed', { status: 403 }, 'unavailable'],
  ])('that fail say nothing about the write: %s', async (_name, answer, kind) => {
    const arm = await (await polled(Array<Answer>(9).fill(answer))).connect({ retry: { attempts: 2 } });
    await expect(arm.write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({ kind });
  });

  test('wait as long as the service says', async () => {
    const { clock, waits } = quickClock();
    const running: Answer = { status: 202, headers: { location: POLL, 'retry-after': '11' } };
    const arm = await (await polled([running, running, { ...running, headers: { location: POLL, 'retry-after': '0' } }])).connect({ clock });
    await arm.write(KEY, BODY, { kind: 'any' });
    expect(waits).toEqual([11_000, 11_000]);
  });

  test('a resource that is gone after the write has failed', async () => {
    const arm = await (await polled([resource('InProgress'), { status: 404, body: errorBody('ResourceNotFound', 'PolicyFragment not found.') }])).connect();
    await expect(arm.write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({ kind: 'failed', message: expect.stringContaining('the resource is not there') });
  });

  test('stop when they are told to', async () => {
    const stop = new AbortController();
    const arm = await (open = await recordedArm(({ method }) => {
      if (method === 'PUT') return LOCATION?.put ?? {};
      stop.abort(new Error('Ctrl-C'));
      return { status: 202, headers: { location: POLL } };
    })).connect();
    await expect(arm.write(KEY, BODY, { kind: 'any' }, stop.signal)).rejects.toThrow('Ctrl-C');
  });
});

test('a flaky failure of a long-running operation is told apart', async () => {
  const message = "The policy fragment is invalid: Unable to obtain configuration from: 'https://login.example/.well-known/openid-configuration'";
  open = await recordedArm(({ method }) => (method === 'PUT' ? (LOCATION?.put ?? {}) : { body: { status: 'Failed', error: { code: 'ValidationError', message, details: null } } }));
  await expect((await open.connect()).write(KEY, BODY, { kind: 'any' })).rejects.toMatchObject({ kind: 'flaky', details: [{ code: 'ValidationError', message }] });
});
