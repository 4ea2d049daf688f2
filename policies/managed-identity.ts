/**
 * One backend, called with the service's managed identity; no key of anybody reaches it.
 *
 * Stands for AOAI_Policy-Managed_Identity.xml of microsoft/AzureOpenAI-with-APIM (original/managed-identity.ts). Azure OpenAI APIs
 * commonly take the subscription key in the header `api-key`, which the original passes on to the backend; here it is taken out.
 */
import { api, base, managedIdentity, setBackendService } from 'aoai-policy';

export default api('aoai-managed-identity', {
  inbound: [base(), setBackendService({ backendId: 'aoai-primary-backend' }), managedIdentity()],
});
