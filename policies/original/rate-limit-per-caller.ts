/**
 * Retry over two regions, with limits on calls: two users have their own, everybody else a third one.
 *
 * Re-creates AOAI_Policy-Managed_Identity_with_Retry_MultiRegion_RateThrottle.xml of microsoft/AzureOpenAI-with-APIM. What is wrong
 * with the retry is said in retry-over-regions.ts. context.User is null for calls without a key and for keys without an owner: the
 * first condition then throws, and the caller gets a 500. The counters are keyed by the bare user id, so that every other
 * policy of the service that counts by user id shares them. ../rate-limit-per-caller.ts mends all three.
 */
import { api, authenticationManagedIdentity, base, choose, cs, forwardRequest, otherwise, rateLimitByKey, retry, setBackendService, when } from 'aoai-policy';

const failed = cs`context.Response.StatusCode == 429 || context.Response.StatusCode >= 500`;
const user = cs`context.User.Id`;

const perMinute = (calls: number, remainingCallsVariableName: string) => rateLimitByKey({ calls, renewalPeriod: 60, counterKey: user, remainingCallsVariableName });

export default api('original-rate-limit-per-caller', {
  inbound: [
    base(),
    setBackendService({ backendId: 'aoai-primary-backend' }),
    authenticationManagedIdentity({ resource: 'https://cognitiveservices.azure.com' }),
    choose(
      [
        when(cs`${user} == "1"`, [perMinute(5, 'remainingCallsPerSubscriptionA')]),
        when(cs`${user} == "2"`, [perMinute(10, 'remainingCallsPerSubscriptionB')]),
      ],
      otherwise([perMinute(3, 'remainingCallsPerOtherSubscriptions')]),
    ),
  ],
  backend: [
    retry({ condition: failed, count: 5, interval: 1, delta: 1, maxInterval: 8, firstFastRetry: false }, [
      choose([when(failed, [setBackendService({ backendId: 'aoai-secondary-backend' })])]),
      forwardRequest({ bufferRequestBody: true }),
    ]),
  ],
});
