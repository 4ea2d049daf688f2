import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/model/json.js';
import { Secret } from '../../../src/model/secret.js';
import { overlaidBody } from '../../../src/publish/canonical/overlaid-body.js';
import type { NamedValueBody, ResourceBody } from '../../../src/publish/resource-body.js';

const backend = (properties: JsonObject): ResourceBody => ({ kind: 'backend', properties });
const fragment = (description?: string): ResourceBody => ({ kind: 'fragment', format: 'xml', value: '<fragment />', ...(description === undefined ? {} : { description }) });
const namedValue = (part: Partial<NamedValueBody>): ResourceBody => ({ kind: 'named-value', displayName: 'n', secret: false, tags: [], ...part });
const [old, fresh] = [new Secret('old'), new Secret('fresh')];

const ROWS: readonly (readonly [string, ResourceBody, ResourceBody | undefined, ResourceBody])[] = [
  ['nothing of what is not there', backend({ url: 'a', title: null }), undefined, backend({ url: 'a' })],
  ['properties of a backend that are not stated', backend({ url: 'a' }), backend({ url: 'b', title: 't', tls: { validateCertificateName: false } }), backend({ url: 'a', title: 't', tls: { validateCertificateName: false } })],
  ['no property that is stated by leaving it out', backend({ url: 'a' }), backend({ url: 'a', description: 'd', circuitBreaker: { rules: [] }, pool: {} }), backend({ url: 'a' })],
  ['no property that is said not to be there', backend({ url: 'a', credentials: null }), backend({ url: 'a', credentials: { query: {} } }), backend({ url: 'a' })],
  ['nothing of a backend of another type', backend({ type: 'Pool', pool: { services: [] } }), backend({ url: 'b', title: 't' }), backend({ type: 'Pool', pool: { services: [] } })],
  ['the description of a fragment', fragment(), fragment('d'), fragment('d')],
  ['no description where one is stated', fragment('e'), fragment('d'), fragment('e')],
  ['tags', namedValue({ value: 'v' }), namedValue({ value: 'w', tags: ['t'] }), namedValue({ value: 'v', tags: ['t'] })],
  ['no tags where some are stated', namedValue({ tags: ['u'] }), namedValue({ tags: ['t'] }), namedValue({ tags: ['u'] })],
  ['a secret that the project does not know', namedValue({ secret: true }), namedValue({ secret: true, secretValue: old }), namedValue({ secret: true, secretValue: old })],
  ['no secret where there is one', namedValue({ secret: true, secretValue: fresh }), namedValue({ secret: true, secretValue: old }), namedValue({ secret: true, secretValue: fresh })],
  ['no secret of one in Key Vault', namedValue({ secret: true }), namedValue({ secret: true, keyVault: { secretIdentifier: 'https://v' } }), namedValue({ secret: true })],
];

test.each(ROWS)('takes over %s', (_, desired, live, expected) => {
  const body = overlaidBody(desired, live);
  expect(body).toEqual(expected);
  if (body.kind === 'named-value' && expected.kind === 'named-value') expect(body.secretValue?.reveal()).toBe(expected.secretValue?.reveal());
});
