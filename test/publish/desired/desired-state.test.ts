import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../../src/project/load-config.js';
import { loadProject } from '../../../src/project/load-project.js';
import type { EnvironmentConfig } from '../../../src/project/environment-config.js';
import { desiredState } from '../../../src/publish/desired/desired-state.js';
import type { DesiredResource, DesiredState } from '../../../src/publish/desired/desired-resource.js';
import { addressOf } from '../../../src/publish/resource-key.js';
import { xmlProblem } from '../../../src/project/xml-wellformed.js';
import { conciseLine } from '../../project/concise.js';
import { temporaryFolder } from '../../project/temporary-folder.js';

const SERVICE = { subscription: '11111111-2222-3333-4444-555555555555', resourceGroup: 'rg', service: 'apim' };
const BACKENDS = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ApiManagement/service/apim/backends/';
const policy = (inbound = ''): string => `<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;
const information = (properties: object): string => JSON.stringify({ properties });

interface Setup {
  readonly patterns?: readonly string[];
  readonly environment?: Partial<EnvironmentConfig>;
  readonly comments?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
}

async function desired(files: Readonly<Record<string, string>>, { patterns = [], environment = {}, comments = false, variables = {} }: Setup = {}): Promise<DesiredState> {
  const cwd = temporaryFolder(files);
  const config = resolveConfig({ comments, environments: { prod: { ...SERVICE, ...environment } } }, cwd, 'aoai-policy.config.json');
  const [prod] = config.environments;
  if (prod === undefined) throw new Error('the environment is configured right above');
  return desiredState(await loadProject(patterns, { cwd, config }), prod, variables);
}

function at({ resources }: DesiredState, address: string): DesiredResource {
  const found = resources.find(({ key }) => addressOf(key) === address);
  if (found === undefined) throw new Error(`no ${address} among ${resources.map(({ key }) => addressOf(key)).join(', ')}`);
  return found;
}

const addresses = ({ resources }: DesiredState): string[] => resources.map(({ key }) => addressOf(key)).sort();
const findings = ({ diagnostics }: DesiredState): string[] => diagnostics.map(conciseLine);

const PROJECT = `
  import { api, backend, backendPool, base, circuitBreaker, fragment, globalPolicy, includeFragment, namedValue, product, raw, setBackendService, setHeader } from 'aoai-policy';
  export const key = namedValue('aoai-key', { displayName: 'aoai.key', secret: { environmentVariable: 'AOAI_KEY' } });
  export const tier = namedValue('tier', { value: 'basic', tags: ['limits'] });
  export const vault = namedValue('vault-key', { keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/k', identityClientId: 'id' } });
  export const ptu = backend('ptu', { url: 'https://ptu.openai.azure.com/openai', description: 'reserved', circuitBreaker: circuitBreaker() });
  export const payg = backend('payg', { url: 'https://{{tier}}.openai.azure.com/openai' });
  export const pool = backendPool('pool', { services: [{ backend: ptu, priority: 1 }, { backend: 'PAYG', priority: 2, weight: 50 }], sessionAffinity: { cookie: 'C' } });
  export const auth = fragment('auth', [setHeader({ name: 'api-key', value: [key] })]);
  export const outer = fragment('outer', [includeFragment(auth)]);
  export default [globalPolicy({}), product('starter', { inbound: [base()] }), api('chat', { inbound: [base(), includeFragment(outer), setBackendService({ backendId: 'pool' })] })];
`;

describe('what a project in TypeScript comes to', () => {
  test('all of its documents and resources, each at its address and with what it needs', async () => {
    const state = await desired({ 'policies/all.ts': PROJECT }, { variables: { AOAI_KEY: 'k' } });
    expect(findings(state)).toEqual([]);
    expect(state.skipped).toEqual([]);
    expect(state).not.toHaveProperty('isPart');
    expect(Object.fromEntries(state.resources.map(({ key, needs }) => [addressOf(key), needs]))).toEqual({
      policy: [],
      'products/starter/policy': [],
      'apis/chat/policy': ['backends/pool', 'policyFragments/outer'],
      'policyFragments/auth': ['namedValues/aoai-key'],
      'policyFragments/outer': ['policyFragments/auth'],
      'backends/ptu': [],
      'backends/payg': ['namedValues/tier'],
      'backends/pool': ['backends/ptu', 'backends/payg'],
      'namedValues/aoai-key': [],
      'namedValues/tier': [],
      'namedValues/vault-key': [],
    });
    expect(at(state, 'backends/ptu').origin).toMatchObject({ file: 'policies/all.ts', range: { start: { line: 6 } } });
    expect(at(state, 'apis/chat/policy').document?.scope).toEqual({ kind: 'api', api: 'chat' });
  });

  test('backends and pools with the names of the wire', async () => {
    const state = await desired({ 'policies/all.ts': PROJECT });
    expect(at(state, 'backends/ptu').body).toEqual({
      kind: 'backend',
      properties: {
        url: 'https://ptu.openai.azure.com/openai',
        protocol: 'http',
        type: 'Single',
        description: 'reserved',
        circuitBreaker: { rules: [{ name: 'throttled', failureCondition: { count: 1, interval: 'PT1M', statusCodeRanges: [{ min: 429, max: 429 }] }, tripDuration: 'PT1M', acceptRetryAfter: true }] },
      },
    });
    expect(at(state, 'backends/pool').body).toEqual({
      kind: 'backend',
      properties: {
        type: 'Pool',
        pool: { services: [{ id: `${BACKENDS}ptu`, priority: 1 }, { id: `${BACKENDS}payg`, priority: 2, weight: 50 }], sessionAffinity: { sessionId: { source: 'Cookie', name: 'C' } } },
      },
    });
  });

  test('named values: plain, from an environment variable, from Key Vault', async () => {
    const state = await desired({ 'policies/all.ts': PROJECT }, { variables: { AOAI_KEY: 'CANARY' } });
    expect(at(state, 'namedValues/tier').body).toEqual({ kind: 'named-value', displayName: 'tier', secret: false, tags: ['limits'], value: 'basic' });
    expect(at(state, 'namedValues/vault-key').body).toMatchObject({ secret: true, keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/k', identityClientId: 'id' } });
    const { body } = at(state, 'namedValues/aoai-key');
    expect(body).toMatchObject({ displayName: 'aoai.key', secret: true });
    expect(body.kind === 'named-value' ? body.secretValue?.reveal() : undefined).toBe('CANARY');
    expect([JSON.stringify(state.resources.map((resource) => resource.body)), inspect(state, { depth: 8 })].filter((text) => text.includes('CANARY'))).toEqual([]);
  });

  test.each([[{}], [{ AOAI_KEY: '' }]])('a secret whose variable is not set, or empty, has no value: %j', async (variables) => {
    const { body, unsetVariable } = at(await desired({ 'policies/all.ts': PROJECT }, { variables }), 'namedValues/aoai-key');
    expect(body).toEqual({ kind: 'named-value', displayName: 'aoai.key', secret: true, tags: [] });
    expect(unsetVariable).toBe('AOAI_KEY');
  });
});

describe('what an apiops folder comes to', () => {
  const FILES = {
    'art/policy.xml': '<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>',
    'art/apis/chat;rev=2/operations/create/policy.xml': policy('<!-- why --><set-backend-service backend-id="pool" /><set-header name="a"><value>@("<" + "{{aoai-key}}")</value></set-header>'),
    'art/policy fragments/auth/policy.xml': '<fragment><base /></fragment>'.replace('<base />', '<set-header name="a" exists-action="delete" />'),
    'art/policy fragments/auth/policyFragmentInformation.json': information({ description: 'Signs in' }),
    'art/named values/key/namedValueInformation.json': information({ displayName: 'aoai-key', secret: true }),
    'art/backends/ptu/backendInformation.json': information({ url: 'https://a', protocol: 'http', title: 'PTU', resourceId: null, credentials: { header: { 'api-key': ['{{aoai-key}}'] }, query: null } }),
    'art/backends/pool/backendInformation.json': information({ type: 'Pool', pool: { services: [{ id: '/subscriptions/x/resourceGroups/y/providers/Microsoft.ApiManagement/service/elsewhere/backends/ptu', priority: 1 }] } }),
  };

  test('the same, with all that the information files say, and pools of this service', async () => {
    const state = await desired(FILES);
    expect(findings(state)).toEqual([]);
    expect(addresses(state)).toEqual(['apis/chat;rev=2/operations/create/policy', 'backends/pool', 'backends/ptu', 'namedValues/key', 'policy', 'policyFragments/auth']);
    expect(at(state, 'apis/chat;rev=2/operations/create/policy').needs).toEqual(['namedValues/key', 'backends/pool']);
    expect(at(state, 'backends/ptu')).toMatchObject({ body: { properties: { title: 'PTU', type: 'Single', credentials: { header: { 'api-key': ['{{aoai-key}}'] } } } }, needs: ['namedValues/key'] });
    expect(at(state, 'backends/pool')).toMatchObject({ body: { properties: { pool: { services: [{ id: `${BACKENDS}ptu`, priority: 1 }] } } }, needs: ['backends/ptu'] });
    expect(at(state, 'policyFragments/auth').body).toMatchObject({ kind: 'fragment', description: 'Signs in' });
    expect(JSON.stringify(state.resources.map(({ body }) => body))).not.toContain('null');
  });

  test('policies are XML that any parser reads, with comments where they are asked for', async () => {
    const valueOf = (state: DesiredState): string => {
      const { body } = at(state, 'apis/chat;rev=2/operations/create/policy');
      return body.kind === 'policy' && body.format === 'xml' ? body.value : '';
    };
    const bare = valueOf(await desired(FILES));
    expect(bare).toContain('@("&lt;" + "{{aoai-key}}")');
    expect(bare).not.toContain('<!--');
    expect(xmlProblem(bare)).toBeUndefined();
    expect(valueOf(await desired(FILES, { comments: true }))).toContain('<!-- why -->');
  });
});

describe('what is other in an environment', () => {
  test('takes the place of what the project says', async () => {
    const state = await desired({ 'policies/all.ts': PROJECT }, {
      environment: {
        backends: {
          PTU: { url: 'https://prod.openai.azure.com/openai' },
          payg: { description: 'pay as you go', circuitBreaker: { name: 'r', failureCondition: { percentage: 50, interval: 'PT1M', statusCodeRanges: [] }, tripDuration: 'PT1M', acceptRetryAfter: false } },
          pool: { services: [{ backend: 'payg' }] },
        },
        namedValues: { tier: { value: 'gold' }, 'aoai-key': { secretIdentifier: 'https://v.vault.azure.net/secrets/prod' }, 'vault-key': { environmentVariable: 'VAULT_KEY' } },
      },
      variables: { VAULT_KEY: 'CANARY' },
    });
    expect(findings(state)).toEqual([]);
    expect(at(state, 'backends/ptu').body).toMatchObject({ properties: { url: 'https://prod.openai.azure.com/openai', description: 'reserved' } });
    expect(at(state, 'backends/payg').body).toMatchObject({ properties: { description: 'pay as you go', circuitBreaker: { rules: [{ failureCondition: { percentage: 50 } }] } } });
    expect(at(state, 'backends/pool')).toMatchObject({ body: { properties: { pool: { services: [{ id: `${BACKENDS}payg` }] } } }, needs: ['backends/payg'] });
    expect(at(state, 'namedValues/tier').body).toMatchObject({ secret: false, value: 'gold' });
    expect(at(state, 'namedValues/aoai-key').body).toMatchObject({ secret: true, keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/prod' } });
    expect(at(state, 'namedValues/vault-key').body).toMatchObject({ secret: true });
    expect(at(state, 'namedValues/vault-key').body).not.toHaveProperty('keyVault');
  });

  test('changes of an information file only what it says', async () => {
    const files = { 'apis/a/policy.xml': policy(), 'backends/ptu/backendInformation.json': information({ url: 'https://a', title: 'PTU', circuitBreaker: { rules: [{ name: 'x', failureCondition: { count: 2, interval: 'PT1M', extra: 1 }, tripDuration: 'PT1M' }] } }) };
    const { body } = at(await desired(files, { environment: { backends: { ptu: { url: 'https://b' } } } }), 'backends/ptu');
    expect(body).toMatchObject({ properties: { url: 'https://b', title: 'PTU', circuitBreaker: { rules: [{ failureCondition: { extra: 1 } }] } } });
  });

  test.each<[string, Partial<EnvironmentConfig>, string]>([
    ['a name that the project does not declare', { backends: { ptuu: {} } }, 'unknown-override: environments.prod.backends.ptuu is for a backend or pool that the project does not declare, so that it would change nothing; did you mean ptu? If not, declare it, or take the override out'],
    ['a display name', { namedValues: { 'aoai.key': { value: 'a' } } }, 'unknown-override: environments.prod.namedValues.aoai.key is for a named value that the project does not declare, so that it would change nothing; did you mean aoai-key? If not, declare it, or take the override out'],
    ['the url of a pool', { backends: { pool: { url: 'https://a' } } }, 'override-does-not-fit: environments.prod.backends.pool.url does not fit: pool is a pool, which has no url; say it of the members of the pool'],
    ['members of a backend', { backends: { ptu: { services: [{ backend: 'payg' }] } } }, 'override-does-not-fit: environments.prod.backends.ptu.services does not fit: ptu is a backend, which has no services; say it of a pool'],
    ['a secret in plain text', { namedValues: { 'aoai-key': { value: 'k' } } }, 'secret-in-configuration: environments.prod.namedValues.aoai-key.value writes in plain text what the project keeps secret: everybody who reads the configuration would have aoai-key; write environmentVariable, from which push takes it, or secretIdentifier'],
  ])('is refused: %s', async (_, environment, finding) => {
    expect(findings(await desired({ 'policies/all.ts': PROJECT }, { environment }))).toEqual([`aoai-policy.config.json:1:1 ${finding}`]);
  });

  test('is reported at its place in a configuration of JSON', async () => {
    const files = { 'policies/all.ts': PROJECT, 'aoai-policy.config.json': '{ "environments": { "prod": {\n  "backends": { "ptuu": {} } } } }' };
    expect(findings(await desired(files, { environment: { backends: { ptuu: {} } } }))).toEqual([expect.stringMatching(/^aoai-policy\.config\.json:2:17 unknown-override/)]);
  });

  test('may be for a file that is not looked at', async () => {
    const state = await desired({ 'policies/all.ts': PROJECT, 'apis/one/policy.xml': policy() }, { patterns: ['apis/one/policy.xml'], environment: { backends: { ptu: { url: 'https://a' } } } });
    expect(findings(state)).toEqual([]);
    expect(state.isPart).toBe(true);
  });

  test('may be a plain value for a secret where the service is on this machine', async () => {
    const state = await desired({ 'policies/all.ts': PROJECT }, { environment: { endpoint: 'http://127.0.0.1:1', namedValues: { 'vault-key': { value: 'made-up' } } } });
    expect(findings(state)).toEqual([]);
    const { body } = at(state, 'namedValues/vault-key');
    expect(body.kind === 'named-value' ? [body.secret, body.secretValue?.reveal(), body.value, body.keyVault] : []).toEqual([true, 'made-up', undefined, undefined]);
  });
});

test('a value that is none is refused, and not shown', async () => {
  const [unfilled = '', blank = '', ...others] = findings(await desired({ 'policies/all.ts': PROJECT }, { variables: { AOAI_KEY: '$(AOAI_KEY)' }, environment: { namedValues: { tier: { value: ' ' } } } }));
  expect([blank.split(',')[0], unfilled.split(',')[0], others]).toEqual([
    expect.stringContaining('blank-value: the named value tier is to have a value of nothing but blanks'),
    expect.stringContaining('unfilled-placeholder: the named value aoai-key is to have a placeholder as its value'),
    [],
  ]);
});

test('a whole project with modules that export nothing is no part of one', async () => {
  const state = await desired({ 'policies/all.ts': PROJECT, 'policies/numbers.ts': 'export const limit = 5;', 'docs/build.xml': '<project />' });
  expect(state.isPart).toBeUndefined();
});

test('what is not published is said, each with its reason', async () => {
  const { skipped, diagnostics } = await desired({
    'a/snippet.xml': '<set-header name="a" exists-action="delete" />',
    'b/chat.xml': policy(),
    'c/fragment.xml': '<fragment><set-header name="a" exists-action="delete" /></fragment>',
    'd/resolvers/user/policy.xml': '<http-data-source><http-request><set-method>GET</set-method><set-url>https://a</set-url></http-request></http-data-source>',
    'e/workspaces/team/apis/chat/policy.xml': policy(),
    'e/workspaces/team/policy.xml': policy(),
  });
  expect(diagnostics).toEqual([]);
  expect(skipped).toEqual([
    { source: 'a/snippet.xml', reason: 'it holds policies without a document around them, which API Management does not take' },
    { source: 'b/chat.xml', reason: expect.stringContaining('its path does not say what it belongs to') },
    { source: 'c/fragment.xml', reason: expect.stringContaining('its path does not say which fragment it is') },
    { source: 'd/resolvers/user/policy.xml', reason: 'policies of GraphQL resolvers are not published' },
    { source: 'e/workspaces/team/apis/chat/policy.xml', reason: "it belongs to something in the workspace 'team', of which only the workspace's own policy is published" },
  ]);
});

describe('what keeps a project from being published', () => {
  test('two documents for one address, from whatever files', async () => {
    const state = await desired({ 'a/apis/Chat/policy.xml': policy(), 'policies/chat.ts': "import { api, base } from 'aoai-policy';\nexport default api('chat', { inbound: [base()] });" });
    expect(findings(state)).toEqual([expect.stringMatching(/^policies\/chat\.ts:2:\d+ duplicate-document: API 'chat' has a document already, in a\/apis\/Chat\/policy\.xml:1:1; both would be written to 'apis\/chat\/policy'/)]);
    expect(addresses(state)).toEqual(['apis/Chat/policy']);
  });

  test('two resources of one name, which lint only warns of', async () => {
    const state = await desired({ 'policies/a.ts': "import { backend } from 'aoai-policy';\nexport const a = backend('ptu', { url: 'https://a' });", 'policies/b.ts': "import { backend } from 'aoai-policy';\nexport const b = backend('PTU', { url: 'https://b' });" });
    expect(findings(state)).toEqual([expect.stringMatching(/^policies\/b\.ts:2:\d+ duplicate-resource: the backend PTU is declared in policies\/a\.ts:2 already; a service has one of the name/)]);
  });

  test('a document that is no XML', async () => {
    const state = await desired({ 'apis/chat/policy.xml': '<policies><inbound></policies>' });
    expect(findings(state)).toEqual([expect.stringMatching(/^apis\/chat\/policy\.xml:1:12 unclosed-element: /)]);
    expect(addresses(state)).toEqual([]);
  });

  test('a file that could not be loaded, because what it declares would look as if it had gone', async () => {
    const state = await desired({ 'policies/a.ts': "throw new Error('no');", 'apis/chat/policy.xml': policy(), 'backends/ptu/backendInformation.json': '{' });
    expect(findings(state)).toEqual([expect.stringMatching(/^backends\/ptu\/backendInformation\.json:1:2 information-file-not-json/), expect.stringMatching(/^policies\/a\.ts:1:7 policy-file-throws: /)]);
  });

  test('a name that would lead elsewhere', async () => {
    const state = await desired({ 'policies/a.ts': "import { base, operation } from 'aoai-policy';\nexport default operation('chat', '..', { inbound: [base()] });" });
    expect(findings(state)).toEqual([expect.stringContaining('policies/a.ts:2:16 invalid-name: the operation name ".." would lead to another resource; rename it')]);
  });
});
