import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backendOf } from '../../src/project/backend-information.js';
import { InformationFile, readInformationFile } from '../../src/project/information-file.js';
import { resolveConfig } from '../../src/project/load-config.js';
import { type LoadOptions, loadProject } from '../../src/project/load-project.js';
import type { LoadedProject } from '../../src/project/loaded-project.js';
import { namedValueOf } from '../../src/project/named-value-information.js';
import { concise } from './concise.js';
import { damagedJson } from './damaged-json.js';
import { temporaryFolder } from './temporary-folder.js';

const POLICY = '<policies><inbound><base /></inbound></policies>';
const FRAGMENT = '<fragment><set-header name="a" exists-action="delete" /></fragment>';
const information = (properties: object): string => JSON.stringify({ properties }, undefined, 2);

async function load(files: Readonly<Record<string, string>>, patterns: readonly string[] = ['.'], options: Partial<LoadOptions> = {}): Promise<LoadedProject> {
  return loadProject(patterns, { cwd: temporaryFolder(files), ...options });
}

describe('what information files declare', () => {
  test('backends, pools and named values, in either spelling of the folders', async () => {
    const project = await load({
      'art/apis/chat/policy.xml': POLICY,
      'art/backends/ptu/backendInformation.json': information({
        url: 'https://ptu.openai.azure.com/openai',
        protocol: 'http',
        title: null,
        credentials: { header: { 'api-key': ['{{key}}'] } },
        circuitBreaker: { rules: [{ name: 'r', failureCondition: { count: 1, percentage: null, interval: 'PT1M', statusCodeRanges: [{ min: 429, max: 429 }] }, tripDuration: 'PT30S', acceptRetryAfter: true }] },
      }),
      'art/backends/pool/backendInformation.json': information({
        description: 'all of them',
        type: 'Pool',
        pool: { services: [{ id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/other/backends/ptu', priority: 1, weight: null }], sessionAffinity: { sessionId: { source: 'Cookie', name: 'C' } } },
      }),
      'art/named values/key/namedValueInformation.json': information({ displayName: 'aoai-key', keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/key', identityClientId: 'id', lastStatus: { code: 'Success' } }, secret: true }),
      'art/namedValues/tier/namedValueInformation.json': information({ displayName: 'tier', value: 'gold', secret: false, tags: ['limits'] }),
      'art/named values/password/namedValueInformation.json': information({ displayName: 'password', secret: true, keyVault: {} }),
    });
    expect(concise(project)).toEqual([]);
    const resources = new Map(project.resources.map(({ origin, ...resource }) => [resource.name, { ...resource, at: `${origin.file}:${origin.range.start.line}` }]));
    expect(resources.get('ptu')).toEqual({
      kind: 'backend',
      name: 'ptu',
      url: 'https://ptu.openai.azure.com/openai',
      protocol: 'http',
      circuitBreaker: { name: 'r', failureCondition: { count: 1, interval: 'PT1M', statusCodeRanges: [{ min: 429, max: 429 }] }, tripDuration: 'PT30S', acceptRetryAfter: true },
      wire: expect.objectContaining({ credentials: { header: { 'api-key': ['{{key}}'] } } }),
      at: 'art/backends/ptu/backendInformation.json:2',
    });
    expect(resources.get('ptu')).not.toHaveProperty('wire.title');
    expect(resources.get('pool')).toMatchObject({ kind: 'pool', description: 'all of them', services: [{ backend: 'ptu', priority: 1 }], sessionAffinity: { cookie: 'C' } });
    expect(resources.get('key')).toMatchObject({ displayName: 'aoai-key', source: { kind: 'key-vault', secretIdentifier: 'https://v.vault.azure.net/secrets/key', identityClientId: 'id' } });
    expect(resources.get('tier')).toMatchObject({ source: { kind: 'plain', value: 'gold' }, tags: ['limits'] });
    expect(resources.get('password')).toMatchObject({ source: { kind: 'secret' } });
    expect(project.files.map(({ path, kind }) => `${kind} ${path}`)).toContain('information art/named values/key/namedValueInformation.json');
  });

  test('what a fragment is for', async () => {
    const project = await load({ 'policy fragments/auth/policy.xml': FRAGMENT, 'policy fragments/auth/policyFragmentInformation.json': information({ description: 'Signs in' }), 'policyFragments/bare/policy.xml': FRAGMENT });
    expect(project.documents.map(({ scope, description }) => ({ ...scope, description }))).toEqual([
      { kind: 'fragment', fragment: 'auth', description: 'Signs in' },
      { kind: 'fragment', fragment: 'bare', description: undefined },
    ]);
    expect(project.documents.every((document) => project.fileOf.get(document)?.documents.includes(document))).toBe(true);
  });
});

describe('which files count', () => {
  const FILES = { 'art/apis/chat/policy.xml': POLICY, 'art/backends/ptu/backendInformation.json': information({ url: 'https://a' }) };
  const names = ({ resources }: LoadedProject): string[] => resources.map(({ name }) => name);

  test('those of the folder that XML was found in: by a folder, by a glob, by the configuration', async () => {
    expect(names(await load(FILES, ['art']))).toEqual(['ptu']);
    expect(names(await load(FILES, ['art/**/*.xml']))).toEqual(['ptu']);
    expect(names(await load(FILES, []))).toEqual(['ptu']);
  });

  test('none when one file is named, or whatever files changed', async () => {
    expect(names(await load(FILES, ['art/apis/chat/policy.xml']))).toEqual([]);
    expect(names(await load(FILES, ['art/apis/chat/policy.xml'], { unknown: 'ignore' }))).toEqual([]);
  });

  test('one that is named, with others or alone', async () => {
    expect(names(await load(FILES, ['art/backends/ptu/backendInformation.json']))).toEqual(['ptu']);
    expect(names(await load(FILES, ['art/backends/ptu/backendInformation.json', 'art']))).toEqual(['ptu']);
    expect((await load({ 'a/backendInformation.json': '{' }, ['a/backendInformation.json'])).files.map(({ kind }) => kind)).toEqual(['xml']);
  });

  test('none that is left out', async () => {
    expect(names(await load(FILES, ['art', '!art/backends/**']))).toEqual([]);
    expect(names(await load(FILES, ['!**/backends/**']))).toEqual([]);
  });

  test('none elsewhere', async () => {
    const elsewhere = { 'apis/chat/policy.xml': POLICY, 'docs/backends/ptu/backendInformation.json': '{', 'backends/backendInformation.json': '{', 'backends/a/b/backendInformation.json': '{', 'workspaces/w/backends/x/backendInformation.json': '{' };
    const project = await load(elsewhere);
    expect(names(project)).toEqual([]);
    expect(concise(project)).toEqual([]);
  });
});

describe('mistakes in information files are reported at their place', () => {
  test.each<[string, string, string, string]>([
    ['broken JSON', 'backends/a/backendInformation.json', '{\n  "properties": }', ':2:17 information-file-not-json: information file is not JSON: value expected'],
    ['levels without end', 'backends/a/backendInformation.json', `{ "properties": { "url": "[[", // {{\n "x": ${'['.repeat(3000)}${']'.repeat(3000)} } }`, ':2:505 information-file-not-json: information file is more than 500 levels deep, which nothing that is read here can be'],
    ['no properties', 'backends/a/backendInformation.json', '{ "url": "https://a" }', ':1:1 wrong-information-file: information file has no object properties, in which everything stands'],
    ['another kind of value', 'backends/a/backendInformation.json', '{ "properties": {\n  "url": 5 } }', ':2:3 wrong-information-file: url is 5; it must be a string'],
    ['a backend without a url', 'backends/a/backendInformation.json', '{ "properties": {} }', ':1:3 wrong-information-file: the backend has no url, and is no pool'],
    ['a breaker without an interval', 'backends/a/backendInformation.json', '{ "properties": { "url": "https://a", "circuitBreaker": { "rules": [\n{ "tripDuration": "PT1M" }] } } }', ':2:1 wrong-information-file: the circuit breaker has no failureCondition.interval'],
    ['a member without an id', 'backends/a/backendInformation.json', '{ "properties": { "pool": { "services": [\n{ "priority": 1 }] } } }', ':2:1 wrong-information-file: pool.services.0 has no id, which names a backend'],
    ['a value of nothing', 'named values/a/namedValueInformation.json', '{ "properties": {} }', ':1:3 wrong-information-file: the named value a has no value, and is neither a secret nor in Key Vault'],
    ['a secret in plain text', 'named values/a/namedValueInformation.json', '{ "properties": { "secret": true,\n "value": "9f8b2c41d7e34a5f8c6b1a2d3e4f5061" } }', ':2:2 wrong-information-file: the secret a stands here in plain text, for everybody who reads the repository'],
    ['a fragment in JSON', 'policyFragments/a/policyFragmentInformation.json', information({ value: FRAGMENT }), ':1:1 fragment-without-xml: the policy of the fragment stands in its information file, where it is not looked at and not published'],
  ])('%s', async (_, path, text, finding) => {
    expect(concise(await load({ 'apis/chat/policy.xml': POLICY, [path]: text }))).toEqual([expect.stringContaining(`${path}${finding}`)]);
  });

  const SOUND = {
    properties: {
      displayName: 'key', secret: true, tags: ['a'], value: null, keyVault: { secretIdentifier: 'https://v/secrets/s', identityClientId: 'c' },
      url: 'https://a', protocol: 'http', type: 'Single', description: 'd', pool: null,
      circuitBreaker: { rules: [{ name: 'r', failureCondition: { count: 1, interval: 'PT1M', statusCodeRanges: [{ min: 429, max: 429 }], errorReasons: ['x'] }, tripDuration: 'PT30S', acceptRetryAfter: true }] },
    },
  };
  const POOL = { properties: { type: 'Pool', pool: { services: [{ id: '/backends/a', priority: 1, weight: null }], sessionAffinity: { sessionId: { source: 'Cookie', name: 'C' } } } } };

  test('whatever is wrong with one: the resource is declared, and each finding has its place', () => {
    const text = fc.oneof(damagedJson(SOUND), damagedJson(POOL)).map((value) => JSON.stringify(value));
    const bytes = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.tuple(text, fc.nat(300), fc.string()).map(([whole, at, into]) => whole.slice(0, at) + into + whole.slice(at + 1)) })
      .map((content) => new TextEncoder().encode(content));
    fc.assert(fc.property(bytes, fc.constantFrom(backendOf, namedValueOf), (content, resourceOf) => {
      const lines = new TextDecoder().decode(content).split('\n').length;
      const file = readInformationFile({ bytes: content }, 'a.json');
      const findings = file instanceof InformationFile ? (expect(resourceOf(file, 'a').name).toBe('a'), file.diagnostics) : [file];
      for (const { message, range } of findings) {
        expect(message).not.toMatch(/undefined|\[object/u);
        expect(range.start.line).toBeLessThanOrEqual(lines);
      }
    }), { numRuns: 500 });
  });

  test('a word in place of an extracted secret is none', async () => {
    const { diagnostics, resources } = await load({ 'policy.xml': POLICY, 'namedValues/a/namedValueInformation.json': information({ secret: true, value: '***REDACTED***' }) });
    expect(diagnostics).toEqual([]);
    expect(resources).toMatchObject([{ source: { kind: 'secret' } }]);
  });
});

describe('the global policy', () => {
  const scopeOfRoot = async (files: Readonly<Record<string, string>>, config: Parameters<typeof resolveConfig>[0] = {}): Promise<unknown> => {
    const cwd = temporaryFolder(files);
    const { documents } = await loadProject([], { cwd, config: resolveConfig(config, cwd) });
    return documents.find(({ origin }) => origin.file === 'art/policy.xml')?.scope;
  };

  test.each<[string, Readonly<Record<string, string>>]>([
    ['APIs', { 'art/apis/chat/policy.xml': POLICY }],
    ['APIs without a policy', { 'art/apis/chat/apiInformation.json': '{}' }],
    ['products', { 'art/products/starter/policy.xml': POLICY }],
    ['named values', { 'art/namedValues/key/namedValueInformation.json': information({ value: 'a' }) }],
    ['backends', { 'art/backends/ptu/backendInformation.json': information({ url: 'https://a' }) }],
    ['fragments', { 'art/policy fragments/auth/policy.xml': FRAGMENT }],
  ])('stands beside %s', async (_, files) => {
    expect(await scopeOfRoot({ 'art/policy.xml': POLICY, ...files })).toEqual({ kind: 'global' });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['nothing', {}],
    ['folders that only sound like it', { 'art/backends/client.ts': '', 'art/apis/openapi.json': '{}', 'art/products/readme/index.md': '' }],
  ])('is not known beside %s', async (_, files) => {
    expect(await scopeOfRoot({ 'art/policy.xml': POLICY, ...files })).toBeUndefined();
  });

  test('is in the configured folder and in no other', async () => {
    expect(await scopeOfRoot({ 'art/policy.xml': POLICY }, { artifacts: 'art' })).toEqual({ kind: 'global' });
    expect(await scopeOfRoot({ 'art/policy.xml': POLICY, 'art/apis/chat/policy.xml': POLICY }, { artifacts: 'other' })).toBeUndefined();
  });

  test("is not a workspace's, seen from inside of it", async () => {
    const folder = temporaryFolder({ 'workspaces/team/policy.xml': POLICY, 'workspaces/team/apis/chat/policy.xml': POLICY });
    const { documents } = await loadProject(['.'], { cwd: join(folder, 'workspaces/team') });
    expect(documents.map(({ scope }) => scope?.kind)).toEqual(['api', undefined]);
  });
});
