/** From a configured environment to the service that is published to. */
import type { ResolvedEnvironment } from '../../project/resolved-environment.js';
import type { Target } from '../target.js';

/** What of an environment says which service it is; its overrides and limits are left out. */
export function targetOf({ name, cloud, tenant, subscription, resourceGroup, service, endpoint, apiVersion }: ResolvedEnvironment): Target {
  return {
    environment: name,
    cloud,
    ...(tenant === undefined ? {} : { tenant }),
    subscription,
    resourceGroup,
    service,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
  };
}
