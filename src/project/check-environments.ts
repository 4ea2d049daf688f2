/** What a schema cannot say well of the configuration's environments. */
import type { ConfigMistake } from './check-config.js';
import type { BackendOverride, NamedValueOverride } from './environment-config.js';
import type { Config } from './define-config.js';

/** @param config that the schema has nothing against */
export function checkEnvironments({ environments = {} }: Config): ConfigMistake[] {
  return Object.entries(environments).flatMap(([name, { endpoint, backends = {}, namedValues = {} }]) => [
    ...endpointMistakes(['environments', name, 'endpoint'], endpoint),
    ...Object.entries(backends).flatMap(([id, override]) => backendMistakes(['environments', name, 'backends', id], override)),
    ...Object.entries(namedValues).flatMap(([id, override]) => namedValueMistakes(['environments', name, 'namedValues', id], override)),
  ]);
}

function endpointMistakes(path: readonly string[], endpoint: string | undefined): ConfigMistake[] {
  return endpoint === undefined || URL.canParse(endpoint) ? [] : [{ path, message: `${path.join('.')} is '${endpoint}', which has a port that no URL can have` }];
}

function backendMistakes(path: readonly string[], { circuitBreaker }: BackendOverride): ConfigMistake[] {
  if (circuitBreaker === undefined) return [];
  const { count, percentage } = circuitBreaker.failureCondition;
  if ((count === undefined) !== (percentage === undefined)) return [];
  const at = [...path, 'circuitBreaker', 'failureCondition'];
  return [{ path: at, message: `${at.join('.')} has ${count === undefined ? 'neither count nor percentage' : 'both count and percentage'}; it takes one of them` }];
}

function namedValueMistakes(path: readonly string[], override: NamedValueOverride): ConfigMistake[] {
  const { value, environmentVariable, secretIdentifier, identityClientId } = override;
  const sources = Object.entries({ value, environmentVariable, secretIdentifier }).flatMap(([key, given]) => (given === undefined ? [] : [key]));
  if (sources.length !== 1) {
    return [{ path, message: `${path.join('.')} has ${sources.length === 0 ? 'no source of its value' : sources.join(' and ')}; it takes one of value, environmentVariable and secretIdentifier` }];
  }
  if (identityClientId === undefined || secretIdentifier !== undefined) return [];
  return [{ path: [...path, 'identityClientId'], message: `${path.join('.')}.identityClientId stands beside ${sources.join('')}; it is for secretIdentifier alone` }];
}
