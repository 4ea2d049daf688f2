import { describe, expect, test } from 'vitest';
import { backend, backendApiKey, backendPool, contentCapture, cs, deploymentId, endUserContext, managedIdentity, namedValue, priorityRouting, rateLimitPerCaller, retryInRegion, retryOverPool, retryOverRegions, setVariable, tokenBudget, type Policy } from '../../src/index.js';
import { parseCode } from '../../src/syntax/csharp/parse-code.js';
import { api } from '../../src/dsl/documents.js';
import { compiled, elementsOf, expressionsOf, policiesXml } from './compiled.js';
import { thrown, untyped } from './thrown.js';

const ptu = backend('aoai-ptu-backend', { url: 'https://ptu.openai.azure.com/openai' });
const pool = backendPool('aoai-pool', { services: [ptu, 'aoai-east', 'aoai-west'] });
const routes = [
  { from: 0, to: 100, backend: ptu },
  { from: 101, to: 500, backend: pool },
];
const budget = tokenBudget({ tokensPerMinute: 1000 });
const fullBudget = tokenBudget({
  tokensPerMinute: 1000,
  quota: { tokens: 1_000_000, period: 'Monthly' },
  counterKey: cs`context.Product?.Id ?? "none"`,
  estimatePromptTokens: false,
  dimensions: ['API ID', { name: 'Deployment ID', value: deploymentId() }],
  namespace: 'AzureOpenAI',
  remainingTokensHeaderName: 'remaining-tokens',
  tokensConsumedHeaderName: 'consumed-tokens',
});
const stated = endUserContext();
const validated = endUserContext({ validatedJwt: 'callerToken' });
const capture = contentCapture();

/** Each pattern with its defaults and with everything; the files show what they make. */
const PATTERNS: Readonly<Record<string, readonly Policy<never>[]>> = {
  'backend-api-key': [backendApiKey({ key: '{{aoai-api-key}}' })],
  'backend-api-key-other-header': [backendApiKey({ key: namedValue('id', { displayName: 'key', secret: true }), header: 'Ocp-Key' })],
  'content-capture-inbound': [capture.inbound],
  'content-capture-outbound': [capture.outbound],
  'content-capture-with-everything': [contentCapture({ maxChars: 100, source: 'audit', endUserId: cs`context.User?.Email ?? "unknown"` }).inbound],
  'deployment-id': [setVariable({ name: 'deploymentId', value: deploymentId() })],
  'end-user-context': [stated.inbound],
  'end-user-context-validated': [validated.inbound, ...validated.dimensions.map(({ name, value }) => setVariable({ name, value })), setVariable({ name: 'key', value: validated.counterKey })],
  'managed-identity': [managedIdentity()],
  'managed-identity-user-assigned': [managedIdentity({ cloud: 'us-government', clientId: '{{identity-client-id}}' })],
  'managed-identity-other-audience': [managedIdentity({ audience: 'https://ai.azure.com' })],
  'priority-routing': [priorityRouting({ header: 'Priority', routes, otherwise: 'aoai-pool' })],
  'priority-routing-missing-stated': [priorityRouting({ header: 'Priority', routes, missing: 500, variable: 'p' })],
  'priority-routing-by-variable': [priorityRouting({ variable: 'p', routes, otherwise: pool, domain: { from: -10, to: 1000 } })],
  'priority-routing-two-variables': [priorityRouting({ header: 'Priority', routes, form: 'two-variables' })],
  'priority-routing-negative': [priorityRouting({ header: 'Priority', routes: [{ from: -5, to: -1, backend: 'a' }] })],
  'rate-limit-per-caller': [rateLimitPerCaller({ name: 'chat', otherwise: { calls: 60 } })],
  'rate-limit-per-caller-with-everything': [
    rateLimitPerCaller({
      name: 'chat',
      caller: cs`context.User?.Id ?? "nobody"`,
      limits: [{ callers: ['1'], calls: 5 }, { callers: ['2', '3'], calls: 10, renewalPeriod: 30 }],
      otherwise: { calls: 3, renewalPeriod: 300 },
      variable: 'who',
      remainingCallsHeaderName: 'remaining-calls',
    }),
  ],
  'retry-in-region': [retryInRegion()],
  'retry-in-region-with-everything': [retryInRegion({ count: 5, interval: 2, delta: 2, maxInterval: 20, condition: cs`context.Response.StatusCode == 503`, streaming: true, timeout: 60 })],
  'retry-over-pool': [retryOverPool({ pool })],
  'retry-over-pool-of-inbound': [retryOverPool({ streaming: true })],
  'retry-over-regions': [retryOverRegions({ backends: [ptu, 'aoai-east'] })],
  'retry-over-regions-more-tries': [retryOverRegions({ backends: ['a', 'b', pool], count: 5, interval: 2, variable: 'attempt', timeout: 30 })],
  'token-budget-inbound': [budget.inbound],
  'token-budget-on-error': [budget.onError],
  'token-budget-with-everything': [fullBudget.inbound, fullBudget.onError],
};

describe('what patterns make', () => {
  test.each(Object.entries(PATTERNS))('%s', async (name, policies) => {
    await expect(`${policiesXml(...policies)}\n`).toMatchFileSnapshot(`../../fixtures/dsl/patterns/${name}.xml`);
  });

  test('every expression in it is C# that APIM takes', () => {
    const document = compiled(untypedDocument(Object.values(PATTERNS).flat()));
    const problems = expressionsOf(document).flatMap(({ code, form }) => parseCode(code, form).problems.map(({ message }) => `${message}: ${code}`));
    expect(problems).toEqual([]);
  });
});

/** Every pattern in one section, whatever it is for. */
function untypedDocument(policies: readonly Policy<never>[]): ReturnType<typeof api> {
  return Reflect.apply(api, undefined, ['all', { inbound: policies }]);
}

test('priorityRouting leaves what its author stated on the choose, for the rules', () => {
  const routing = elementsOf(compiled(untypedDocument(PATTERNS['priority-routing'] ?? []))).find(({ name }) => name === 'choose');
  expect(routing?.priorityRouting).toMatchObject({
    subject: 'Priority',
    domain: { from: 0, to: 500 },
    routes: [{ from: 0, to: 100, backend: 'aoai-ptu-backend' }, { from: 101, to: 500, backend: 'aoai-pool' }],
    otherwise: 'aoai-pool',
  });
});

describe('mistakes', () => {
  const route = { from: 0, to: 1, backend: 'a' };
  test.each<[string, string, string]>([
    ['no routes', thrown(() => priorityRouting({ header: 'Priority', routes: [] })), 'priorityRouting takes routes, at least one: [{ from, to, backend }]'],
    ['a range the wrong way', thrown(() => priorityRouting({ header: 'Priority', routes: [route, { from: 100, to: 2, backend: 'a' }] })), 'route 2 of priorityRouting goes from 100 to 2, which no priority is in; swap the two'],
    ['a fraction', thrown(() => priorityRouting({ header: 'Priority', routes: [{ from: 0, to: 1.5, backend: 'a' }] })), 'route 1 of priorityRouting has to: 1.5, which is no whole number that a C# int holds'],
    ['more than an int', thrown(() => priorityRouting({ header: 'Priority', routes: [{ from: 0, to: 2 ** 31, backend: 'a' }] })), 'route 1 of priorityRouting has to: 2147483648, which is no whole number that a C# int holds'],
    ['a missing priority that is none', thrown(() => priorityRouting({ header: 'Priority', routes: [route], missing: Number.NaN })), 'priorityRouting has missing: NaN, which is no whole number that a C# int holds'],
    ['a domain the wrong way', thrown(() => priorityRouting({ header: 'Priority', routes: [route], domain: { from: 1, to: 0 } })), 'domain of priorityRouting goes from 1 to 0, which no priority is in; swap the two'],
    ['neither header nor variable', thrown(() => untyped(priorityRouting, { routes: [route] })), 'priorityRouting takes the header or the variable that holds the priority'],
    ['a route without a backend', thrown(() => untyped(priorityRouting, { header: 'Priority', routes: [{ from: 0, to: 1 }] })), 'route 1 of priorityRouting takes a backend, a pool, or its name, not undefined'],
    ['one region', thrown(() => retryOverRegions({ backends: ['a'] })), 'retryOverRegions takes two backends or more; use retryInRegion for one'],
    ['a pool of one', thrown(() => retryOverPool({ pool: backendPool('p', { services: ['a'] }) })), 'retryOverPool takes a pool of two members or more; use retryInRegion for one backend'],
    ['a limit of nobody', thrown(() => rateLimitPerCaller({ name: 'a', limits: [{ callers: [], calls: 1 }], otherwise: { calls: 1 } })), 'limit 1 of rateLimitPerCaller names no callers'],
    ['a counter without a name', thrown(() => rateLimitPerCaller({ name: '', otherwise: { calls: 1 } })), 'rateLimitPerCaller takes a name that its counters start with'],
    ['a cloud that does not exist', thrown(() => untyped(managedIdentity, { cloud: 'germany' })), 'managedIdentity knows the clouds public, us-government, china, not "germany"'],
    ['a cut of nothing', thrown(() => contentCapture({ maxChars: 0 })), 'contentCapture has maxChars: 0; it takes a whole number of 1 or more'],
  ])('%s', (_, message, expected) => {
    expect(message).toBe(expected);
  });
});
