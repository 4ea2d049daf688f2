/** Needs and order of what is deleted, which no local APIM can hold: it takes no fragments that include others. */
import { expect, test } from 'vitest';
import type { LiveResource } from '../../../src/publish/arm/arm.js';
import { orderChanges } from '../../../src/publish/plan/order-changes.js';
import { plannedChanges } from '../../../src/publish/plan/planned-changes.js';

const live = (id: string, ...includes: readonly string[]): LiveResource => ({
  key: { kind: 'fragment', id },
  etag: '"AAAAAAAAAAE="',
  body: { kind: 'fragment', format: 'xml', value: `<fragment>${includes.map((included) => `<include-fragment fragment-id="${included}" />`).join('')}</fragment>` },
  provisioning: 'settled',
});

test('fragments that include others are deleted before these', () => {
  const backend: LiveResource = { key: { kind: 'backend', id: 'A' }, etag: '"AAAAAAAAAAI="', body: { kind: 'backend', properties: { url: 'https://a.example' } }, provisioning: 'settled' };
  const changes = orderChanges(plannedChanges({ changed: [], deleted: [backend, live('a'), live('b', 'A', 'other'), live('c', 'b')], drift: [], known: [] }));
  expect(changes.map(({ address, needs }) => [address, needs])).toEqual([
    ['policyFragments/c', []], ['policyFragments/b', ['policyFragments/c']], ['policyFragments/a', ['policyFragments/b']], ['backends/A', []],
  ]);
});
