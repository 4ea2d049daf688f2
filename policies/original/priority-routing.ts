/**
 * Routes by the header `Priority`: provisioned throughput for 0 to 100, a regional deployment to 500, a data zone to 1000.
 *
 * Re-creates AOAI_Policy-Priority_Routing.xml of microsoft/AzureOpenAI-with-APIM. A missing or unreadable header counts as 0, which
 * lies in the first range: every caller without a priority gets the provisioned throughput that was bought for the most
 * important ones, and the circuit-breaker pool, meant for them, gets none. ../priority-routing.ts sends them to the pool.
 */
import { api, base, priorityRouting } from 'aoai-policy';

export default api('original-priority-routing', {
  inbound: [
    base(),
    priorityRouting({
      header: 'Priority',
      missing: 0,
      form: 'two-variables',
      routes: [
        { from: 0, to: 100, backend: 'aoai-ptu-backend' },
        { from: 101, to: 500, backend: 'aoai-regional-backend' },
        { from: 501, to: 1000, backend: 'aoai-data_zone-backend' },
      ],
      otherwise: 'aoai-circuit_breaker-backend',
    }),
  ],
});
