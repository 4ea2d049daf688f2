/** Calls Azure OpenAI with the service's managed identity, in any cloud. Explained in docs/patterns/managed-identity.md. */
import { AZURE_CLOUDS, type AzureCloud, OPENAI_AUDIENCES } from '../../model/azure-cloud.js';
import { UsageError } from '../../model/usage-error.js';
import { group } from '../group.js';
import { authenticationManagedIdentity, setHeader } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { NamedValueReference } from '../property-types.js';

export interface ManagedIdentityProperties {
  /** The cloud that the API Management instance runs in. Default: public. */
  readonly cloud?: AzureCloud;
  /** Another audience in place of the cloud's, for example `https://ai.azure.com` for models of Azure AI Foundry. */
  readonly audience?: string;
  /** Client id of a user-assigned identity. Default: the system-assigned one. */
  readonly clientId?: string | NamedValueReference;
}

/**
 * Sends the identity's token as `Authorization: Bearer …` and takes out a caller's `api-key`, which would reach the model's
 * endpoint beside it.
 * @throws UsageError for a cloud that is not known
 * @example
 * managedIdentity({ cloud: 'us-government' })
 */
export function managedIdentity(properties: ManagedIdentityProperties = {}): Policy<'inbound'> {
  const { cloud = 'public', audience, clientId } = properties;
  if (!AZURE_CLOUDS.includes(cloud)) throw new UsageError(`managedIdentity knows the clouds ${AZURE_CLOUDS.join(', ')}, not ${JSON.stringify(cloud)}`);
  return group(managedIdentity, [
    setHeader({ name: 'api-key', existsAction: 'delete' }),
    authenticationManagedIdentity({ resource: audience ?? OPENAI_AUDIENCES[cloud], ...(clientId === undefined ? {} : { clientId }) }),
  ]);
}
