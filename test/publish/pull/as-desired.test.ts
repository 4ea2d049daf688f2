/** One service as what another is to hold: places, documents, and what has to be there before what. */
import { expect, test } from 'vitest';
import { asDesired } from '../../../src/publish/pull/as-desired.js';
import type { HeldResource } from '../../../src/publish/pull/live-service.js';
import { addressOf } from '../../../src/publish/resource-key.js';

const TARGET = { environment: 'dev', cloud: 'public', subscription: '00000000-0000-0000-0000-000000000000', resourceGroup: 'r', service: 's' } as const;
const POOL_ID = '/subscriptions/x/resourceGroups/r/providers/Microsoft.ApiManagement/service/s/backends/AOAI-ptu';

const RESOURCES: readonly HeldResource[] = [
  { key: { kind: 'named-value', id: 'nv1' }, body: { kind: 'named-value', displayName: 'Aoai-Key', secret: true, tags: [] } },
  { key: { kind: 'backend', id: 'aoai-ptu' }, body: { kind: 'backend', properties: { url: 'https://a', credentials: { header: { 'api-key': ['{{Aoai-Key}}'] } } } } },
  { key: { kind: 'backend', id: 'pool' }, body: { kind: 'backend', properties: { type: 'Pool', pool: { services: [{ id: POOL_ID }] } } } },
  { key: { kind: 'fragment', id: 'inner' }, body: { kind: 'fragment', format: 'xml', value: '<fragment><set-variable name="k" value="{{aoai-key}}" /></fragment>' } },
  {
    key: { kind: 'policy', scope: { kind: 'api', api: 'chat' } },
    body: { kind: 'policy', format: 'xml', value: '<policies>\r\n\t<inbound>\r\n\t\t<include-fragment fragment-id="Inner" />\r\n\t\t<set-backend-service backend-id="pool" />\r\n\t\t<set-backend-service backend-id="elsewhere" />\r\n\t</inbound>\r\n</policies>' },
  },
];

test('needs, places and documents', () => {
  const notRead = [{ source: 'apis/chat;rev=2', reason: 'it is not the current revision' }];
  const { resources, skipped, diagnostics } = asDesired({ target: TARGET, resources: RESOURCES, notRead });
  expect([skipped, diagnostics]).toEqual([notRead, []]);
  expect(Object.fromEntries(resources.map(({ key, needs }) => [addressOf(key), needs]))).toEqual({
    'namedValues/nv1': [],
    'backends/aoai-ptu': ['namedValues/nv1'],
    'backends/pool': ['backends/aoai-ptu'],
    // Named values are told apart by upper and lower case, ids are not.
    'policyFragments/inner': [],
    'apis/chat/policy': ['backends/pool', 'policyFragments/inner'],
  });
  expect(resources.map(({ origin }) => origin.file)).toEqual(RESOURCES.map(({ key }) => `dev/${addressOf(key)}`));
  expect(resources.at(-1)?.document?.scope).toEqual({ kind: 'api', api: 'chat' });
});
