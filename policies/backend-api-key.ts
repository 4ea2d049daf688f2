/**
 * One backend, called with a key from a named value, which stands in Key Vault.
 *
 * Stands for AOAI_Policy-SAS_Token.xml of microsoft/AzureOpenAI-with-APIM (original/backend-api-key.ts). The key takes the place of
 * whatever the caller sent, and a caller's Authorization header is taken out: the backend sees one credential, the gateway's.
 */
import { api, backendApiKey, base, namedValue, setBackendService } from 'aoai-policy';

export const key = namedValue('aoai-api-key', { keyVault: { secretIdentifier: 'https://contoso.vault.azure.net/secrets/aoai-api-key' } });

export default api('aoai-backend-api-key', {
  inbound: [base(), setBackendService({ backendId: 'aoai-primary-backend' }), backendApiKey({ key })],
});
