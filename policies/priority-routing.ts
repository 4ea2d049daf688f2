/**
 * Routes by the header `Priority`: provisioned throughput for 0 to 100, a regional deployment to 500, a data zone to 1000, and a
 * pool with circuit breakers for every call that states no such priority.
 *
 * Stands for AOAI_Policy-Priority_Routing.xml of microsoft/AzureOpenAI-with-APIM (original/priority-routing.ts), where a call
 * without a priority counts as 0 and takes provisioned throughput.
 */
import { api, base, priorityRouting } from 'aoai-policy';

export default api('aoai-priority-routing', {
  inbound: [
    base(),
    priorityRouting({
      header: 'Priority',
      routes: [
        { from: 0, to: 100, backend: 'aoai-ptu-backend' },
        { from: 101, to: 500, backend: 'aoai-regional-backend' },
        { from: 501, to: 1000, backend: 'aoai-data_zone-backend' },
      ],
      otherwise: 'aoai-circuit_breaker-backend',
    }),
  ],
});
