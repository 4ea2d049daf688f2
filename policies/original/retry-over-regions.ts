/**
 * A primary backend, and a secondary one after it answered 429 or 5xx.
 *
 * Re-creates AOAI_Policy-Managed_Identity_with_Retry_MultiRegion.xml of microsoft/AzureOpenAI-with-APIM. Its choose stands before the
 * first forward-request and reads context.Response, which is null until a response is there: the condition then throws, and the
 * caller gets a 500. All tries after the first go to the secondary. ../retry-over-regions.ts counts the tries instead.
 */
import { api, authenticationManagedIdentity, base, choose, cs, forwardRequest, retry, setBackendService, when } from 'aoai-policy';

const failed = cs`context.Response.StatusCode == 429 || context.Response.StatusCode >= 500`;

export default api('original-retry-over-regions', {
  inbound: [
    base(),
    setBackendService({ backendId: 'aoai-primary-backend' }),
    authenticationManagedIdentity({ resource: 'https://cognitiveservices.azure.com' }),
  ],
  backend: [
    retry({ condition: failed, count: 5, interval: 1, delta: 1, maxInterval: 8, firstFastRetry: false }, [
      choose([when(failed, [setBackendService({ backendId: 'aoai-secondary-backend' })])]),
      forwardRequest({ bufferRequestBody: true }),
    ]),
  ],
});
