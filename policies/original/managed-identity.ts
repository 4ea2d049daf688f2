/**
 * One backend, called with the service's managed identity.
 *
 * Re-creates AOAI_Policy-Managed_Identity.xml of microsoft/AzureOpenAI-with-APIM. A caller's `api-key` goes on to the backend
 * beside the token; ../managed-identity.ts takes it out.
 */
import { api, authenticationManagedIdentity, base, setBackendService } from 'aoai-policy';

export default api('original-managed-identity', {
  inbound: [
    base(),
    setBackendService({ backendId: 'aoai-primary-backend' }),
    authenticationManagedIdentity({ resource: 'https://cognitiveservices.azure.com' }),
  ],
});
