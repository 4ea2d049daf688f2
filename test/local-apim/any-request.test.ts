/** Whatever is sent, there is an answer in the form of the management API, and none is 500; what was taken can be given out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRequest } from '../../src/local-apim/answer-request.js';
import { RESOURCE_TYPES } from '../../src/local-apim/resource-type.js';
import { serviceId } from '../../src/local-apim/service-state.js';
import { storedResources } from '../../src/local-apim/stored-resources.js';
import { newService } from './new-service.js';

/** The names that mean something, so that values of the wrong kind stand where they hurt. */
const NAMES = [
  'value', 'format', 'description', 'displayName', 'secret', 'tags', 'keyVault', 'secretIdentifier', 'lastStatus', 'url', 'protocol', 'type', 'pool', 'services', 'id', 'priority',
  'weight', 'credentials', 'header', 'circuitBreaker', 'rules', 'interval', 'tripDuration', 'resourceId', 'apiRevision', 'isCurrent', 'sourceApiId', '__proto__', 'constructor', 'toString',
];
const VALUES = ['xml', 'rawxml', 'Pool', 'Single', 'http', 'https://x.example', 'a', '{{a}}', '<policies><inbound /></policies>', '<fragment><base /></fragment>', '<policies>', 'backends/a', 'PT60S', 'https://v/secrets/s', ''];

const { properties } = fc.letrec<{ properties: unknown; value: unknown }>((tie) => ({
  properties: fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
  value: fc.oneof({ depthSize: 'small' }, fc.constantFrom(...VALUES), fc.boolean(), fc.integer(), fc.constant(null), fc.string(), tie('properties'), fc.array(tie('value'), { maxLength: 3 })),
}));

/** What is taken, for others to be laid over. */
const BASES = [{}, {}, { value: '<policies><inbound /></policies>' }, { value: '<fragment />' }, { displayName: 'a', value: 'x' }, { url: 'https://x.example', protocol: 'http' }, { type: 'Pool', pool: { services: [{ id: '/backends/a' }] } }];

const collections = fc.constantFrom(...RESOURCE_TYPES.map((type) => type.collections));
const id = fc.constantFrom('a', 'policy', 'b', 'a;rev=2', 'A', '__proto__', 'x y', '<');
const tail = fc.constantFrom('', '', '', 'listValue', 'listReferences', 'refreshSecret', 'policies', 'nothing');
const path = fc.oneof(
  fc.tuple(collections, tail, fc.tuple(id, id, id)).map(([names, last, ids]) => [...names.flatMap((name, index) => [name, ids[index] ?? '']), last].filter((segment) => segment !== '')),
  collections.map((names) => [names.at(-1) ?? '']),
  fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }),
);
const requests = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'PUT', 'PUT', 'PATCH', 'DELETE', 'POST', 'HEAD'),
  path,
  body: fc.oneof(fc.tuple(fc.constantFrom(...BASES), properties).map(([base, inner]) => JSON.stringify({ properties: { ...base, ...(inner as object) } })), fc.json(), fc.string()),
  ifMatch: fc.constantFrom(undefined, '*', '"x"'),
  query: fc.dictionary(fc.constantFrom('format', '$top', '$skip', '$filter', 'asyncId', 'azure-asyncId', 'deleteRevisions'), fc.constantFrom('rawxml', '1', '0', '000000000000000000000001', "name eq 'a'", 'true', ''), { maxKeys: 2 }),
});

test.each(['accepted', 'location', 'async-operation'] as const)('%s', (operationDialect) => {
  fc.assert(
    fc.property(fc.array(requests, { minLength: 1, maxLength: 12 }), fc.boolean(), (sequence, createsParents) => {
      const service = newService({ operationDialect, createsParents });
      for (const { method, path: below, body, ifMatch, query } of sequence) {
        const answer = answerRequest({
          method,
          segments: [...serviceId(service.settings).split('/').slice(1), ...below],
          query: { 'api-version': '2024-05-01', ...query },
          headers: { authorization: 'Bearer x', ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) },
          body: method === 'GET' || method === 'HEAD' ? '' : body,
        }, service);
        expect([200, 201, 202, 204, 400, 404, 405, 406, 409, 412]).toContain(answer.status);
        if (answer.status >= 400 && method !== 'HEAD') expect(JSON.parse(answer.body)).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
        else if (answer.body !== '') expect(JSON.parse(answer.body)).toBeTypeOf('object');
      }
      service.operations.settleAll();
      expect(storedResources(service).size).toBe([...service.store.items()].length);
    }),
    { numRuns: 300 },
  );
});
