/** What may stand in a URL. Source: reference/management-api.md §0.6, §2.1. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkKey, checkName } from '../../../src/publish/arm/check-key.js';
import { checkTarget } from '../../../src/publish/arm/check-target.js';
import { loopbackOrigin } from '../../../src/publish/arm/loopback-endpoint.js';
import type { ResourceKey } from '../../../src/publish/resource-key.js';
import type { Target } from '../../../src/publish/target.js';
import { SUBSCRIPTION } from './recorded-arm.js';

const KINDS = ['named value', 'backend', 'fragment', 'workspace', 'product', 'api', 'operation'] as const;

describe('names', () => {
  test.each(KINDS.flatMap((kind) => ['', '.', '..', 'a/b', '..\\b', '%2e%2e', 'a\u0000', 'a\nb', 'a\u007fb', '\ud800', 'x'.repeat(257)].map((name) => [kind, name] as const)))('%s %j is refused', (kind, name) => {
    expect(checkName(kind, name)).toMatch(/;/u);
  });

  test.each([
    ['named value', 'a:b'], ['workspace', 'a?b'], ['api', 'a#b'], ['api', 'a*'], ['fragment', 'a.b'], ['fragment', '-a'], ['fragment', 'a-'], ['fragment', 'a b'], ['fragment', 'x'.repeat(81)],
    ['backend', 'x'.repeat(81)], ['operation', 'x'.repeat(81)], ['workspace', 'x'.repeat(81)],
  ] as const)('%s %s is refused', (kind, name) => {
    expect(checkName(kind, name)).toBeDefined();
  });

  test.each([
    ['api', 'chat;rev=2'], ['api', 'a b'], ['fragment', 'a'], ['fragment', 'a-b_c'], ['backend', 'aoai-ptu.eastus'], ['operation', 'post-chat:completions'], ['named value', 'x'.repeat(256)], ['product', '...'],
  ] as const)('%s %s may be', (kind, name) => {
    expect(checkName(kind, name)).toBeUndefined();
  });

  test('both names of an operation count', () => {
    const of = (api: string, operation: string): ResourceKey => ({ kind: 'policy', scope: { kind: 'operation', api, operation } });
    expect(checkKey(of('a', 'b'))).toBeUndefined();
    expect(checkKey(of('..', 'b'))).toContain('the API name ".." would lead to another resource');
    expect(checkKey(of('a', '..'))).toContain('the operation name ".." would lead to another resource');
    expect(checkKey({ kind: 'policy', scope: { kind: 'global' } })).toBeUndefined();
  });

  test('a name that may be leads to its own resource and to no other', () => {
    fc.assert(fc.property(fc.constantFrom(...KINDS), fc.string({ unit: fc.constantFrom(...'ab./\\%;=:?#&* \n\ud800é漢'), maxLength: 8 }), (kind, name) => {
      if (checkName(kind, name) !== undefined) return;
      const url = new URL(`https://management.azure.com/s/apis/${encodeURIComponent(name)}/policies/policy?api-version=1`);
      expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(['', 's', 'apis', name, 'policies', 'policy']);
      expect(url.search).toBe('?api-version=1');
    }), { numRuns: 2_000, seed: 20261124 });
  });
});

describe('targets', () => {
  const TARGET: Target = { environment: 'dev', cloud: 'public', subscription: SUBSCRIPTION, resourceGroup: 'rg-apim.dev(1)', service: 'contoso-apim', tenant: 'contoso.onmicrosoft.com', apiVersion: '2024-06-01-preview' };

  test('one that can be right', () => {
    expect(() => { checkTarget(TARGET); }).not.toThrow();
  });

  test.each<[keyof Target, string]>([
    ['subscription', 'dev'], ['subscription', '..'], ['resourceGroup', '..'], ['resourceGroup', 'a/b'], ['resourceGroup', ''], ['resourceGroup', 'rg.'], ['service', 'contoso/'], ['service', '-a'], ['service', 'a-'],
    ['service', 'a'.repeat(51)], ['apiVersion', 'latest'], ['apiVersion', '2024-05-01&x=1'], ['tenant', '$(id)'], ['tenant', '..'],
  ])('%s %j', (part, value) => {
    expect(() => { checkTarget({ ...TARGET, [part]: value }); }).toThrow(new RegExp(`^the ${part} .* of the environment dev cannot be right; write `, 'u'));
  });

  test('all mistakes at once', () => {
    try {
      checkTarget({ ...TARGET, subscription: 'x', service: '-' });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: 'UsageError', mistakes: [expect.stringContaining('the subscription'), expect.stringContaining('the service')] });
    }
  });
});

describe('endpoints on this machine', () => {
  test.each([
    ['http://127.0.0.1:8043', 'http://127.0.0.1:8043'],
    ['http://localhost:8043/', 'http://localhost:8043'],
    ['http://[::1]:1', 'http://[::1]:1'],
  ])('%s', (endpoint, origin) => {
    expect(loopbackOrigin(endpoint)).toBe(origin);
  });

  test.each([
    'https://127.0.0.1:8043', 'http://0.0.0.0:8043', 'http://192.168.0.1:8043', 'http://localhost.example:80', 'http://127.0.0.1@evil.example', 'http://user:x@127.0.0.1:1', 'http://127.0.0.1:1/path', 'http://127.0.0.1:1/?a',
    'ftp://localhost', 'localhost:8043', '', 'https://management.azure.com',
  ])('not %j', (endpoint) => {
    expect(() => loopbackOrigin(endpoint)).toThrow(/^the endpoint .*(?:leave it out to publish to Azure)$/u);
  });
});
