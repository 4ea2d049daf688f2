import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyDocument } from '../../src/model/document.js';
import type { Scope } from '../../src/model/scope.js';
import { outputPath } from '../../src/project/output-path.js';
import { apiopsPath, scopeFromPath } from '../../src/project/scope-from-path.js';

describe('paths of an apiops folder', () => {
  test.each<[string, PolicyDocument['kind'], Scope | undefined]>([
    ['artifacts/apis/chat/policy.xml', 'policies', { kind: 'api', api: 'chat' }],
    ['apis/chat;rev=2/operations/create/policy.xml', 'policies', { kind: 'operation', api: 'chat;rev=2', operation: 'create' }],
    ['products/starter/policy.xml', 'policies', { kind: 'product', product: 'starter' }],
    ['policy fragments/auth/policy.xml', 'fragment', { kind: 'fragment', fragment: 'auth' }],
    ['policyFragments/auth/policy.xml', 'fragment', { kind: 'fragment', fragment: 'auth' }],
    ['workspaces/team/policy.xml', 'policies', { kind: 'workspace', workspace: 'team' }],
    ['workspaces/team/apis/chat/policy.xml', 'policies', { kind: 'api', api: 'chat' }],
    ['apis/graph/resolvers/user/policy.xml', 'resolver', { kind: 'resolver', resolver: 'user' }],
  ])('%s', (path, kind, scope) => {
    expect(scopeFromPath(path, kind)).toEqual(scope);
  });
});

test.each<[string, PolicyDocument['kind'], string | undefined]>([
  ['artifacts/apis/chat/policy.xml', 'policies', 'apis/chat/policy.xml'],
  ['a/workspaces/team/apis/chat/policy.xml', 'policies', 'workspaces/team/apis/chat/policy.xml'],
  ['a/workspaces/team/policy.xml', 'policies', 'workspaces/team/policy.xml'],
  ['apis/graph/resolvers/user/policy.xml', 'resolver', 'apis/graph/resolvers/user/policy.xml'],
  ['policyFragments/auth/policy.xml', 'fragment', 'policyFragments/auth/policy.xml'],
  ['src/chat.xml', 'policies', undefined],
])('of %s, what an apiops folder starts with', (path, kind, expected) => {
  expect(apiopsPath(path, kind)).toBe(expected);
});

describe('paths that say nothing', () => {
  test.each<[string, string, PolicyDocument['kind']]>([
    ['a policy.xml anywhere, which need not be the global one', 'policy.xml', 'policies'],
    ['another name', 'apis/chat/inbound.xml', 'policies'],
    ['a folder that is not apiops', 'src/chat/policy.xml', 'policies'],
    ['a document that does not fit its folder', 'products/starter/policy.xml', 'fragment'],
  ])('%s', (_, path, kind) => {
    expect(scopeFromPath(path, kind)).toBeUndefined();
  });
});

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);
const scope: fc.Arbitrary<Scope> = fc.oneof(
  id.map((api): Scope => ({ kind: 'api', api })),
  id.map((product): Scope => ({ kind: 'product', product })),
  id.map((workspace): Scope => ({ kind: 'workspace', workspace })),
  id.map((fragment): Scope => ({ kind: 'fragment', fragment })),
  id.map((resolver): Scope => ({ kind: 'resolver', resolver })),
  fc.tuple(id, id).map(([api, operation]): Scope => ({ kind: 'operation', api, operation })),
);

test('what build writes is read back with the scope it was written for', () => {
  const kinds = { fragment: 'fragment', resolver: 'resolver' } as const;
  fc.assert(
    fc.property(scope, (written) => {
      const kind = written.kind === 'fragment' || written.kind === 'resolver' ? kinds[written.kind] : 'policies';
      expect(scopeFromPath(`out/${outputPath(written)}`, kind)).toEqual(written);
    }),
    { seed: 3, numRuns: 200 },
  );
});

const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0x10ffff })), { maxLength: 8 })
  .map((codes) => String.fromCodePoint(...codes));

test('an id never leaves the output folder, nor names what Windows refuses', () => {
  fc.assert(
    fc.property(anyText, (api) => {
      const [folder, name, file, ...rest] = outputPath({ kind: 'api', api }).split('/');
      return folder === 'apis' && file === 'policy.xml' && rest.length === 0 && name !== undefined && !/^\.*$|[<>:"\\|?*]|[. ]$/u.test(name);
    }),
    { seed: 3, numRuns: 500 },
  );
});
