/**
 * Retry over two regions, with limits on calls: two users have their own, everybody else a third one.
 *
 * Stands for AOAI_Policy-Managed_Identity_with_Retry_MultiRegion_RateThrottle.xml of microsoft/AzureOpenAI-with-APIM
 * (original/rate-limit-per-caller.ts). A call without a user is counted by its subscription, one without a key by its address. The
 * counters' keys start with a name, so that no other policy counts in them.
 */
import { api, base, cs, managedIdentity, rateLimitPerCaller, retryOverRegions } from 'aoai-policy';

export default api('aoai-rate-limit-per-caller', {
  inbound: [
    base(),
    rateLimitPerCaller({
      name: 'azure-openai',
      caller: cs`context.User?.Id ?? context.Subscription?.Id ?? context.Request.IpAddress`,
      limits: [
        { callers: ['1'], calls: 5 },
        { callers: ['2'], calls: 10 },
      ],
      otherwise: { calls: 3 },
    }),
    managedIdentity(),
  ],
  backend: [retryOverRegions({ backends: ['aoai-primary-backend', 'aoai-secondary-backend'], count: 5 })],
});
