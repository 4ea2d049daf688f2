/** What no file may hold, and what cannot be put back. */
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/model/secret.js';
import { whyLost, whyWithheld } from '../../../src/publish/push/withheld.js';
import type { NamedValueBody, ResourceBody } from '../../../src/publish/resource-body.js';
import { backend, header, policy } from './planning.js';

const KEY = 'kJ8sN2vQ5xR7tY1zB4mC6wD9';
const named = (more: Partial<NamedValueBody>): NamedValueBody => ({ kind: 'named-value', displayName: 'n', secret: false, tags: [], ...more });
const credentials = (value: string): ResourceBody => ({ kind: 'backend', properties: { url: 'https://one.example', credentials: { header: { 'api-key': [value] } } } });

describe('a previous content is kept from files', () => {
  test.each<[string, ResourceBody, ResourceBody | undefined, string | undefined]>([
    ['a key in a header', policy(`<set-header name="api-key" exists-action="override"><value>${KEY}</value></set-header>`), header('x'), 'it holds a key, token or password as text'],
    ['a short password', policy('<authentication-basic username="me" password="hunter2" />'), undefined, 'it holds a key, token or password as text'],
    ['a key in a comment', policy(`<!-- <value>${KEY}</value> -->`), header('x'), 'a comment in it looks like it holds a key, token or password'],
    ['a key in a raw expression', { kind: 'policy', format: 'rawxml', value: `<policies><inbound><set-variable name="api-key" value="@(("a" < "b") ? "${KEY}" : "")" /></inbound></policies>` }, undefined, 'it holds a text that looks like a key'],
    ['a key in an escaped expression', policy(`<set-variable name="k" value="@(true ? &quot;${KEY}&quot; : &quot;&quot;)" />`), undefined, 'it holds a text that looks like a key'],
    ['credentials of a backend', credentials(KEY), backend('x'), 'it holds credentials as text'],
    ['a short credential', credentials('abc'), backend('x'), 'it holds credentials as text'],
    ['a secret that is changed', named({ secret: true, secretValue: new Secret('x') }), named({ secret: true, secretValue: new Secret('y') }), 'its value is secret'],
    ['a secret that is deleted', named({ secret: true }), undefined, 'its value is secret'],
    ['a secret that is none any more', named({ secret: true }), named({ value: 'x' }), 'its value is secret'],
    ['a key that should be secret', named({ value: KEY }), named({ value: 'x' }), 'its value looks like a key, token or password'],
    ['nothing', header('x'), header('y'), undefined],
    ['a comment in words', policy('<!-- the gateway of the 2nd region, see https://contoso.example/docs/gateway -->'), undefined, undefined],
    ['code, ids and thumbprints', policy('<authentication-certificate thumbprint="CA06F56B258B7A0D4F2B05470939478651151984" /><set-backend-service backend-id="openai-eastus2-ptu-01" /><set-variable name="b" value="@(Convert.FromBase64String(&quot;e30=&quot;))" />'), undefined, undefined],
    ['a named value\'s name', policy('<authentication-basic username="me" password="{{pass}}" />'), undefined, undefined],
    ['a reference in credentials', credentials('{{backend-key}}'), backend('x'), undefined],
    ['a secret that the service keeps', named({ secret: true, secretValue: new Secret('x') }), named({ secret: true, tags: ['blue'] }), undefined],
    ['a reference to Key Vault', named({ secret: true, keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/s' } }), undefined, undefined],
    ['a plain value', named({ value: 'one.example' }), undefined, undefined],
  ])('%s', (_what, before, after, reason) => {
    expect(whyWithheld(before, after)).toBe(reason);
  });
});

describe('a content is lost', () => {
  test.each<[string, ResourceBody | undefined, ResourceBody | undefined, boolean]>([
    ['when a secret that could not be read is changed', named({ secret: true }), named({ secret: true, secretValue: new Secret('y') }), true],
    ['when it moves to Key Vault', named({ secret: true }), named({ secret: true, keyVault: { secretIdentifier: 'x' } }), true],
    ['when it is deleted', named({ secret: true }), undefined, true],
    ['not when it could be read', named({ secret: true, secretValue: new Secret('x') }), undefined, false],
    ['not when the service keeps it', named({ secret: true }), named({ secret: true, tags: ['blue'] }), false],
    ['not when it was in Key Vault', named({ secret: true, keyVault: { secretIdentifier: 'x' } }), named({ value: 'x' }), false],
    ['not when there was none', undefined, named({ secret: true, secretValue: new Secret('x') }), false],
  ])('%s', (_what, before, after, lost) => {
    expect(whyLost(before, after) !== undefined).toBe(lost);
  });
});
