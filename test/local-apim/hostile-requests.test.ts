/** What nobody should send: each is answered, and nothing else happens. */
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalApim } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { ask, serviceUrl, type Question } from './ask.js';

let apim: LocalApim;
let before: unknown;
beforeAll(async () => {
  apim = await startLocalApim();
  apim.seed('apis/a/operations/o', {});
});
beforeEach(() => {
  before = [...apim.stored()];
});
afterAll(() => apim.close());

const NEW = { value: '<policies><inbound><base /></inbound></policies>' };

describe('a path', () => {
  test.each([
    'apis/a/operations/../policies/policy',
    'apis/a/operations/%2e%2E/policies/policy',
    'apis/./a/policies/policy',
    'apis//policies/policy',
    'apis/a%2Foperations%2Fo/policies/policy',
    'apis/a%5Cb/policies/policy',
    'apis/a%00b/policies/policy',
    'apis/a%0Ab/policies/policy',
    'apis/%E0%A4/policies/policy',
    'apis/%/policies/policy',
    `apis/${'a'.repeat(2000)}/policies/policy`,
  ])('%s', async (path) => {
    expect(await ask(apim, { ask: `PUT ${path}`, body: NEW })).toMatchObject({ status: 400, json: { error: { code: 'InvalidRequestUri' } } });
    expect([...apim.stored()]).toEqual(before);
  });

  test.each(['apis/__proto__/policies/policy', 'apis/constructor', 'constructor/x', '__proto__', 'apis/a/operations/o/policies/policy/more/and/more', 'subscriptions', 'tenant/operationResults/x', 'tenant/__proto__/x'])('of nothing: %s', async (path) => {
    expect(await ask(apim, { ask: `GET ${path}` })).toMatchObject({ status: 404, json: { error: { code: expect.any(String) } } });
  });
});

const body = (text: string): Question => ({ ask: 'PUT backends/b', body: text });

describe('a body', () => {
  test.each<readonly [string, Question, number, string]>([
    ['none', body(''), 400, 'InvalidRequestContent'],
    ['no JSON', body('{'), 400, 'InvalidRequestContent'],
    ['JSON, but no object', body('[]'), 400, 'InvalidRequestContent'],
    ['null', body('null'), 400, 'InvalidRequestContent'],
    ['deep', body(`{"properties":{"url":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`), 400, 'InvalidRequestContent'],
    ['large', body(`{"properties":{"url":"${'x'.repeat(5 * 1024 * 1024)}"}}`), 413, 'RequestEntityTooLarge'],
    ['properties that are none', body('{"properties":[]}'), 400, 'ValidationError'],
    ['values of other types', body('{"properties":{"url":{},"protocol":7,"pool":[],"type":"Pool"}}'), 400, 'ValidationError'],
    ['a type that no text can be made of', body('{"properties":{"type":{"toString":"xml"}}}'), 400, 'ValidationError'],
    ['a prototype', body('{"properties":{"__proto__":{"url":"https://x.example","protocol":"http"}}}'), 400, 'ValidationError'],
    ['a policy that is no text', { ask: 'PUT policies/policy', body: { value: 7 } }, 400, 'ValidationError'],
    ['a format that no text can be made of', { ask: 'PUT policies/policy', body: { value: 'x', format: { toString: 1 } } }, 400, 'ValidationError'],
    ['a policy to be fetched', { ask: 'PUT policies/policy', body: { value: 'https://x.example', format: 'xml-link' } }, 400, 'ValidationError'],
    ['a policy that is no XML', { ask: 'PUT policies/policy', body: { value: '\u0000<' } }, 400, 'ValidationError'],
    ['a policy of a million levels', { ask: 'PUT policies/policy', body: { value: '<a>'.repeat(80_000) } }, 400, 'ValidationError'],
    ['a fragment that is no text', { ask: 'PUT policyFragments/f', body: { value: null } }, 400, 'ValidationError'],
    ['a fragment with a long description', { ask: 'PUT policyFragments/f', body: { value: '<fragment />', description: 'x'.repeat(1001) } }, 400, 'ValidationError'],
    ['tags that are none', { ask: 'PUT namedValues/n', body: { displayName: 'n', value: '1', tags: [1] } }, 400, 'ValidationError'],
    ['a secret in no vault', { ask: 'PUT namedValues/n', body: { displayName: 'n', secret: true, keyVault: { secretIdentifier: 'file:///etc/passwd' } } }, 400, 'ValidationError'],
  ])('%s', async (_, question, status, code) => {
    expect(await ask(apim, question)).toMatchObject({ status, json: { error: { code } } });
    expect([...apim.stored()]).toEqual(before);
  });
});

test.each([
  ['POST policies/policy', 405, 'GET, PUT, DELETE'],
  ['PATCH policies/policy', 405, 'GET, PUT, DELETE'],
  ['PUT backends', 405, 'GET'],
  ['DELETE ', 405, 'GET'],
  ['OPTIONS policies/policy', 405, 'GET, PUT, DELETE'],
  ['GET namedValues/x/listValue', 405, 'POST'],
])('%s', async (line, status, allow) => {
  expect(await ask(apim, { ask: line })).toMatchObject({ status, headers: { allow } });
});

test('a page whose name points to this machine', async () => {
  expect(await ask(apim, { ask: 'GET policies/policy', headers: { host: 'rebound.example' } })).toMatchObject({ status: 421 });
  expect(await ask(apim, { ask: 'GET policies/policy', headers: { host: 'LOCALHOST:1234' } })).toMatchObject({ status: 200 });
  expect(await ask(apim, { ask: 'GET policies/policy', headers: { host: 'management.azure.com' } })).toMatchObject({ status: 200 });
});

test('what is no HTTP, and connections that end in the middle', async () => {
  const port = Number(new URL(apim.endpoint).port);
  const start = `PUT ${serviceUrl(apim)}/policies/policy?api-version=2024-05-01 HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer x\r\ncontent-length: 1000\r\n\r\n{"proper`;
  for (const text of ['\u0000\u0001\u0002\r\n\r\n', 'GET', start]) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      socket.resume().on('close', () => resolve()).on('error', () => resolve());
    });
  }
  expect((await ask(apim, { ask: 'GET policies/policy' })).status).toBe(200);
  expect([...apim.stored()]).toEqual(before);
});
