/** The service that is published to. */
import type { AzureCloud } from '../model/azure-cloud.js';

export interface Target {
  /** The key in the configuration's `environments`. */
  readonly environment: string;
  readonly cloud: AzureCloud;
  /** Microsoft Entra tenant; left to the credential without it. */
  readonly tenant?: string;
  /** GUID. */
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly service: string;
  /** Of a management endpoint on this machine: `http://127.0.0.1:8043`; refused for any other host. */
  readonly endpoint?: string;
  /** Of the management API; `2024-05-01` without it. */
  readonly apiVersion?: string;
}

/** What says which service it is. */
type ServiceAddress = Pick<Target, 'subscription' | 'resourceGroup' | 'service'>;

/** ARM does not tell upper from lower case. Source: reference/management-api.md §2.8. */
export function isSameService(one: ServiceAddress, other: ServiceAddress): boolean {
  const addressOf = ({ subscription, resourceGroup, service }: ServiceAddress): string => `${subscription}/${resourceGroup}/${service}`.toLowerCase();
  return addressOf(one) === addressOf(other);
}
