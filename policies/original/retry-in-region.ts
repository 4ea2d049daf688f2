/**
 * One backend, tried up to six times while it answers 429 or 5xx.
 *
 * Re-creates AOAI_Policy-Managed_Identity_with_Retry_SingleRegion.xml of microsoft/AzureOpenAI-with-APIM. It does what it says.
 */
import { api, authenticationManagedIdentity, base, cs, forwardRequest, retry, setBackendService } from 'aoai-policy';

const failed = cs`context.Response.StatusCode == 429 || context.Response.StatusCode >= 500`;

export default api('original-retry-in-region', {
  inbound: [
    base(),
    setBackendService({ backendId: 'aoai-primary-backend' }),
    authenticationManagedIdentity({ resource: 'https://cognitiveservices.azure.com' }),
  ],
  backend: [
    retry({ condition: failed, count: 5, interval: 1, delta: 1, maxInterval: 8, firstFastRetry: false }, [forwardRequest({ bufferRequestBody: true })]),
  ],
});
