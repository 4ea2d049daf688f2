/** Sends the request to one backend after the other. Explained in docs/patterns/retry.md. */
import { UsageError } from '../../model/usage-error.js';
import { backendName, type Backend, type BackendPool } from '../backend.js';
import { cs } from '../expression.js';
import { choose, forwardRequest, otherwise, retry, setBackendService, setVariable, when } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import { bufferedForwarding, isRetryable, type RetryForwarding } from './retry-condition.js';

export interface RetryOverRegionsProperties extends RetryForwarding {
  /** The backends in the order in which they are tried; two or more. */
  readonly backends: readonly (Backend | BackendPool | string)[];
  /** Tries after the first one. Default: one for each further backend. More start over at the first backend. */
  readonly count?: number;
  /** Seconds before the third and later tries; the second comes at once. Default: 1. */
  readonly interval?: number;
  /** Variable that counts the tries. Default: tries. */
  readonly variable?: string;
}

/**
 * Forwards the request to the first backend, and to the next one when it answers 429 or 5xx. The whole `backend` section. The first
 * try goes to the first backend whatever inbound chose, so that no response is looked at before there is one.
 * @throws UsageError for fewer than two backends
 * @example
 * backend: [retryOverRegions({ backends: ['aoai-eastus-backend', 'aoai-westeurope-backend'] })]
 */
export function retryOverRegions(properties: RetryOverRegionsProperties): Policy<'backend'> {
  const { backends, interval = 1, variable = 'tries', condition = isRetryable() } = properties;
  const count = properties.count ?? backends.length - 1;
  const last = backends[backends.length - 1];
  if (last === undefined || backends.length < 2) throw new UsageError('retryOverRegions takes two backends or more; use retryInRegion for one');
  const tries = cs`context.Variables.GetValueOrDefault<int>(${variable}, 0)`;
  const turn = count < backends.length ? tries : cs`${tries} % ${backends.length}`;
  const turns = backends.slice(0, -1).map((target, index) => when(cs`${turn} == ${index}`, [setBackendService({ backendId: backendName(target, `backend ${index + 1} of retryOverRegions`) })]));
  return retry({ condition, count, interval, firstFastRetry: true }, [
    choose(turns, otherwise([setBackendService({ backendId: backendName(last, `backend ${backends.length} of retryOverRegions`) })])),
    setVariable({ name: variable, value: cs`${tries} + 1` }),
    forwardRequest(bufferedForwarding(properties)),
  ]);
}
