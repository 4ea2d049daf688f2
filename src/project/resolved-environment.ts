/** The services of the configuration with their defaults filled in. */
import type { AzureCloud } from '../model/azure-cloud.js';
import type { Config } from './define-config.js';
import type { BackendOverride, EnvironmentConfig, NamedValueOverride } from './environment-config.js';

export interface ResolvedEnvironment {
  /** The key in the configuration. */
  readonly name: string;
  readonly cloud: AzureCloud;
  readonly tenant?: string;
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly service: string;
  /** On this machine; without a slash at its end. */
  readonly endpoint?: string;
  readonly apiVersion?: string;
  readonly backends: Readonly<Record<string, BackendOverride>>;
  readonly namedValues: Readonly<Record<string, NamedValueOverride>>;
  readonly parallel?: number;
}

/** What a local endpoint answers to when it is not told otherwise: `aoai-policy local` has the same defaults. */
const LOCAL_SERVICE = { subscription: '00000000-0000-0000-0000-000000000000', resourceGroup: 'local', service: 'local' };

/** In the order of the configuration, which has been checked. */
export function resolvedEnvironments({ environments = {}, cloud = 'public' }: Config): readonly ResolvedEnvironment[] {
  return Object.entries(environments).map(([name, environment]) => resolvedEnvironment(name, environment, cloud));
}

function resolvedEnvironment(name: string, environment: EnvironmentConfig, cloud: AzureCloud): ResolvedEnvironment {
  const { endpoint, ...settings } = environment;
  return {
    name,
    cloud,
    ...LOCAL_SERVICE,
    ...(endpoint === undefined ? {} : { endpoint: endpoint.replace(/\/$/u, '') }),
    backends: {},
    namedValues: {},
    ...settings,
  };
}
