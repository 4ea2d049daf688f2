/** Backends and pools of an apiops folder: `backends/<id>/backendInformation.json`. Source: reference/management-api.md §1.1, BackendContract. */
import type { Backend, BackendPool, CircuitBreaker, PoolService } from '../model/resources.js';
import type { InformationFile } from './information-file.js';

/** With findings in the file when it says too little; the name is declared all the same. */
export function backendOf(file: InformationFile, name: string): Backend | BackendPool {
  const description = file.text('description');
  const about = { name, ...(description === undefined ? {} : { description }), wire: file.properties, origin: file.origin };
  if (file.text('type')?.toLowerCase() === 'pool' || file.has('pool')) return { kind: 'pool', ...about, services: poolServices(file), ...affinity(file) };
  const url = file.text('url');
  if (url === undefined && file.diagnostics.length === 0) file.report(['properties'], 'the backend has no url, and is no pool', 'write "url", or "type": "Pool" and "pool"');
  const circuitBreaker = circuitBreakerOf(file);
  return { kind: 'backend', ...about, url: url ?? '', protocol: file.text('protocol') === 'soap' ? 'soap' : 'http', ...(circuitBreaker === undefined ? {} : { circuitBreaker }) };
}

function poolServices(file: InformationFile): PoolService[] {
  return Array.from({ length: file.count('pool', 'services') }, (_, index) => {
    const id = file.text('pool', 'services', index, 'id') ?? '';
    const priority = file.number('pool', 'services', index, 'priority');
    const weight = file.number('pool', 'services', index, 'weight');
    if (id === '') file.report(['properties', 'pool', 'services', index], `pool.services.${index} has no id, which names a backend`);
    return { backend: lastSegment(id), ...(priority === undefined ? {} : { priority }), ...(weight === undefined ? {} : { weight }) };
  });
}

/** `/subscriptions/…/backends/ptu` → `ptu`: which service it was extracted from does not matter. */
function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Source: reference/runtime.md §6. */
function affinity(file: InformationFile): Pick<BackendPool, 'sessionAffinity'> {
  const cookie = file.text('pool', 'sessionAffinity', 'sessionId', 'name');
  return cookie === undefined ? {} : { sessionAffinity: { cookie } };
}

/** The first rule: API Management takes one. undefined when there is none, or one that says too little. */
function circuitBreakerOf(file: InformationFile): CircuitBreaker | undefined {
  if (file.count('circuitBreaker', 'rules') === 0) return undefined;
  const rule = ['circuitBreaker', 'rules', 0] as const;
  const condition = [...rule, 'failureCondition'] as const;
  const count = file.number(...condition, 'count');
  const percentage = file.number(...condition, 'percentage');
  const errorReasons = file.texts(...condition, 'errorReasons');
  const interval = file.text(...condition, 'interval');
  const tripDuration = file.text(...rule, 'tripDuration');
  if (interval === undefined || tripDuration === undefined) {
    file.report(['properties', ...rule], `the circuit breaker has no ${interval === undefined ? 'failureCondition.interval' : 'tripDuration'}`);
    return undefined;
  }
  return {
    name: file.text(...rule, 'name') ?? '',
    failureCondition: {
      ...(count === undefined ? {} : { count }),
      ...(percentage === undefined ? {} : { percentage }),
      interval,
      statusCodeRanges: Array.from({ length: file.count(...condition, 'statusCodeRanges') }, (_, index) => ({
        min: file.number(...condition, 'statusCodeRanges', index, 'min') ?? 0,
        max: file.number(...condition, 'statusCodeRanges', index, 'max') ?? 0,
      })),
      ...(errorReasons === undefined ? {} : { errorReasons }),
    },
    tripDuration,
    acceptRetryAfter: file.flag(...rule, 'acceptRetryAfter') ?? false,
  };
}
