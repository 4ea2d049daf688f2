import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressIdentity, addressOf, parseAddress, type PolicyScope, type ResourceKey } from '../../src/publish/resource-key.js';

const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes('/'));
const scope: fc.Arbitrary<PolicyScope> = fc.oneof(
  fc.constant({ kind: 'global' as const }),
  fc.record({ kind: fc.constant('workspace' as const), workspace: id }),
  fc.record({ kind: fc.constant('product' as const), product: id }),
  fc.record({ kind: fc.constant('api' as const), api: id }),
  fc.record({ kind: fc.constant('operation' as const), api: id, operation: id }),
);
const key: fc.Arbitrary<ResourceKey> = fc.oneof(
  fc.record({ kind: fc.constantFrom('named-value' as const, 'backend' as const, 'fragment' as const), id }),
  fc.record({ kind: fc.constant('policy' as const), scope }),
);

describe('addresses', () => {
  test('are read as they were made', () => {
    fc.assert(fc.property(key, (made) => {
      expect(parseAddress(addressOf(made))).toEqual(made);
    }));
  });

  test('that can be read are the only ones of their resources', () => {
    const segment = fc.constantFrom('apis', 'operations', 'policy', 'policies', 'backends', 'namedValues', 'policyFragments', 'products', 'workspaces', 'a', '', '..', '\n', '__proto__');
    fc.assert(fc.property(fc.array(segment, { maxLength: 6 }).map((segments) => segments.join('/')), (text) => {
      const read = parseAddress(text);
      if (read !== undefined) expect(addressOf(read)).toBe(text);
    }), { numRuns: 1000 });
  });

  test.each([
    ['of the global policy', 'policy', { kind: 'policy', scope: { kind: 'global' } }],
    ['of an operation', 'apis/chat/operations/complete/policy', { kind: 'policy', scope: { kind: 'operation', api: 'chat', operation: 'complete' } }],
    ["that are ARM's", 'apis/chat/policies/policy', undefined],
    ['with an end too many', 'apis/chat/policy/', undefined],
    ['of what is not published', 'loggers/x', undefined],
    ['of nothing', '', undefined],
  ])('%s', (_, address, read) => {
    expect(parseAddress(address)).toEqual(read);
  });

  test('are one for the service in either case', () => {
    expect(addressIdentity('policyFragments/Auth')).toBe(addressIdentity('POLICYFRAGMENTS/auth'));
  });
});
