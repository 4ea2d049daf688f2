/** What a project has in files of its own is not written a second time. */
import { expect, test } from 'vitest';
import type { PulledFiles } from '../../../src/publish/pull/pulled-files.js';
import { withoutDeclared } from '../../../src/publish/pull/without-declared.js';

const held = { kind: 'policy', format: 'xml', value: '<policies />' } as const;

const PULLED: PulledFiles = {
  files: [
    { path: 'apis/chat/policy.xml', text: 'a', address: 'apis/chat/policy', held },
    { path: 'apis/search/policy.xml', text: 'b', address: 'apis/search/policy', held },
    { path: 'policy fragments/caller/policy.xml', text: 'c', address: 'policyFragments/caller', held },
    { path: 'policy fragments/caller/policyFragmentInformation.json', text: 'd', address: 'policyFragments/caller', held },
    { path: 'backends/aoai/backendInformation.json', text: 'e', address: 'backends/aoai', held },
  ],
  skipped: [{ source: 'apis/chat;rev=2', reason: 'old' }],
  withheld: [],
};
const shown = (path: string): string => `gateway/${path}`;

test('files of another name keep it; the file that would be written does not', () => {
  const { files, skipped } = withoutDeclared(PULLED, [
    { key: { kind: 'policy', scope: { kind: 'api', api: 'Chat' } }, origin: { file: 'gateway/policies/chat.ts' } },
    { key: { kind: 'policy', scope: { kind: 'api', api: 'search' } }, origin: { file: 'gateway/apis/search/policy.xml' } },
    { key: { kind: 'fragment', id: 'caller' }, origin: { file: 'gateway/fragments/caller.ts' } },
    { key: { kind: 'named-value', id: 'key' }, origin: { file: 'gateway/policies/chat.ts' } },
  ], shown);
  expect(files.map(({ path }) => path)).toEqual(['apis/search/policy.xml', 'backends/aoai/backendInformation.json']);
  expect(skipped.map(({ source, reason }) => [source, reason.split(';')[0]])).toEqual([
    ['apis/chat;rev=2', 'old'],
    ['apis/chat/policy', 'gateway/policies/chat.ts declares it'],
    ['policyFragments/caller', 'gateway/fragments/caller.ts declares it'],
  ]);
});

test('a fragment whose XML is the one that would be written keeps the JSON beside it', () => {
  expect(withoutDeclared(PULLED, [{ key: { kind: 'fragment', id: 'caller' }, origin: { file: 'gateway/policy fragments/caller/policy.xml' } }], shown)).toEqual(PULLED);
});
