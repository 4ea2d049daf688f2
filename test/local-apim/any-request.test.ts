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
const BASES: Readonly<Record<string, readonly object[]>> = {
  policies: [{ value: '<policies><inbound /></policies>' }, { value: '<policies><inbound><set-backend-service backend-id="a" /></inbound></policies>' }],
  policyFragments: [{ value: '<fragment />' }, { value: '<fragment><set-header name="{{a}}" exists-action="delete" /></fragment>' }],
  namedValues: [{ displayName: 'a', value: 'x' }, { displayName: 'b', secret: true, keyVault: { secretIdentifier: 'https://v/secrets/s' } }],
  backends: [{ url: 'https://x.example', protocol: 'http' }, { type: 'Pool', pool: { services: [{ id: '/backends/a' }] } }],
};

const id = fc.constantFrom('a', 'a', 'a', 'a', 'A', 'b', 'a;rev=2', '__proto__', 'x y', '<');
const tail = fc.constantFrom('', '', '', '', 'listValue', 'listReferences', 'refreshSecret', 'policies', 'nothing');
const known = fc.tuple(fc.constantFrom(...RESOURCE_TYPES.map((type) => type.collections)), tail, fc.tuple(id, id)).chain(([names, last, ids]) => {
  const collection = names.at(-1) ?? '';
  const segments = names.flatMap((name, index) => [name, name === 'policies' && ids[index] !== 'b' ? 'policy' : (ids[index] ?? '')]);
  const base = fc.constantFrom({}, ...(BASES[collection] ?? []));
  const body = fc.tuple(base, fc.oneof(fc.constant({}), properties)).map(([taken, over]) => JSON.stringify({ properties: { ...taken, ...(over as object) } }));
  return fc.record({ path: fc.constant(last === '' ? segments : [...segments, last]), body });
});
const unknown = fc.record({ path: fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), body: fc.oneof(fc.json(), fc.string()) });
const requests = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'PUT', 'PUT', 'PATCH', 'DELETE', 'POST', 'HEAD'),
  to: fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: unknown }),
  ifMatch: fc.constantFrom(undefined, '*', '*', '"x"'),
  query: fc.dictionary(fc.constantFrom('format', '$top', '$skip', '$filter', 'asyncId', 'azure-asyncId', 'deleteRevisions'), fc.constantFrom('rawxml', '1', '0', '000000000000000000000001', "name eq 'a'", 'true', ''), { maxKeys: 2 }),
});

test.each(['accepted', 'location', 'async-operation'] as const)('%s', (operationDialect) => {
  fc.assert(
    fc.property(fc.array(requests, { minLength: 1, maxLength: 20, size: 'max' }), fc.boolean(), (sequence, createsParents) => {
      const service = newService({ operationDialect, createsParents });
      for (const { method, to, ifMatch, query } of sequence) {
        const answer = answerRequest({
          method,
          segments: [...serviceId(service.settings).split('/').slice(1), ...to.path],
          query: { 'api-version': '2024-05-01', ...query },
          headers: { authorization: 'Bearer x', ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) },
          body: method === 'GET' || method === 'HEAD' ? '' : to.body,
        }, service);
        expect([200, 201, 202, 204, 400, 404, 405, 406, 409, 412]).toContain(answer.status);
        if (answer.status >= 400 && method !== 'HEAD') expect(JSON.parse(answer.body)).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
        else if (answer.body !== '') expect(JSON.parse(answer.body)).toBeTypeOf('object');
      }
      service.operations.settleAll();
      expect(storedResources(service).size).toBe([...service.store.items()].length);
    }),
    { numRuns: 120 },
  );
});
