/** Plans of small projects for a local APIM, through the real client. */
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/model/secret.js';
import { actions, backend, findings, fragment, namedValue, policy, pool, startPlanning } from './planning.js';

const header = (value: string): string => `<set-header name="x" exists-action="override"><value>${value}</value></set-header>`;
const include = (id: string): string => `<include-fragment fragment-id="${id}" />`;
const route = (id: string): string => `<set-backend-service backend-id="${id}" />`;

const PROJECT = {
  'apis/chat/operations/complete/policy': policy(route('aoai')),
  'apis/chat/policy': policy(include('auth')),
  policy: policy(header('{{tier}}')),
  'policyFragments/auth': fragment(header('{{aoai.key}}')),
  'backends/aoai': pool('ptu', 'payg'),
  'backends/ptu': backend({ url: 'https://ptu.example' }),
  'backends/payg': backend({ url: 'https://payg.example' }),
  'namedValues/tier': namedValue('tier'),
  'namedValues/aoai-key': namedValue('aoai.key', { secret: true, secretValue: new Secret('first') }),
};

async function planning(): ReturnType<typeof startPlanning> {
  const at = await startPlanning();
  at.apim.seed('apis/chat', { displayName: 'chat', path: 'chat' });
  at.apim.seed('apis/chat/operations/complete', { displayName: 'complete', method: 'POST', urlTemplate: '/' });
  return at;
}

describe('a project', () => {
  test('is planned in an order in which it can be written', async () => {
    const at = await planning();
    const planned = await at.plan(PROJECT);
    expect(findings(planned)).toEqual([]);
    expect(actions(planned.plan)).toEqual([
      'create namedValues/aoai-key', 'create namedValues/tier', 'create backends/payg', 'create backends/ptu', 'create backends/aoai',
      'create policyFragments/auth', 'update policy', 'create apis/chat/policy', 'create apis/chat/operations/complete/policy',
    ]);
    expect(planned.plan.changes.find(({ address }) => address === 'apis/chat/policy')).toMatchObject({ needs: ['policyFragments/auth'], drifted: false, origin: { file: 'dev/apis/chat/policy' } });
    expect(at.requests.filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  test('whose fragments include others is planned from the inside out', async () => {
    const at = await planning();
    expect(actions((await at.plan({ 'policyFragments/a': fragment(include('b')), 'policyFragments/b': fragment(include('c')), 'policyFragments/c': fragment(header('x')) })).plan)).toEqual([
      'create policyFragments/c', 'create policyFragments/b', 'create policyFragments/a',
    ]);
  });

  test('that was pushed plans empty, with one request for each policy, one for each known secret and four besides', async () => {
    const at = await planning();
    await at.push(PROJECT);
    at.requests.length = 0;
    const { plan } = await at.plan(PROJECT);
    expect(plan).toMatchObject({ changes: [], drift: [], notes: [] });
    expect(plan.unchanged.toSorted()).toEqual(Object.keys(PROJECT).toSorted());
    expect(at.requests.map((line) => line.replace(/ .*\/service\/local$/u, ' the service')).toSorted()).toEqual([
      'GET apis/chat/operations/complete/policies/policy', 'GET apis/chat/policies/policy', 'GET backends', 'GET namedValues', 'GET policies/policy', 'GET policyFragments', 'GET the service',
      'POST namedValues/aoai-key/listValue',
    ]);
  });

  test('whose changes are shown as what changes, bound to what was seen', async () => {
    const at = await planning();
    await at.push(PROJECT);
    const { plan } = await at.plan({
      ...PROJECT,
      'policyFragments/auth': fragment(header('{{tier}}')),
      'backends/ptu': backend({ url: 'https://ptu2.example' }),
      'backends/payg': pool('ptu'),
      'namedValues/aoai-key': namedValue('aoai.key', { secret: true, secretValue: new Secret('second') }),
    });
    expect(plan.changes.map(({ address, action, changes }) => [address, action, changes])).toEqual([
      ['namedValues/aoai-key', 'update', [{ kind: 'changed', path: 'value', before: '(secret)', after: '(secret, changed)' }]],
      ['backends/ptu', 'update', [{ kind: 'changed', path: 'url', before: 'https://ptu.example', after: 'https://ptu2.example' }]],
      ['backends/payg', 'replace', expect.arrayContaining([{ kind: 'changed', path: 'type', before: 'Single', after: 'Pool' }])],
      ['policyFragments/auth', 'update', [{ kind: 'changed', path: 'set-header[1]/value[1]/text()', before: '{{aoai.key}}', after: '{{tier}}' }]],
    ]);
    for (const { key, etag } of plan.changes) expect(etag).toBe((await at.arm.read(key))?.etag);
    expect(plan.unchangedDigests).toHaveProperty(['apis/chat/policy'], expect.stringMatching(/^[0-9a-f]{64}$/u));
  });

  test('keeps what it does not state', async () => {
    const at = await planning();
    await at.edit('backends/ptu', backend({ url: 'https://ptu.example', title: 'Reserved', description: 'gone' }));
    await at.edit('policyFragments/f', fragment('', 'what it is for'));
    const { plan } = await at.plan({ 'backends/ptu': backend({ url: 'https://ptu.example' }), 'policyFragments/f': fragment(header('a')) });
    expect(plan.changes).toMatchObject([
      { address: 'backends/ptu', after: { properties: { title: 'Reserved' } }, changes: [{ kind: 'removed', path: 'description', before: 'gone' }] },
      { address: 'policyFragments/f', after: { description: 'what it is for' }, changes: [{ kind: 'added', path: 'set-header[1]' }] },
    ]);
  });

  test('waits for what the service is still at', async () => {
    const at = await planning();
    const { endpoint, subscription, resourceGroup, service } = at.apim;
    await at.edit('policyFragments/f', fragment(header('old')));
    const url = `${endpoint}/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}/policyFragments/f?api-version=2024-05-01`;
    const body = JSON.stringify({ properties: { format: 'xml', value: `<fragment>${header('new')}</fragment>` } });
    const answer = await fetch(url, { method: 'PUT', headers: { authorization: 'Bearer local', 'content-type': 'application/json' }, body });
    expect(await answer.json()).toMatchObject({ properties: { provisioningState: 'InProgress' } });
    expect((await at.plan({ 'policyFragments/f': fragment(header('new')) })).plan).toMatchObject({ changes: [], unchanged: ['policyFragments/f'] });
  });

  test('knows no names that lead elsewhere, and asks the service nothing then', async () => {
    const at = await planning();
    const resources = [{ key: { kind: 'policy', scope: { kind: 'operation', api: 'chat', operation: '..' } }, body: policy(''), origin: { file: 'a.xml', range: { start: { line: 3, column: 1, offset: 9 }, end: { line: 3, column: 2, offset: 10 } } }, needs: [] }] as const;
    const planned = await at.plan({}, {}, { resources });
    expect(findings(planned)).toEqual(['error a.xml:3:1 invalid-name: the operation name ".." would lead to another resource; rename it']);
    expect(at.requests).toEqual([]);
  });
});

describe('secrets', () => {
  const DECLARED = { 'namedValues/k': namedValue('k', { secret: true }) };

  test('without a value at hand keep what the service has', async () => {
    const at = await planning();
    await at.push({ 'namedValues/k': namedValue('k', { secret: true, secretValue: new Secret('first') }) });
    const { plan, diagnostics } = await at.plan({ 'namedValues/k': namedValue('k', { secret: true, tags: ['t'] }) });
    expect(diagnostics).toEqual([]);
    expect(plan.changes).toMatchObject([{ action: 'update', changes: [{ kind: 'added', path: 'tags' }] }]);
    await at.push({ 'namedValues/k': namedValue('k', { secret: true, tags: ['t'] }) });
    expect(at.apim.stored().get('namedValues/k')?.properties).toMatchObject({ value: 'first', tags: ['t'] });
    expect((await at.plan(DECLARED)).plan.unchanged).toEqual(['namedValues/k']);
  });

  test('without a value anywhere are findings', async () => {
    const at = await planning();
    expect(findings(await at.plan(DECLARED))).toEqual([
      'error dev/namedValues/k:1:1 secret-without-value: the secret namedValues/k has no value, and local has none that could stay; name an environment variable that holds it, or a secret in Key Vault',
    ]);
    const [resource] = (await at.plan({ 'namedValues/k': namedValue('k', { secret: true }) })).plan.changes;
    expect(resource?.action).toBe('create');
  });

  test('that may not be read count as unchanged, which is noted', async () => {
    const at = await startPlanning({ faults: ({ path }) => (path.endsWith('listValue') ? { kind: 'status', status: 403, when: 'before', code: 'AuthorizationFailed' } : undefined) });
    await at.edit('namedValues/k', namedValue('k', { secret: true, secretValue: new Secret('first') }));
    const { plan } = await at.plan({ 'namedValues/k': namedValue('k', { secret: true, secretValue: new Secret('second') }) });
    expect(plan).toMatchObject({ changes: [], unchanged: ['namedValues/k'], notes: ['the value of namedValues/k could not be compared, because you may not read it; it counts as unchanged'] });
  });

  test('are in none of the texts of a plan', async () => {
    const at = await planning();
    const canary = 'canary-7d2f91';
    await at.edit('policy', policy(`<set-variable name="v" value="${canary}" />`));
    await at.edit('backends/b', backend({ url: 'https://b.example', credentials: { header: { 'x-key': [canary] } } }));
    const { plan } = await at.plan({
      'namedValues/k': namedValue('k', { secret: true, secretValue: new Secret(canary) }),
      'backends/b': backend({ url: 'https://b.example', credentials: { header: { 'x-key': ['{{k}}'] } } }),
      policy: policy('<set-variable name="v" value="{{k}}" />'),
    });
    expect(plan.changes).toHaveLength(3);
    expect(JSON.stringify(plan.changes.map(({ changes }) => changes))).not.toContain(canary);
  });
});

describe('what would make a push fail half-way is found before', () => {
  test('names that neither the project nor the service has, at their places', async () => {
    const at = await planning();
    await at.edit('backends/payg', backend({ url: 'https://payg.example' }));
    await at.edit('namedValues/other', namedValue('Other'));
    expect(findings(await at.plan({
      policy: policy(`${route('paygg')}${include('nowhere')}${header('{{other}} {{none}}')}`),
      'backends/aoai': pool('payg', 'ptu'),
      'backends/b': backend({ url: 'https://{{missing}}.example' }),
    }))).toEqual([
      'error dev/policy:1:41 unknown-backend: set-backend-service names the backend paygg, which neither this project nor local has; API Management refuses what names it; did you mean payg? If not, declare the backend in the project, or create it on the service',
      'error dev/policy:1:80 unknown-fragment: include-fragment names the fragment nowhere, which neither this project nor local has; API Management refuses what names it; declare the fragment in the project, or create it on the service',
      'warning dev/policy:1:157 unknown-named-value: value names the named value other, and there is Other; API Management tells upper from lower case and refuses what names it; write Other',
      'error dev/policy:1:167 unknown-named-value: value names the named value none, which neither this project nor local has; API Management refuses what names it; declare the named value in the project, or create it on the service',
      'error dev/backends/aoai:1:1 unknown-backend: the pool aoai names the backend ptu, which neither this project nor local has; API Management refuses what names it; declare the backend in the project, or create it on the service',
      'error dev/backends/b:1:1 unknown-named-value: the backend b names the named value missing, which neither this project nor local has; API Management refuses what names it; declare the named value in the project, or create it on the service',
    ]);
  });

  test('not names in other letters, of which ids have none', async () => {
    const at = await planning();
    await at.edit('policyFragments/auth', fragment(''));
    expect(findings(await at.plan({ policy: policy(`${route('PTU')}${include('AUTH')}`), 'backends/ptu': backend({ url: 'https://ptu.example' }) }))).toEqual([]);
  });

  test('nothing that a global policy could be without', async () => {
    const at = await planning();
    await at.edit('policy', undefined);
    expect(await at.plan({ policy: policy('') })).toMatchObject({ diagnostics: [], plan: { changes: [{ address: 'policy', action: 'create' }] } });
  });

  test('not names in the policy of a workspace, which has things of its own', async () => {
    const at = await planning();
    at.apim.seed('workspaces/w', { displayName: 'w' });
    expect(findings(await at.plan({ 'workspaces/w/policy': policy(route('theirs')) }))).toEqual([]);
  });

  test('missing APIs, operations, products and workspaces', async () => {
    const at = await planning();
    at.apim.seed('products/starter', { displayName: 'starter' });
    expect(findings(await at.plan({
      'apis/chatt/policy': policy(''), 'apis/chat/operations/compleet/policy': policy(''), 'apis/none/operations/x/policy': policy(''), 'products/starte/policy': policy(''), 'workspaces/w/policy': policy(''),
      'apis/CHAT/policy': policy(''), 'apis/chat;rev=2/policy': policy(''), 'apis/chat;REV=3/policy': policy(''), 'apis/chat;rev=two/policy': policy(''),
    })).toSorted()).toEqual([
      'error dev/apis/chat/operations/compleet/policy:1:1 unknown-operation: local has no operation compleet of the API chat, so that there is nothing the policy could be attached to; API Management refuses it; did you mean complete? If not, create the operation first: aoai-policy publishes policies, fragments, backends and named values only',
      'error dev/apis/chat;rev=two/policy:1:1 unknown-api: local has no API chat;rev=two, so that there is nothing the policy could be attached to; API Management refuses it; create the API first: aoai-policy publishes policies, fragments, backends and named values only',
      'error dev/apis/chatt/policy:1:1 unknown-api: local has no API chatt, so that there is nothing the policy could be attached to; API Management refuses it; did you mean chat? If not, create the API first: aoai-policy publishes policies, fragments, backends and named values only',
      'error dev/apis/none/operations/x/policy:1:1 unknown-api: local has no API none, so that there is nothing the policy could be attached to; API Management refuses it; create the API first: aoai-policy publishes policies, fragments, backends and named values only',
      'error dev/products/starte/policy:1:1 unknown-product: local has no product starte, so that there is nothing the policy could be attached to; API Management refuses it; did you mean starter? If not, create the product first: aoai-policy publishes policies, fragments, backends and named values only',
      'error dev/workspaces/w/policy:1:1 unknown-workspace: local has no workspace w, so that there is nothing the policy could be attached to; API Management refuses it; create the workspace first: aoai-policy publishes policies, fragments, backends and named values only',
    ]);
  });

  test('an API and its current revision by number, which are one', async () => {
    const at = await planning();
    const twice = { 'apis/Chat/policy': policy(''), 'apis/chat;rev=1/policy': policy(''), 'apis/chat/operations/complete/policy': policy(''), 'apis/chat;rev=1/operations/complete/policy': policy('') };
    expect(findings(await at.plan({ ...twice, 'apis/chat;rev=2/policy': policy('') })).toSorted()).toEqual([
      'error dev/apis/chat;rev=1/operations/complete/policy:1:1 duplicate-resource: apis/chat;rev=1/operations/complete/policy and apis/chat/operations/complete/policy are one policy: chat;rev=1 is the current revision on local; keep one of the two: without the number it is that of whatever revision is current',
      'error dev/apis/chat;rev=1/policy:1:1 duplicate-resource: apis/chat;rev=1/policy and apis/Chat/policy are one policy: chat;rev=1 is the current revision on local; keep one of the two: without the number it is that of whatever revision is current',
    ]);
    expect(findings(await at.plan({ 'apis/chat;rev=1/policy': policy('') }))).toEqual([]);
  });

  test('display names that another named value has, or is to have', async () => {
    const at = await planning();
    await at.edit('namedValues/a', namedValue('one'));
    await at.edit('namedValues/b', namedValue('two'));
    expect(findings(await at.plan({ 'namedValues/c': namedValue('one') }))).toEqual([
      'error dev/namedValues/c:1:1 display-name-taken: namedValues/c has the display name one, which the named value a of local has already; API Management takes each only once; declare it with the id a, so that this one is updated, or take another display name',
    ]);
    expect(findings(await at.plan({ 'namedValues/c': namedValue('x'), 'namedValues/d': namedValue('x') }))).toHaveLength(2);
    expect(findings(await at.plan({ 'namedValues/a': namedValue('two'), 'namedValues/b': namedValue('one') }))).toEqual([
      'error dev/namedValues/a:1:1 display-name-taken: the named values a, b are to take over one another\'s display names, which API Management does not let happen one by one; give one of them a new display name, push, and push again',
    ]);
  });

  test('a display name is free once its holder has another', async () => {
    const at = await planning();
    await at.edit('namedValues/z', namedValue('one'));
    const declared = { 'namedValues/a': namedValue('one'), 'namedValues/z': namedValue('three') };
    expect(actions((await at.plan(declared)).plan)).toEqual(['update namedValues/z', 'create namedValues/a']);
    await at.push(declared);
    expect((await at.plan(declared)).plan.changes).toEqual([]);
  });

  test('fragments that include one another', async () => {
    const at = await planning();
    expect(findings(await at.plan({ 'policyFragments/a': fragment(include('b')), 'policyFragments/b': fragment(include('c')), 'policyFragments/c': fragment(include('b')) }))).toEqual([
      'error dev/policyFragments/b:1:1 circular-needs: policyFragments/b needs policyFragments/c needs policyFragments/b: API Management takes none of them, because each has to be there before the other; take one of the references out',
    ]);
  });

  test.each([
    ['Developer', 262_144, 'a policy'],
    ['Consumption', 16_384, 'a policy in the Consumption tier'],
  ])('policies and fragments that are too large: %s', async (sku, limit, what) => {
    const at = await startPlanning({ sku });
    const wide = (bytes: number): string => header('ä'.repeat(bytes / 2));
    expect(findings(await at.plan({ policy: policy(wide(limit)), 'policyFragments/f': fragment(wide(32_768)), 'policyFragments/g': fragment(wide(32_000)), 'namedValues/n': namedValue('n', { value: 'x'.repeat(4097) }) })).map((line) => line.replace(/comes to \d+/u, 'comes to many'))).toEqual([
      'error dev/namedValues/n:1:1 value-too-long: the value of namedValues/n has 4097 characters, and a named value takes 4096; API Management refuses it; split it, or keep it in Key Vault',
      `error dev/policy:1:1 document-too-large: policy comes to many bytes, and ${what} takes ${limit}; API Management refuses it; move parts into policy fragments`,
      'error dev/policyFragments/f:1:1 document-too-large: policyFragments/f comes to many bytes, and a policy fragment takes 32768; API Management refuses it; move parts into policy fragments',
    ].toSorted((a, b) => Number(a.includes('value-too-long')) - Number(b.includes('value-too-long'))));
  });

  test('nothing of what is unchanged', async () => {
    const at = await planning();
    await at.push({ 'backends/b': backend({ url: 'https://b.example' }), policy: policy(route('b')) });
    expect(await at.plan({ policy: policy(route('b')) })).toMatchObject({ diagnostics: [], plan: { unchanged: ['policy'] } });
  });
});
