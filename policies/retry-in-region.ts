/**
 * One backend, tried again while it answers 429 or 5xx, with growing waits.
 *
 * Stands for AOAI_Policy-Managed_Identity_with_Retry_SingleRegion.xml of microsoft/AzureOpenAI-with-APIM
 * (original/retry-in-region.ts), written with the composed builders.
 */
import { api, base, managedIdentity, retryInRegion, setBackendService } from 'aoai-policy';

export default api('aoai-retry-in-region', {
  inbound: [base(), setBackendService({ backendId: 'aoai-primary-backend' }), managedIdentity()],
  backend: [retryInRegion({ count: 5 })],
});
