/** From what a service holds to files: layout, secrets, what cannot be kept in files. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/model/json.js';
import { Secret } from '../../../src/model/secret.js';
import type { HeldResource } from '../../../src/publish/pull/live-service.js';
import { pulledFiles, type PulledFiles, type PullOptions } from '../../../src/publish/pull/pulled-files.js';
import type { NamedValueBody } from '../../../src/publish/resource-body.js';
import type { PolicyScope } from '../../../src/publish/resource-key.js';

const OPTIONS: PullOptions = { content: 'rawxml', layout: { namedValues: 'named values', fragments: 'policy fragments' } };
const TARGET = { environment: 'dev', cloud: 'public', subscription: '00000000-0000-0000-0000-000000000000', resourceGroup: 'r', service: 's' } as const;

function pulled(resources: readonly HeldResource[], options: Partial<PullOptions> = {}): PulledFiles {
  return pulledFiles({ target: TARGET, resources, notRead: [] }, { ...OPTIONS, ...options });
}

function policy(scope: PolicyScope, value: string, format: 'xml' | 'rawxml' = 'xml'): HeldResource {
  return { key: { kind: 'policy', scope }, body: { kind: 'policy', format, value } };
}

function namedValue(id: string, body: Omit<NamedValueBody, 'kind'>): HeldResource {
  return { key: { kind: 'named-value', id }, body: { kind: 'named-value', ...body } };
}

function backend(id: string, properties: JsonObject): HeldResource {
  return { key: { kind: 'backend', id }, body: { kind: 'backend', properties } };
}

/** All that is written or shown. */
const shown = ({ files, skipped, withheld }: PulledFiles): string => JSON.stringify([files.map(({ text }) => text), skipped, withheld]);
const texts = ({ files }: PulledFiles): Readonly<Record<string, string>> => Object.fromEntries(files.map(({ path, text }) => [path, text]));

/** As the service writes it (reference/management-api.md §2.4). */
const STORED = [
  '<!-- who may call -->',
  '<policies>',
  '\t<inbound>',
  '\t\t<base />',
  '\t\t<set-variable name="a" value="@{&#xD;&#xA;    return context.Request.Headers.GetValueOrDefault(&quot;a&quot;, &quot;1&quot;) &lt; &quot;2&quot;;&#xD;&#xA;}" />',
  '\t\t<!-- kept -->',
  '\t</inbound>',
  '</policies>',
].join('\r\n');

describe('policies', () => {
  const KEPT = [
    '<!-- who may call -->',
    '<policies>',
    '    <inbound>',
    '        <base />',
    '        <set-variable name="a" value="@{',
    '    return context.Request.Headers.GetValueOrDefault("a", "1") < "2";',
    '}" />',
    '        <!-- kept -->',
    '    </inbound>',
    '</policies>',
    '',
  ];

  test('in the canonical layout, raw, with line feeds and comments', () => {
    expect(texts(pulled([policy({ kind: 'api', api: 'chat' }, STORED)]))).toEqual({ 'apis/chat/policy.xml': KEPT.join('\n') });
  });

  test('as XML where the configuration says so', () => {
    const text = texts(pulled([policy({ kind: 'api', api: 'chat' }, STORED)], { content: 'xml' }))['apis/chat/policy.xml'];
    expect(text).toContain('value="@{&#10;    return context.Request.Headers.GetValueOrDefault(&quot;a&quot;, &quot;1&quot;) &lt; &quot;2&quot;;&#10;}"');
    expect(text).not.toContain('\r');
  });

  test.each<[PolicyScope, string]>([
    [{ kind: 'global' }, 'policy.xml'],
    [{ kind: 'workspace', workspace: 'team' }, 'workspaces/team/policy.xml'],
    [{ kind: 'product', product: 'gold' }, 'products/gold/policy.xml'],
    [{ kind: 'api', api: 'chat' }, 'apis/chat/policy.xml'],
    [{ kind: 'operation', api: 'chat', operation: 'complete' }, 'apis/chat/operations/complete/policy.xml'],
  ])('of scope %j in %s', (scope, path) => {
    expect(Object.keys(texts(pulled([policy(scope, '<policies><inbound><base /></inbound></policies>')])))).toEqual([path]);
  });

  test('a fragment, with its description beside it', () => {
    const body = { kind: 'fragment', format: 'xml', value: '<fragment><base /></fragment>', description: 'Says who calls' } as const;
    const made = pulled([{ key: { kind: 'fragment', id: 'caller' }, body }], { layout: { ...OPTIONS.layout, fragments: 'policyFragments' } });
    expect(texts(made)).toEqual({
      'policyFragments/caller/policy.xml': '<fragment>\n    <base />\n</fragment>\n',
      'policyFragments/caller/policyFragmentInformation.json': '{\n  "properties": {\n    "description": "Says who calls"\n  }\n}\n',
    });
  });

  test('what is no XML is named and left out', () => {
    const { files, skipped } = pulled([policy({ kind: 'api', api: 'chat' }, '<policies><inbound></policies>'), policy({ kind: 'global' }, '<policies />')]);
    expect(files.map(({ path }) => path)).toEqual(['policy.xml']);
    expect(skipped).toEqual([{ source: 'apis/chat/policy', reason: expect.stringMatching(/^its XML cannot be read: .*inbound/u) }]);
  });

  test('a secret that stands in one keeps it out of files', () => {
    const held = [policy({ kind: 'api', api: 'chat' }, '<policies><inbound><set-header name="api-key"><value>8f3c1b7d92e64a05b1c7d3e8f9a02b46</value></set-header></inbound></policies>')];
    const { files, skipped } = pulled(held);
    expect(files).toEqual([]);
    expect(skipped).toEqual([{ source: 'apis/chat/policy', reason: expect.stringContaining('inbound/set-header[1]/value[1]') }]);
    expect(JSON.stringify(skipped)).not.toContain('8f3c1b7d');
  });

  test('a named value in its place does not', () => {
    expect(pulled([policy({ kind: 'global' }, '<policies><inbound><set-header name="api-key"><value>{{aoai-key}}</value></set-header></inbound></policies>')]).skipped).toEqual([]);
  });
});

describe('named values', () => {
  const at = (id: string): string => `named values/${id}/namedValueInformation.json`;
  const properties = (made: PulledFiles, id: string): unknown => JSON.parse(texts(made)[at(id)] ?? 'null');

  test('plain, secret, in Key Vault', () => {
    const made = pulled([
      namedValue('region', { displayName: 'region', secret: false, tags: ['b', 'a'], value: 'westeurope' }),
      namedValue('key', { displayName: 'aoai-key', secret: true, tags: [], secretValue: new Secret('canary') }),
      namedValue('vault', { displayName: 'vault', secret: true, tags: [], keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/s' } }),
    ]);
    expect(texts(made)[at('region')]).toBe('{\n  "properties": {\n    "displayName": "region",\n    "secret": false,\n    "tags": [\n      "b",\n      "a"\n    ],\n    "value": "westeurope"\n  }\n}\n');
    expect(properties(made, 'key')).toEqual({ properties: { displayName: 'aoai-key', secret: true } });
    expect(properties(made, 'vault')).toEqual({ properties: { displayName: 'vault', secret: true, keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/s' } } });
  });

  test('the value of a secret is not written wherever it stands', () => {
    const held = [namedValue('key', { displayName: 'key', secret: true, tags: [], value: 'canary', secretValue: new Secret('canary') })];
    expect(shown(pulled(held))).not.toContain('canary');
  });

  test('a plain value that looks like a secret is left out and named', () => {
    const { files, skipped } = pulled([namedValue('storage', { displayName: 'storage', secret: false, tags: [], value: '9c1e7f3ab2d84605a7e1c3b5d9f80246' })]);
    expect(files).toEqual([]);
    expect(skipped).toEqual([{ source: 'namedValues/storage', reason: expect.stringContaining('make it a secret') }]);
  });
});

describe('backends', () => {
  const information = (made: PulledFiles): unknown => JSON.parse(texts(made)['backends/aoai/backendInformation.json'] ?? 'null');

  test('without nulls and what is empty, keys in order', () => {
    const made = pulled([backend('aoai', { url: 'https://a.openai.azure.com/openai', protocol: 'http', description: null, credentials: { header: {}, query: {} }, type: 'Single', tls: { validateCertificateName: false } })]);
    expect(texts(made)['backends/aoai/backendInformation.json']).toBe(
      '{\n  "properties": {\n    "protocol": "http",\n    "tls": {\n      "validateCertificateName": false\n    },\n    "type": "Single",\n    "url": "https://a.openai.azure.com/openai"\n  }\n}\n',
    );
  });

  test.each<[what: string, credential: JsonObject, secret: string]>([
    ['a header', { credentials: { header: { 'api-key': ['canary-1'], 'x-key': ['{{key}}'] } } }, 'credentials/header/api-key/0'],
    ['one literal of two values', { credentials: { header: { 'x-key': ['{{key}}', 'canary-1'] } } }, 'credentials/header/x-key/1'],
    ['a query parameter', { credentials: { query: { code: ['canary-1'] } } }, 'credentials/query/code/0'],
    ['an authorization', { credentials: { authorization: { scheme: 'Bearer', parameter: 'canary-1' } } }, 'credentials/authorization/parameter'],
    ['a proxy', { proxy: { url: 'http://proxy:8080', username: 'u', password: 'canary-1' } }, 'proxy/password'],
  ])('secrets are left out with all that a push could lose beside them: %s', (_, credential, secret) => {
    const held = [backend('aoai', { url: 'https://a', ...credential })];
    const made = pulled(held);
    expect(information(made)).toEqual({ properties: { url: 'https://a' } });
    expect(made.withheld).toEqual([{ source: 'backends/aoai', reason: expect.stringContaining(`${secret}: its ${Object.keys(credential).join('')} are left out`) }]);
    expect(shown(made)).not.toContain('canary');
  });

  test.each<[what: string, credential: JsonObject]>([
    ['one that names a named value', { credentials: { authorization: { scheme: 'Bearer', parameter: '{{key}}' } } }],
    ['a scheme before the name', { credentials: { header: { Authorization: ['Bearer {{key}}'] } } }],
    ['a proxy without a password', { proxy: { url: 'http://proxy:8080' } }],
    ['certificates, which are named by id', { credentials: { certificateIds: ['/certificates/a'] } }],
  ])('what holds no secret is kept: %s', (_, credential) => {
    const made = pulled([backend('aoai', { url: 'https://a', ...credential })]);
    expect(made.withheld).toEqual([]);
    expect(information(made)).toEqual({ properties: { url: 'https://a', ...credential } });
  });

  test('a secret in its URL keeps it out of files', () => {
    const { files, skipped } = pulled([backend('aoai', { url: 'https://f.azurewebsites.net/api?code=q7XKd93mVb2LsTz81RwYhNc5PgUe' })]);
    expect(files).toEqual([]);
    expect(skipped).toEqual([{ source: 'backends/aoai', reason: expect.stringContaining('at url') }]);
  });
});

test.each(['a:b', 'a/b', '..', 'a.', 'nul', 'Con.x', 'x'.repeat(256)])('an id that is no file name everywhere is told: %s', (id) => {
  const { files, skipped } = pulled([backend(id, { url: 'https://a' }), policy({ kind: 'operation', api: 'chat', operation: id }, '<policies />')]);
  expect(files).toEqual([]);
  expect(skipped.map(({ source }) => source)).toEqual([`backends/${id}`, `apis/chat/operations/${id}/policy`]);
});

test('what was not read is passed on', () => {
  const notRead = [{ source: 'apis/chat;rev=2', reason: 'it is not the current revision' }];
  expect(pulledFiles({ target: TARGET, resources: [], notRead }, OPTIONS).skipped).toEqual(notRead);
});
