/**
 * Counts the tokens of each subscription, as metrics to charge back by.
 *
 * Stands for AOAI_Policy-Token_Tracking_aka_Charge_back.xml of microsoft/AzureOpenAI-with-APIM (original/token-tracking.ts). Calls
 * without a key are counted by address; the deployment is found by name in the path that the caller sent; `base()` stands first,
 * so that broader scopes check the caller before tokens are counted.
 */
import { api, base, deploymentId, managedIdentity, setBackendService, tokenBudget } from 'aoai-policy';

const budget = tokenBudget({
  tokensPerMinute: 10_000_000,
  tokensConsumedHeaderName: 'consumed-tokens',
  remainingTokensHeaderName: 'remaining-tokens',
  dimensions: ['API ID', 'Subscription ID', 'User ID', 'Product ID', { name: 'Deployment ID', value: deploymentId() }],
});

export default api('aoai-token-tracking', {
  inbound: [base(), setBackendService({ backendId: 'azure-openai-openai-endpoint' }), managedIdentity(), budget.inbound],
  onError: [budget.onError, base()],
});
