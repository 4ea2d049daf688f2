/** Compiled by the type check, for what is not generated: documents, resources, fragments, patterns, configuration. Each marked line must be an error. */
import { api, backend, backendApiKey, backendPool, base, cacheStoreValue, choose, circuitBreaker, contentCapture, cs, csBlock, defineConfig, endUserContext, forwardRequest, fragment, globalPolicy, includeFragment, inline, llmTokenLimit, managedIdentity, namedValue, priorityRouting, rateLimitPerCaller, raw, retry, retryInRegion, retryOverPool, retryOverRegions, rewriteUri, setBackendService, setBody, setHeader, setVariable, tokenBudget, when, type Config, type Expression, type Sections } from 'aoai-policy';

const forwarding = fragment('forwarding', [forwardRequest()]);
const key = namedValue('aoai-key', { secret: true });
const ptu = backend('ptu', { url: 'https://ptu.openai.azure.com/openai' });
const pool = backendPool('pool', { services: [ptu, 'regional'] });
const budget = tokenBudget({ tokensPerMinute: 1000 });
const capture = contentCapture();

export const placed: Sections[] = [
  { inbound: [base(), managedIdentity(), budget.inbound, capture.inbound, endUserContext().inbound], onError: [budget.onError, base()], outbound: [capture.outbound] },
  { backend: [retryInRegion()] },
  { backend: [retryOverPool({ pool })] },
  { backend: [includeFragment(forwarding)] },
  { backend: [...inline(forwarding)] },
  { inbound: [raw('<a/>'), setBackendService({ backendId: ptu.name }), setHeader({ name: 'api-key', value: key })] },
  { inbound: [priorityRouting({ variable: 'priority', routes: [{ from: 0, to: 1, backend: pool }] })] },
];

export const misplaced: Sections[] = [
  // @ts-expect-error a fragment stands where its policies may stand
  { inbound: [includeFragment(forwarding)] },
  // @ts-expect-error inlined as well
  { inbound: [...inline(forwarding)] },
  // @ts-expect-error a retry forwards the request
  { inbound: [retryOverRegions({ backends: ['a', 'b'] })] },
  // @ts-expect-error the limit stands in inbound
  { onError: [budget.inbound] },
  // @ts-expect-error the answer stands in on-error
  { inbound: [budget.onError] },
  // @ts-expect-error reading the answer stands in outbound
  { inbound: [capture.outbound] },
  // @ts-expect-error a document is no policy
  { inbound: [forwarding] },
];

export const wrong = [
  // @ts-expect-error the global scope has no broader one
  () => globalPolicy({ inbound: [base()] }),
  // @ts-expect-error a fragment holds no base
  () => fragment('a', [base()]),
  // @ts-expect-error no section takes both
  () => api('a', { inbound: [...inline(fragment('a', [forwardRequest(), rewriteUri({ template: '/' })]))] }),
  // @ts-expect-error a route needs both ends
  () => priorityRouting({ header: 'Priority', routes: [{ from: 0, backend: 'a' }] }),
  // @ts-expect-error a variable is an int already: nothing is missing
  () => priorityRouting({ variable: 'priority', missing: 0, routes: [{ from: 0, to: 1, backend: 'a' }] }),
  // @ts-expect-error one source or another
  () => namedValue('a', { value: 'b', secret: true }),
  // @ts-expect-error a backend needs its address
  () => backend('a', {}),
  // @ts-expect-error a duration is ISO 8601 or an object
  () => circuitBreaker({ interval: '1 minute' }),
  // @ts-expect-error not one of the periods
  () => tokenBudget({ tokensPerMinute: 1, quota: { tokens: 1, period: 'daily' } }),
  // @ts-expect-error a key itself does not belong into a policy: what namedValue made, or {{its-name}}
  () => backendApiKey({ key: 'c2VjcmV0' }),
];

export const literals = [
  () => setVariable({ name: 'a', value: cs`context.Api.Id` }),
  () => retry({ condition: cs`context.Response.StatusCode == 429`, count: cs`2 + 1`, interval: '{{pause}}' }, []),
  // @ts-expect-error the name of a variable is fixed
  () => setVariable({ name: cs`context.Api.Id`, value: 'a' }),
  // @ts-expect-error cs is a template tag
  () => cs('context.Api.Id'),
  // @ts-expect-error a Date has no C# literal
  () => cs`${new Date()}`,
  // @ts-expect-error nor has an object
  () => csBlock`return ${{ a: 1 }};`,
  // @ts-expect-error a number, not its text
  () => llmTokenLimit({ counterKey: 'a', tokensPerMinute: '1000', estimatePromptTokens: true }),
];

const isUrgent = cs<boolean>`context.Variables.GetValueOrDefault<int>("priority", 1000) <= 100`;
const team = cs<string>`context.Request.Headers.GetValueOrDefault("x-team", "none")`;
const attempts = csBlock<number>`return 3;`;
const body = cs<object>`context.Request.Body.As<JObject>(true)`;
const unstated: Expression = cs`context.Api.Id`;

export const stated = [
  () => choose([when(isUrgent, [setHeader({ name: 'x-team', value: team })])]),
  () => retry({ condition: isUrgent, count: attempts, interval: attempts }, []),
  () => setHeader({ name: 'a', existsAction: cs<string>`"skip"`, value: [team, 'none'] }),
  // What is kept as it is may be of any type.
  () => [isUrgent, team, attempts, body].map((value) => [setVariable({ name: 'a', value }), cacheStoreValue({ key: 'k', value, duration: 60 })]),
  // Any may go into another.
  () => choose([when(cs<boolean>`${isUrgent} && ${team} == "a" && ${attempts} > 1`, [])]),
  // Without a stated type it is taken everywhere.
  () => [retry({ condition: unstated, count: unstated, interval: cs`1` }, []), setHeader({ name: 'a', value: unstated })],
  () => [rateLimitPerCaller({ name: 'a', otherwise: { calls: 1, renewalPeriod: 60 }, caller: team }), retryOverRegions({ backends: ['a', 'b'], condition: isUrgent })],
  // @ts-expect-error a condition is a boolean
  () => when(team, []),
  // @ts-expect-error nor a number
  () => retry({ condition: attempts, count: 3, interval: 1 }, []),
  // @ts-expect-error a count is a number
  () => retry({ condition: true, count: team, interval: 1 }, []),
  // @ts-expect-error a header is a text
  () => setHeader({ name: 'a', value: isUrgent }),
  // @ts-expect-error one of several is
  () => setHeader({ name: 'a', value: ['b', attempts] }),
  // @ts-expect-error a body is a text
  () => setBody(body),
  // @ts-expect-error a caller is known by a text
  () => rateLimitPerCaller({ name: 'a', otherwise: { calls: 1, renewalPeriod: 60 }, caller: isUrgent }),
  // @ts-expect-error stated at the place itself
  () => choose([when(cs<string>`"true"`, [])]),
];

export const configurations: (() => Config)[] = [
  () => defineConfig({ policies: ['policies/**/*.ts'], out: 'build', content: 'xml', rules: { 'missing-otherwise': 'off' }, gateway: ['classic', 'v2'], failOn: 'warning' }),
  // @ts-expect-error a misspelt key
  () => defineConfig({ polices: [] }),
  // @ts-expect-error no level of that name
  () => defineConfig({ rules: { 'missing-otherwise': 'warn' } }),
  // @ts-expect-error no gateway of that name
  () => defineConfig({ gateway: 'premium' }),
];
