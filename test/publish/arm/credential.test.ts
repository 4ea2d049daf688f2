/** Who is asked for tokens, in which order, and what is said when nobody has one. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AzureCloud } from '../../../src/model/azure-cloud.js';
import { tokenSourceNames } from '../../../src/publish/arm/azure-credential.js';
import { credentialFor, type EnvironmentVariables } from '../../../src/publish/arm/credential.js';
import type { Target } from '../../../src/publish/target.js';
import { SUBSCRIPTION } from './recorded-arm.js';

const SCOPE = 'https://management.azure.com/.default';

function target(cloud: AzureCloud = 'public', tenant?: string): Target {
  return { environment: 'dev', cloud, subscription: SUBSCRIPTION, resourceGroup: 'rg', service: 'contoso', ...(tenant === undefined ? {} : { tenant }) };
}

async function tokenOf(variables: EnvironmentVariables, isLoopback = false, of: Target = target()): Promise<string | undefined> {
  const credential = await credentialFor(of, variables, isLoopback);
  return (await credential.getToken([SCOPE]))?.token;
}

function jwt(claims: unknown): string {
  return ['{}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

describe('a ready token', () => {
  const later = Math.floor(Date.now() / 1_000) + 900;

  test('is taken as it is for Azure, and never sent to this machine', async () => {
    expect(await tokenOf({ AOAI_POLICY_TOKEN: ' abc\n' })).toBe('abc');
    expect(await tokenOf({ AOAI_POLICY_TOKEN: 'abc' }, true)).toBe('local');
  });

  test('says itself how long it is good', async () => {
    const token = jwt({ exp: later });
    expect(await (await credentialFor(target(), { AOAI_POLICY_TOKEN: token }, false)).getToken(SCOPE)).toEqual({ token, expiresOnTimestamp: later * 1_000 });
  });

  test('that has expired is said, with how to get another', async () => {
    await expect(tokenOf({ AOAI_POLICY_TOKEN: jwt({ exp: 1_700_000_000 }) }, false, target('china'))).rejects.toThrow(
      'the token in AOAI_POLICY_TOKEN has expired at 2023-11-14T22:13:20.000Z; get another: az account get-access-token --resource https://management.chinacloudapi.cn --query accessToken -o tsv',
    );
  });

  test.each(['a b', 'a\r\nX-Header: y', 'é'])('that is none: %j', async (token) => {
    await expect(tokenOf({ AOAI_POLICY_TOKEN: token })).rejects.toMatchObject({ name: 'UsageError' });
    await expect(tokenOf({ AOAI_POLICY_TOKEN: token })).rejects.not.toThrow(token);
  });

  test('there is none for this machine: the word local', async () => {
    expect(await tokenOf({ AOAI_POLICY_TOKEN: '' }, true)).toBe('local');
    expect(await tokenOf({ AZURE_CLIENT_ID: 'x', AZURE_TENANT_ID: 'y', AZURE_CLIENT_SECRET: 'z' }, true)).toBe('local');
  });
});

const WORKLOAD = { AZURE_FEDERATED_TOKEN_FILE: '/f', AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't' };
const PRINCIPAL = { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't', AZURE_CLIENT_SECRET: 's' };

test.each<[string, EnvironmentVariables, readonly string[]]>([
  ['nothing', {}, ['AzureCliCredential', 'AzureDeveloperCliCredential']],
  ['a federated token file', WORKLOAD, ['WorkloadIdentityCredential', 'AzureCliCredential', 'AzureDeveloperCliCredential']],
  ['a secret', PRINCIPAL, ['EnvironmentCredential', 'AzureCliCredential', 'AzureDeveloperCliCredential']],
  ['a certificate', { ...PRINCIPAL, AZURE_CLIENT_SECRET: '', AZURE_CLIENT_CERTIFICATE_PATH: '/c.pem' }, ['EnvironmentCredential', 'AzureCliCredential', 'AzureDeveloperCliCredential']],
  ['half of a service principal', { AZURE_CLIENT_ID: 'c' }, ['AzureCliCredential', 'AzureDeveloperCliCredential']],
  ['a managed identity', { IDENTITY_ENDPOINT: 'http://localhost', AZURE_CLIENT_ID: 'c' }, ['ManagedIdentityCredential', 'AzureCliCredential', 'AzureDeveloperCliCredential']],
  ['prod', { ...PRINCIPAL, AZURE_TOKEN_CREDENTIALS: 'prod' }, ['EnvironmentCredential', 'ManagedIdentityCredential']],
  ['dev', { ...PRINCIPAL, AZURE_TOKEN_CREDENTIALS: ' Dev ' }, ['AzureCliCredential', 'AzureDeveloperCliCredential', 'AzurePowerShellCredential']],
  ['one by name', { ...PRINCIPAL, AZURE_TOKEN_CREDENTIALS: 'managedidentitycredential' }, ['ManagedIdentityCredential']],
])('asked with %s', (_name, variables, names) => {
  expect(tokenSourceNames(variables)).toEqual(names);
});

test('a name that is not known is said before anything is asked', async () => {
  await expect(tokenOf({ AZURE_TOKEN_CREDENTIALS: 'VisualStudioCodeCredential' })).rejects.toThrow(/^AZURE_TOKEN_CREDENTIALS names "VisualStudioCodeCredential"; set it to prod, dev or one of WorkloadIdentityCredential, /u);
});

describe.skipIf(process.platform === 'win32')('Azure CLI', () => {
  const path = process.env['PATH'];
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aoai-policy-az-'));
  });

  afterEach(() => {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true });
  });

  /** An `az` that does what the script says, or another command. */
  function az(script: string, name = 'az'): void {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`;
  }

  test('gives the token of the tenant, for Resource Manager; it is asked once more when it is wanted again, and nobody else is', async () => {
    const log = join(folder, 'log');
    az(`echo "$@" >> ${log}\necho '{"accessToken":"from-az","expiresOn":"2099-01-01 00:00:00.000000","expires_on":4070908800}'`);
    const credential = await credentialFor(target('public', 'contoso.onmicrosoft.com'), {}, false);
    expect((await credential.getToken([SCOPE]))?.token).toBe('from-az');
    expect((await credential.getToken([SCOPE]))?.token).toBe('from-az');
    const call = 'account get-access-token --output json --resource https://management.azure.com --tenant contoso.onmicrosoft.com';
    expect(readFileSync(log, 'utf8')).toBe(`${call}\n${call}\n`);
  });

  test('that has none is not asked again once another one had it', async () => {
    const log = join(folder, 'log');
    az(`echo az >> ${log}; echo "Please run 'az login'" >&2; exit 1`);
    az(`echo azd >> ${log}; echo '{"token":"from-azd","expiresOn":"2099-01-01T00:00:00Z"}'`, 'azd');
    const credential = await credentialFor(target(), {}, false);
    expect((await credential.getToken([SCOPE]))?.token).toBe('from-azd');
    expect((await credential.getToken([SCOPE]))?.token).toBe('from-azd');
    expect(readFileSync(log, 'utf8')).toBe('az\nazd\nazd\n');
  });

  test.each<[string, AzureCloud, string]>([
    ['public', 'public', 'sign in with "az login --tenant contoso.onmicrosoft.com", or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or AOAI_POLICY_TOKEN'],
    ['US Government', 'us-government', 'sign in with "az cloud set --name AzureUSGovernment && az login --tenant contoso.onmicrosoft.com", or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or AOAI_POLICY_TOKEN'],
  ])('that is not signed in: one sentence and what to do, %s', async (_name, cloud, advice) => {
    az('echo "ERROR: Please run \'az login\' to setup account." >&2; exit 1');
    const variables = { AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential' };
    await expect(tokenOf(variables, false, target(cloud, 'contoso.onmicrosoft.com'))).rejects.toMatchObject({
      name: 'RemoteError',
      kind: 'not-allowed',
      message: `no Azure token could be had (Azure CLI: Please run 'az login' from a command prompt to authenticate before using this credential); ${advice}`,
    });
  });

  test('that says too much, and what nobody may see', async () => {
    az(`echo "ERROR: AADSTS700082: The refresh token has expired. Trace ID: 1 Bearer abcdefgh12345678 $(printf 'x%.0s' $(seq 900))" >&2; exit 1`);
    const error: unknown = await tokenOf({ AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential' }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: 'no Azure token could be had (Azure CLI: ERROR: AADSTS700082: The refresh token has expired); sign in with "az login", or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or AOAI_POLICY_TOKEN' });
  });
});
