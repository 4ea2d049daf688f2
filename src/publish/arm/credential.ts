/** Where tokens come from. Azure's package for them is loaded only when none is at hand. Source of the rules: reference/management-api.md §1.7, §3. */
import type { TokenCredential } from '@azure/identity';
import { UsageError } from '../../model/usage-error.js';
import type { Target } from '../target.js';
import { AZURE_ENDPOINTS } from './azure-endpoints.js';

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** A token for the management API that something else has fetched. */
const TOKEN_VARIABLE = 'AOAI_POLICY_TOKEN';
/** What is sent to an endpoint on this machine, where whoever listens may be anybody. */
const LOCAL_TOKEN = 'local';
/** Milliseconds; how long a token that does not say it is taken to be good, and how often it is asked for again. */
const UNKNOWN_LIFETIME = 3_600_000;

/**
 * @param isLoopback whether requests go to this machine: then nothing of Azure is loaded, and no token of Azure is sent
 * @throws UsageError for variables that make no sense; a token that cannot be had is thrown by the credential when it is asked
 */
export async function credentialFor(target: Target, variables: EnvironmentVariables, isLoopback: boolean): Promise<TokenCredential> {
  if (isLoopback) return fixedToken(LOCAL_TOKEN, () => Date.now() + UNKNOWN_LIFETIME);
  const token = variables[TOKEN_VARIABLE]?.trim();
  if (token !== undefined && token !== '') return readyToken(token, target);
  const { azureCredential } = await import('./azure-credential.js');
  return await azureCredential(target, variables);
}

function readyToken(token: string, target: Target): TokenCredential {
  if (!/^[\x21-\x7e]+$/u.test(token)) throw new UsageError(`${TOKEN_VARIABLE} holds what is no token: blanks or characters outside of ASCII; set it to the token alone`);
  const expiry = expiryOf(token);
  const { management } = AZURE_ENDPOINTS[target.cloud];
  return fixedToken(token, () => {
    if (expiry !== undefined && expiry <= Date.now()) {
      throw new UsageError(`the token in ${TOKEN_VARIABLE} has expired at ${new Date(expiry).toISOString()}; get another: az account get-access-token --resource ${management} --query accessToken -o tsv`);
    }
    return expiry ?? Date.now() + UNKNOWN_LIFETIME;
  });
}

function fixedToken(token: string, expiry: () => number): TokenCredential {
  return { getToken: () => Promise.resolve().then(() => ({ token, expiresOnTimestamp: expiry() })) };
}

/** Milliseconds since 1970; undefined for tokens that are not JSON Web Tokens or do not say it. */
function expiryOf(token: string): number | undefined {
  const [, claims = ''] = token.split('.');
  try {
    const { exp }: { exp?: unknown } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1_000 : undefined;
  } catch {
    return undefined;
  }
}
