/**
 * The whole of it: an Azure OpenAI API with priority routing, a token budget for each subscription, retry, and backends that are
 * declared here, so that no name can be misspelt. Start from this file.
 */
import { api, backend, backendPool, base, circuitBreaker, deploymentId, managedIdentity, priorityRouting, retryOverPool, tokenBudget } from 'aoai-policy';

// A 429 opens the breaker for as long as the answer's Retry-After says.
const throttled = circuitBreaker({ statusCodes: [429], acceptRetryAfter: true });

export const ptu = backend('aoai-ptu', { url: 'https://contoso-ptu.openai.azure.com/openai', circuitBreaker: throttled });
export const regional = backend('aoai-regional', { url: 'https://contoso-regional.openai.azure.com/openai', circuitBreaker: throttled });
export const dataZone = backend('aoai-data-zone', { url: 'https://contoso-datazone.openai.azure.com/openai', circuitBreaker: throttled });

// Each route goes to a pool, because a single backend whose breaker is open answers 503. Provisioned throughput stands in one alone.
export const important = backendPool('aoai-important-pool', { services: [{ backend: ptu, priority: 1 }, { backend: regional, priority: 2 }] });
export const everyday = backendPool('aoai-everyday-pool', { services: [{ backend: regional, priority: 1 }, { backend: dataZone, priority: 2 }] });
export const patient = backendPool('aoai-patient-pool', { services: [{ backend: dataZone, priority: 1 }, { backend: regional, priority: 2 }] });

const budget = tokenBudget({
  tokensPerMinute: 10_000,
  dimensions: ['API ID', 'Subscription ID', { name: 'Deployment ID', value: deploymentId() }],
});

export default api('azure-openai', {
  inbound: [
    base(),
    priorityRouting({
      header: 'Priority',
      routes: [
        { from: 0, to: 100, backend: important },
        { from: 101, to: 500, backend: everyday },
        { from: 501, to: 1000, backend: patient },
      ],
      otherwise: everyday,
    }),
    managedIdentity(),
    budget.inbound,
  ],
  backend: [retryOverPool()],
  outbound: [base()],
  onError: [budget.onError, base()],
});
