/** What is pulled and planned at once plans nothing: the files say what the service holds, in both contents and through every dialect of it. */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalApim, LocalApimOptions } from '../../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../../src/local-apim/start-local-apim.js';
import { chooseEnvironment } from '../../../src/project/choose-environment.js';
import { loadConfig } from '../../../src/project/load-config.js';
import { loadProject } from '../../../src/project/load-project.js';
import type { Arm } from '../../../src/publish/arm/arm.js';
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import { desiredState } from '../../../src/publish/desired/desired-state.js';
import { targetOf } from '../../../src/publish/desired/target-of.js';
import { makePlan, type PlanAndFindings } from '../../../src/publish/plan/make-plan.js';
import { asDesired } from '../../../src/publish/pull/as-desired.js';
import { comparePulled } from '../../../src/publish/pull/compare-pulled.js';
import { layoutOf } from '../../../src/publish/pull/pull-layout.js';
import { pulledFiles, type PulledFiles } from '../../../src/publish/pull/pulled-files.js';
import { readLiveResources } from '../../../src/publish/pull/read-live-resources.js';
import { writePulled } from '../../../src/publish/pull/write-pulled.js';

const FIXTURES = new URL('../../../fixtures/wild/', import.meta.url);
const CANARY = 'canary-7f3a9c51e08b42d6';

let folder: string;
const running: LocalApim[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-pull-')));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((apim) => apim.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: LocalApimOptions = {}): Promise<LocalApim> {
  const apim = await startLocalApim(options);
  running.push(apim);
  return apim;
}

/** One of everything, with what is easily lost on the way. */
function fill(apim: LocalApim): void {
  const { subscription, resourceGroup, service } = apim;
  const armId = (id: string): string => `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}/backends/${id}`;
  apim.seed('namedValues/62825', { displayName: 'aoai-key', secret: true, value: CANARY });
  apim.seed('namedValues/region', { displayName: 'region', value: 'westeurope', tags: ['b', 'a'] });
  apim.seed('namedValues/vault', { displayName: 'vault', secret: true, keyVault: { secretIdentifier: 'https://contoso.vault.azure.net/secrets/x' } });
  apim.seed('backends/ptu', {
    url: 'https://ptu.openai.azure.com/openai', protocol: 'http', description: 'provisioned', tls: { validateCertificateChain: true, validateCertificateName: false },
    credentials: { header: { 'api-key': ['{{aoai-key}}'] } },
    circuitBreaker: { rules: [{ name: 'throttled', failureCondition: { count: 1, interval: 'PT60S', statusCodeRanges: [{ min: 429, max: 429 }] }, tripDuration: 'PT1M', acceptRetryAfter: true }] },
  });
  apim.seed('backends/literal', { url: 'https://b.example', protocol: 'http', credentials: { header: { 'api-key': [CANARY] } } });
  apim.seed('backends/pool', { type: 'Pool', pool: { services: [{ id: armId('ptu'), priority: 1 }, { id: armId('literal'), priority: 2, weight: 3 }] } });
  const rawxml = (value: string): Readonly<Record<string, string>> => ({ format: 'rawxml', value });
  apim.seed('policyFragments/caller', { ...rawxml('<fragment>\n  <set-variable name="caller" value="@{\r\n\tvar a = "<1>";\r\n\treturn a;\r\n}" />\n</fragment>'), description: 'who calls' });
  const policy = (inbound: string): Readonly<Record<string, string>> => rawxml(`<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`);
  apim.seed('workspaces/team/policies/policy', policy(''));
  apim.seed('products/gold/policies/policy', policy('<!-- who pays --><set-variable name="tier" value="{{region}}" />'));
  apim.seed('apis/chat/policies/policy', policy('<include-fragment fragment-id="caller" /><set-backend-service backend-id="pool" />'));
  apim.seed('apis/chat/operations/complete/policies/policy', policy('<set-body template="liquid">{ "a": "{{context.Request.Headers.a}}",\n\t"b": 1 }</set-body><set-header name="x" exists-action="override"><value>@("a" + "\\"" + \'<\')</value></set-header>'));
  apim.seed('apis/Grüße (v2)/operations/a b;c/policies/policy', policy(''));
  apim.seed('apis/search/policies/policy', policy('<return-response><set-body><![CDATA[<a>&amp;</a>]]></set-body></return-response>'));
}

function writeConfig(content: 'xml' | 'rawxml', { endpoint }: LocalApim): void {
  writeFileSync(join(folder, 'aoai-policy.config.ts'), `export default { content: '${content}', environments: { local: { endpoint: '${endpoint}' } } };\n`);
}

async function connectConfigured(): Promise<Arm> {
  return connectArm(targetOf(chooseEnvironment(await loadConfig({ cwd: folder }))), { environmentVariables: {} });
}

async function pull(content: 'xml' | 'rawxml'): Promise<PulledFiles> {
  const pulled = pulledFiles(await readLiveResources(await connectConfigured()), { content, layout: layoutOf(folder) });
  expect(writePulled(comparePulled(pulled.files, folder), folder, { overwrites: false }).conflicts).toEqual([]);
  return pulled;
}

async function plan(): Promise<PlanAndFindings> {
  const config = await loadConfig({ cwd: folder });
  const project = await loadProject([], { cwd: folder, config });
  expect(project.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return makePlan(await desiredState(project, chooseEnvironment(config), {}), await connectConfigured(), { state: undefined, prune: false });
}

const everyFile = (): string => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');

describe.each<[content: 'xml' | 'rawxml', options: LocalApimOptions]>([
  ['rawxml', {}],
  ['xml', {}],
  ['rawxml', { answersBareXml: true, pageSize: 1 }],
])('content %s, service %j', (content, options) => {
  test('one of everything', async () => {
    const apim = await start(options);
    fill(apim);
    writeConfig(content, apim);
    const { skipped, withheld } = await pull(content);
    expect(skipped.map(({ source }) => source)).toEqual(['workspaces/team']);
    expect(withheld.map(({ source }) => source)).toEqual(['backends/literal']);
    expect(everyFile()).not.toContain(CANARY);
    const { plan: made, diagnostics } = await plan();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(made.changes.map(({ address, changes }) => ({ address, changes }))).toEqual([]);
    expect(made.unchanged).toHaveLength(14);
    expect(comparePulled((await pull(content)).files, folder).filter(({ state }) => state !== 'unchanged')).toEqual([]);
  });
});

test('every policy found in the wild that the service takes', async () => {
  const apim = await start();
  fill(apim);
  const texts = readdirSync(FIXTURES).filter((name) => name.endsWith('.xml')).map((name) => readFileSync(new URL(name, FIXTURES), 'utf8').replace(/^\ufeff/u, ''));
  const taken = texts.filter((value, index) => {
    try {
      apim.seed(`apis/wild-${index}/policies/policy`, { format: 'rawxml', value });
      return true;
    } catch {
      return false;
    }
  });
  expect(taken.length).toBeGreaterThan(3);
  writeConfig('rawxml', apim);
  await pull('rawxml');
  const { plan: made } = await plan();
  expect(made.changes.map(({ address, changes }) => ({ address, changes }))).toEqual([]);
});

test('what changes on the service is a change of the files, and nothing else is', async () => {
  const apim = await start();
  fill(apim);
  writeConfig('rawxml', apim);
  await pull('rawxml');
  apim.seed('apis/search/policies/policy', { format: 'xml', value: '<policies><inbound /><backend /><outbound /><on-error /></policies>' });
  apim.seed('namedValues/region', { displayName: 'region', value: 'northeurope', tags: ['b', 'a'] });
  const again = pulledFiles(await readLiveResources(await connectConfigured()), { content: 'rawxml', layout: layoutOf(folder) });
  const compared = comparePulled(again.files, folder).filter(({ state }) => state !== 'unchanged');
  expect(compared.map(({ file, state }) => [file.address, state])).toEqual([['apis/search/policy', 'changed'], ['namedValues/region', 'changed']]);
});

test('two services against each other', async () => {
  const [from, to] = [await start(), await start({ createsParents: true })];
  fill(from);
  fill(to);
  to.seed('apis/search/policies/policy', { format: 'xml', value: '<policies><inbound /><backend /><outbound /><on-error /></policies>' });
  const connect = ({ endpoint, subscription, resourceGroup, service }: LocalApim, environment: string): Promise<Arm> =>
    connectArm({ environment, cloud: 'public', endpoint, subscription, resourceGroup, service }, { environmentVariables: {} });
  const wanted = asDesired(await readLiveResources(await connect(from, 'dev')));
  const { plan: made, diagnostics } = await makePlan(wanted, await connect(to, 'prod'), { state: undefined, prune: false });
  expect(diagnostics).toEqual([]);
  expect(made.changes.map(({ address, action, origin }) => [address, action, origin?.file])).toEqual([['apis/search/policy', 'update', 'dev/apis/search/policy']]);
});
