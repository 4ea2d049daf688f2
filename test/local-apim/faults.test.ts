/** Faults that tests and demos ask for: what each does to the request, and what it leaves behind. */
import { afterEach, describe, expect, test } from 'vitest';
import type { LocalApim, LocalApimOptions, LocalFault, LocalRequest } from '../../src/local-apim/local-apim.js';
import { randomFaults } from '../../src/local-apim/random-faults.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { ask, type Reply } from './ask.js';
import { sdkClient } from './sdk-client.js';

let running: LocalApim | undefined;
afterEach(() => running?.close());

interface Heard {
  readonly method: string;
  readonly path: string;
  readonly status: number | undefined;
}

async function withFault(fault: LocalFault, options: LocalApimOptions = {}): Promise<{ readonly apim: LocalApim; readonly heard: readonly Heard[] }> {
  const heard: Heard[] = [];
  const faults = ({ number }: LocalRequest): LocalFault | undefined => (number === 1 ? fault : undefined);
  running = await startLocalApim({ ...options, faults, onRequest: ({ method, path }, status) => heard.push({ method, path, status }) });
  return { apim: running, heard };
}

const NEW = '<policies><inbound><base /></inbound></policies>';
const PUT = { ask: 'PUT policies/policy', body: { value: NEW } };
const isWritten = (apim: LocalApim): boolean => String(apim.stored().get('policies/policy')?.properties['value']).includes('<base />');
const failureOf = (reply: Promise<Reply>): Promise<unknown> => reply.then(({ status }) => status, (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error));

describe('a write', () => {
  test.each<readonly [string, LocalFault, answer: unknown, status: number | undefined, written: boolean]>([
    ['reset before it is looked at', { kind: 'reset', when: 'before' }, 'ECONNRESET', undefined, false],
    ['reset after it', { kind: 'reset', when: 'after' }, 'ECONNRESET', undefined, true],
    ['cut short', { kind: 'cut', afterBytes: 10 }, 'ECONNRESET', undefined, true],
    ['cut short before the last byte', { kind: 'cut', afterBytes: 1e6 }, 'ECONNRESET', undefined, true],
    ['refused before', { kind: 'status', status: 503, when: 'before' }, 503, 503, false],
    ['done, and said to have failed', { kind: 'status', status: 500, when: 'after' }, 500, 500, true],
    ['slow', { kind: 'slow', milliseconds: 5 }, 200, 200, true],
    ['made to fail', { kind: 'operation-fails' }, 400, 400, false],
    ['said to be done', { kind: 'operation-lies' }, 200, 200, false],
  ])('%s', async (_, fault, answer, status, written) => {
    const { apim, heard } = await withFault(fault);
    expect(await failureOf(ask(apim, PUT))).toBe(answer);
    expect(heard).toEqual([{ method: 'PUT', path: 'policies/policy', status }]);
    expect(isWritten(apim)).toBe(written);
    expect((await ask(apim, { ask: 'GET policies/policy' })).status).toBe(200);
  });

  test('that somebody else is ahead of', async () => {
    const { apim } = await withFault({ kind: 'edit', path: 'policies/policy', xml: '<policies><outbound /></policies>' });
    const etag = apim.stored().get('policies/policy')?.etag ?? '';
    expect(await ask(apim, { ...PUT, headers: { 'if-match': etag } })).toMatchObject({ status: 412 });
    expect(apim.stored().get('policies/policy')?.properties['value']).toBe('<policies>\r\n\t<outbound />\r\n</policies>');
  });
});

test('a request that is never answered ends with the server', async () => {
  const { apim, heard } = await withFault({ kind: 'hang' });
  const reply = failureOf(ask(apim, PUT));
  expect((await ask(apim, { ask: 'GET policies/policy' })).status).toBe(200);
  expect(heard.map(({ method }) => method)).toEqual(['GET']);
  await apim.close();
  expect(await reply).toBe('ECONNRESET');
  expect(isWritten(apim)).toBe(false);
});

test('429 with and without Retry-After, and HTML instead of JSON', async () => {
  const { apim } = await withFault({ kind: 'status', status: 429, when: 'before', code: 'TooManyRequests', message: 'slow down', retryAfter: '7' });
  expect(await ask(apim, PUT)).toMatchObject({ status: 429, headers: { 'retry-after': '7' }, json: { error: { code: 'TooManyRequests', message: 'slow down' } } });
  await apim.close();
  const html = await withFault({ kind: 'status', status: 502, when: 'before', body: '<html>' });
  const reply = await ask(html.apim, PUT);
  expect(reply).toMatchObject({ status: 502, text: '<html>', headers: { 'content-type': 'text/html' } });
  expect(reply.headers).not.toHaveProperty('retry-after');
});

describe.each(['accepted', 'location', 'async-operation'] as const)('a long-running operation, %s', (operationDialect) => {
  const write = async (fault: LocalFault): Promise<unknown> => {
    const { apim } = await withFault(fault, { operationDialect });
    const { client, at: [group, service] } = sdkClient(apim);
    const written = client.namedValue.beginCreateOrUpdateAndWait(group, service, 'x', { displayName: 'x', value: '1' }, { updateIntervalInMs: 1 });
    const outcome = await written.then(() => 'success', () => 'failure');
    return [outcome, apim.stored().has('namedValues/x')];
  };

  // §0, 2 [M]: the SDK takes it for success, unless the poll says 400; where it gets the resource at the end, that is not there.
  test('that fails', async () => {
    expect(await write({ kind: 'operation-fails' })).toEqual([operationDialect === 'location' ? 'success' : 'failure', false]);
  });

  test('that lies', async () => {
    expect(await write({ kind: 'operation-lies' })).toEqual([operationDialect === 'async-operation' ? 'failure' : 'success', false]);
  });
});

test('an operation that nobody asks about is done all the same', async () => {
  running = await startLocalApim({ operationPolls: 1000 });
  await ask(running, { ask: 'PUT namedValues/x', body: { displayName: 'x', value: '1' } });
  expect(running.stored().has('namedValues/x')).toBe(false);
  await running.close();
  expect(running.stored().has('namedValues/x')).toBe(true);
});

test('faults at random are those of the seed, and as many as asked for', () => {
  const request: LocalRequest = { number: 1, method: 'GET', path: '', query: {}, headers: {} };
  const drawn = (rate: number, seed: number): (LocalFault | undefined)[] => {
    const faults = randomFaults(rate, seed);
    return Array.from({ length: 4000 }, () => faults(request));
  };
  expect(drawn(0.1, 7)).toEqual(drawn(0.1, 7));
  expect(drawn(0.1, 7)).not.toEqual(drawn(0.1, 8));
  expect(drawn(0, 7).filter((fault) => fault !== undefined)).toEqual([]);
  expect(drawn(1, 7)).not.toContain(undefined);
  const faulty = drawn(0.1, 7).filter((fault) => fault !== undefined);
  expect(faulty.length).toBeGreaterThan(300);
  expect(faulty.length).toBeLessThan(500);
  expect(new Set(faulty.map((fault) => JSON.stringify(fault))).size).toBe(10);
});
