/** Names of headers, parameters and variables that carry credentials. */

/** Request headers, in lower case. Sources: reference/runtime.md §12 and §14; the corpus' policies. */
const CREDENTIAL_HEADERS: ReadonlySet<string> = new Set([
  'api-key', 'apikey', 'x-api-key', 'authorization', 'proxy-authorization', 'x-auth-token', 'x-access-token', 'x-goog-api-key',
  'ocp-apim-subscription-key', 'subscription-key', 'x-functions-key', 'x-zumo-auth', 'x-zumo-application', 'x-zumo-master',
  'aeg-sas-key', 'aeg-sas-token', 'servicebusauthorization',
]);

export function isCredentialHeader(name: string): boolean {
  return CREDENTIAL_HEADERS.has(name.trim().toLowerCase());
}

/** Parameters, variables and properties that hold what must not be known: `client_secret`, `functionKey`, `sig`. */
const SECRET_NAME = /(?:^|[-_. ]|(?<=[a-z]))(?:(?:api|access|account|function|functions|host|master|primary|secondary|shared|signing|storage|subscription)[-_. ]?key|apikey|code|secret|password|passwd|pwd|sig|signature|token|credential)s?$/i;

export function isSecretName(name: string): boolean {
  return isCredentialHeader(name) || SECRET_NAME.test(name.trim());
}
