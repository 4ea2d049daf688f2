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
