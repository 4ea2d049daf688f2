/**
 * A primary and a secondary backend, tried in turn while they answer 429 or 5xx.
 *
 * Stands for AOAI_Policy-Managed_Identity_with_Retry_MultiRegion.xml of microsoft/AzureOpenAI-with-APIM
 * (original/retry-over-regions.ts). The first try looks at no response, because there is none yet: a variable counts the tries and
 * says whose turn it is.
 */
import { api, base, managedIdentity, retryOverRegions } from 'aoai-policy';

export default api('aoai-retry-over-regions', {
  inbound: [base(), managedIdentity()],
  backend: [retryOverRegions({ backends: ['aoai-primary-backend', 'aoai-secondary-backend'], count: 5 })],
});
