/**
 * Counts tokens by the people for whom applications call, who share one subscription: user, tenant and application are read from
 * headers or a token that the application forwards, become dimensions of the metrics, and are taken out of the request.
 *
 * Keeps the contract of AOAI_Policy-Token_Tracking_End_User_Context.xml of microsoft/AzureOpenAI-with-APIM (its headers, variables
 * and dimensions) with expressions of our own. What the original gets wrong: the deployment is taken from a fixed place in
 * the path, and `base()` stands last, behind counting. Both believe what the caller states, which is right only for applications
 * that you trust; docs/patterns/end-user-context.md shows how to take it from a validated token instead.
 */
import { api, base, cs, deploymentId, endUserContext, managedIdentity, setBackendService, setVariable, tokenBudget } from 'aoai-policy';

const endUser = endUserContext();

const budget = tokenBudget({
  tokensPerMinute: 10_000_000,
  counterKey: endUser.counterKey,
  tokensConsumedHeaderName: 'consumed-tokens',
  remainingTokensHeaderName: 'remaining-tokens',
  dimensions: [
    'API ID',
    'Subscription ID',
    'User ID',
    'Product ID',
    { name: 'Deployment ID', value: cs`context.Variables.GetValueOrDefault<string>("deploymentId", "unknown")` },
    ...endUser.dimensions,
  ],
});

export default api('aoai-token-tracking-end-users', {
  inbound: [
    base(),
    setBackendService({ backendId: 'azure-openai-openai-endpoint' }),
    setVariable({ name: 'deploymentId', value: deploymentId() }),
    endUser.inbound,
    budget.inbound,
    managedIdentity(),
  ],
  onError: [budget.onError, base()],
});
