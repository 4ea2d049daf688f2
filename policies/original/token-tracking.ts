/**
 * Counts the tokens of each subscription, as metrics to charge back by.
 *
 * Re-creates AOAI_Policy-Token_Tracking_aka_Charge_back.xml of microsoft/AzureOpenAI-with-APIM. context.Subscription is null for
 * calls without a key, whose caller then gets a 500. The deployment is taken from a fixed place in the path, which holds another
 * segment as soon as the API's suffix has another depth. `base()` stands last, so that broader scopes have the last word on backend and
 * identity, and their checks of the caller run after tokens were counted. ../token-tracking.ts mends all three.
 */
import { api, authenticationManagedIdentity, azureOpenaiEmitTokenMetric, azureOpenaiTokenLimit, base, cs, setBackendService, setVariable } from 'aoai-policy';

export default api('original-token-tracking', {
  inbound: [
    setBackendService({ id: 'apim-generated-policy', backendId: 'azure-openai-openai-endpoint' }),
    setVariable({ name: 'deploymentId', value: cs`context.Request.Url.Path.Split('/').ElementAtOrDefault(3)` }),
    azureOpenaiTokenLimit({
      tokensPerMinute: 10_000_000,
      counterKey: cs`context.Subscription.Id`,
      estimatePromptTokens: true,
      tokensConsumedHeaderName: 'consumed-tokens',
      remainingTokensHeaderName: 'remaining-tokens',
    }),
    azureOpenaiEmitTokenMetric({
      dimensions: [
        'API ID',
        'Subscription ID',
        'User ID',
        'Product ID',
        { name: 'Deployment ID', value: cs`context.Variables.GetValueOrDefault<string>("deploymentId", "unknown")` },
      ],
    }),
    authenticationManagedIdentity({ resource: 'https://cognitiveservices.azure.com/' }),
    base(),
  ],
});
