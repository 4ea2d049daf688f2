import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/project/define-config.js';
import { chooseEnvironment } from '../../src/project/choose-environment.js';
import { loadConfig, resolveConfig } from '../../src/project/load-config.js';
import { targetOf } from '../../src/publish/desired/target-of.js';
import { temporaryFolder } from './temporary-folder.js';

const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
const service = { subscription: SUBSCRIPTION, resourceGroup: 'rg-ai', service: 'apim-dev' };

function environments(config: Config): ReturnType<typeof resolveConfig>['environments'] {
  return resolveConfig(config, '/work').environments;
}

describe('defaults', () => {
  test('of a service of Azure: the cloud of the configuration, else public', () => {
    expect(environments({ environments: { dev: service } })).toEqual([{ name: 'dev', cloud: 'public', ...service, backends: {}, namedValues: {} }]);
    expect(environments({ cloud: 'china', environments: { dev: service, gov: { ...service, cloud: 'us-government' } } }).map(({ cloud }) => cloud)).toEqual(['china', 'us-government']);
  });

  test('of an endpoint on this machine: all that says which service it is', () => {
    expect(environments({ environments: { local: { endpoint: 'http://127.0.0.1:8043/' } } })).toEqual([{
      name: 'local',
      cloud: 'public',
      subscription: '00000000-0000-0000-0000-000000000000',
      resourceGroup: 'local',
      service: 'local',
      endpoint: 'http://127.0.0.1:8043',
      backends: {},
      namedValues: {},
    }]);
    expect(environments({ environments: { local: { endpoint: 'http://localhost:1', service: 'apim' } } })).toMatchObject([{ service: 'apim', resourceGroup: 'local' }]);
  });
});

test('a target holds what says which service it is, and no overrides', () => {
  const [environment] = environments({ environments: { dev: { ...service, tenant: 'contoso.com', apiVersion: '2022-08-01', parallel: 2, namedValues: { key: { value: 'v' } } } } });
  expect(environment && targetOf(environment)).toEqual({ environment: 'dev', cloud: 'public', tenant: 'contoso.com', ...service, apiVersion: '2022-08-01' });
});

describe('which one is meant', () => {
  const one = resolveConfig({ environments: { dev: service } }, '/work', 'aoai-policy.config.json');
  const two = resolveConfig({ environments: { dev: service, prod: service } }, '/work', 'aoai-policy.config.json');

  test('the only one, or the one that is named', () => {
    expect(chooseEnvironment(one).name).toBe('dev');
    expect(chooseEnvironment(two, 'prod').name).toBe('prod');
  });

  test.each<[string, Parameters<typeof chooseEnvironment>, string]>([
    ['no configuration', [resolveConfig({}, '/work')], "there is no configuration: say which service is meant, in 'environments' of aoai-policy.config, as in environments: { dev: { subscription, resourceGroup, service } }"],
    ['no environments', [resolveConfig({}, '/work', 'c.json'), 'dev'], "c.json has no environments: say which service is meant, in 'environments' of aoai-policy.config, as in environments: { dev: { subscription, resourceGroup, service } }"],
    ['several', [two], "there are several environments, 'dev', 'prod': name one with --env"],
    ['a slip of the pen', [two, 'prdo'], "there is no environment 'prdo'; did you mean 'prod'?"],
    ['another name', [two, 'staging'], "there is no environment 'staging'; there are 'dev', 'prod'"],
    ['a name of JavaScript', [one, 'constructor'], "there is no environment 'constructor'; there is 'dev'"],
  ])('%s', (_, args, message) => {
    expect(() => chooseEnvironment(...args)).toThrow(expect.objectContaining({ name: 'UsageError', message }));
  });
});

const azure = `"subscription": "${SUBSCRIPTION}", "resourceGroup": "rg", "service": "apim"`;

// § stands before the key that the message is about.
describe('mistakes are reported at their place', () => {
  test.each([
    ['a name that makes no folder', `§"Dev/1": { ${azure} }`, "'Dev/1' is no name of an environment: names have lower-case letters, digits and '-', because folders are named after them"],
    ['half a service', '§"dev": { "service": "apim" }', 'environments.dev has no subscription and resourceGroup'],
    ['a subscription by its name', `"dev": { ${azure.replace(SUBSCRIPTION, 'Contoso').replace('"subs', '§"subs')} }`, "environments.dev.subscription: 'Contoso' is no subscription: write its id, a GUID, as 'az account show --query id' prints it"],
    ['the host of a service', `"dev": { ${azure.replace('"service": "apim"', '§"service": "apim.azure-api.net"')} }`, "environments.dev.service: 'apim.azure-api.net' is no name of a service: up to 50 letters, digits and '-', a letter first and no '-' last; it is the name alone, without .azure-api.net"],
    ['a resource group that ends in a full stop', `"dev": { ${azure.replace('"resourceGroup": "rg"', '§"resourceGroup": "rg."')} }`, "environments.dev.resourceGroup: 'rg.' is no name of a resource group: up to 90 letters, digits and '-', '_', '.', '(', ')', without a full stop at the end"],
    ['an endpoint elsewhere', '"dev": { §"endpoint": "https://management.azure.com" }', "environments.dev.endpoint: 'https://management.azure.com' is no endpoint on this machine, as http://127.0.0.1:8043 is; the endpoints of Azure follow from cloud"],
    ['an endpoint that only starts like loopback', '"dev": { §"endpoint": "http://127.0.0.1.evil.example" }', "environments.dev.endpoint: 'http://127.0.0.1.evil.example' is no endpoint on this machine, as http://127.0.0.1:8043 is; the endpoints of Azure follow from cloud"],
    ['an endpoint with a port that none has', '"dev": { §"endpoint": "http://127.0.0.1:80430" }', "environments.dev.endpoint is 'http://127.0.0.1:80430', which has a port that no URL can have"],
    ['an unknown key', `"dev": { ${azure}, §"tennant": "x" }`, "unknown key 'tennant'; did you mean 'tenant'?"],
    ['too many requests at once', `"dev": { ${azure}, §"parallel": 50 }`, 'environments.dev.parallel is 50; it must be at most 20'],
    ['half of a request', `"dev": { ${azure}, §"parallel": 1.5 }`, 'environments.dev.parallel is 1.5; it must be a whole number'],
    ['a url with a slash at its end', `"dev": { ${azure}, "backends": { "ptu": { §"url": "https://a/" } } }`, "environments.dev.backends.ptu.url: 'https://a/' is no url that API Management takes: it has no slash at its end"],
    ['two sources of a value', `"dev": { ${azure}, "namedValues": { §"key": { "value": "a", "environmentVariable": "A" } } }`, 'environments.dev.namedValues.key has value and environmentVariable; it takes one of value, environmentVariable and secretIdentifier'],
    ['no source of a value', `"dev": { ${azure}, "namedValues": { §"key": {} } }`, 'environments.dev.namedValues.key has no source of its value; it takes one of value, environmentVariable and secretIdentifier'],
    ['an identity for nothing', `"dev": { ${azure}, "namedValues": { "key": { "value": "a", §"identityClientId": "b" } } }`, 'environments.dev.namedValues.key.identityClientId stands beside value; it is for secretIdentifier alone'],
    [
      'a breaker that two things open',
      `"dev": { ${azure}, "backends": { "ptu": { "circuitBreaker": { "name": "a", §"failureCondition": { "count": 1, "percentage": 1, "interval": "PT1M", "statusCodeRanges": [] }, "tripDuration": "PT1M", "acceptRetryAfter": true } } } }`,
      'environments.dev.backends.ptu.circuitBreaker.failureCondition has both count and percentage; it takes one of them',
    ],
  ])('%s', async (_, text, message) => {
    const [before = '', after = ''] = `{ "environments": { ${text} } }`.split('§');
    const cwd = temporaryFolder({ 'aoai-policy.config.json': before + after });
    await expect(loadConfig({ cwd })).rejects.toMatchObject({ name: 'UsageError', message: `aoai-policy.config.json:1:${before.length + 1}: ${message}` });
  });
});

test('a configuration in TypeScript takes what circuitBreaker makes', async () => {
  const cwd = temporaryFolder({
    'aoai-policy.config.ts': `
      import { circuitBreaker, defineConfig } from 'aoai-policy';
      export default defineConfig({
        environments: {
          dev: {
            endpoint: 'http://[::1]:8043',
            backends: { ptu: { url: 'https://dev.openai.azure.com/openai', circuitBreaker: circuitBreaker({ count: 3 }) }, pool: { services: [{ backend: 'ptu', priority: 1 }] } },
            namedValues: { key: { environmentVariable: 'AOAI_KEY' }, cert: { secretIdentifier: 'https://contoso.vault.azure.net/secrets/cert', identityClientId: 'id' } },
          },
        },
      });`,
  });
  const { environments: [dev] } = await loadConfig({ cwd });
  expect(dev).toMatchObject({ backends: { ptu: { circuitBreaker: { failureCondition: { count: 3 } } } }, namedValues: { key: { environmentVariable: 'AOAI_KEY' } } });
});
