/** One service: what it is called, how it behaves, what it holds. */
import type { LocalApimOptions } from './local-apim.js';
import type { Operations } from './operations.js';
import type { ResourceStore } from './resource-store.js';

/** Of the options, what answers depend on; all of it is settled. */
export type ServiceSettings = Required<
  Pick<LocalApimOptions, 'subscription' | 'resourceGroup' | 'service' | 'sku' | 'createsParents' | 'operationDialect' | 'operationPolls' | 'pageSize' | 'answersBareXml' | 'ifMatchWhereAbsent' | 'armEndpoint'>
>;

export interface ServiceState {
  readonly settings: ServiceSettings;
  readonly store: ResourceStore;
  readonly operations: Operations;
}

/** The ARM id of the service: `/subscriptions/…/service/<name>`. */
export function serviceId({ subscription, resourceGroup, service }: ServiceSettings): string {
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}`;
}

/** The ARM id of a resource. @param path below the service */
export function armIdOf(settings: ServiceSettings, path: string): string {
  return `${serviceId(settings)}/${path}`;
}

/**
 * Where ARM says that something is: https, whatever the request came by, because the SDK sends its token nowhere else (reference/management-api.md §1.3).
 * @param path below the service
 */
export function armUrlOf(settings: ServiceSettings, path: string, query: Readonly<Record<string, string>>): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `${settings.armEndpoint}${serviceId(settings)}/${encoded}?${Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`;
}
