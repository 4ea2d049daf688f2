/** Calls Azure OpenAI with the service's managed identity, in any cloud. Explained in docs/patterns/managed-identity.md. */
import { UsageError } from '../../model/usage-error.js';
import { group } from '../group.js';
import { authenticationManagedIdentity, setHeader } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { NamedValueReference } from '../property-types.js';

/** Token audiences of Azure OpenAI. Source: reference/management-api.md, clouds; runtime.md §12. */
const AUDIENCES = {
  public: 'https://cognitiveservices.azure.com',
  'us-government': 'https://cognitiveservices.azure.us',
  china: 'https://cognitiveservices.azure.cn',
} as const;

export type AzureCloud = keyof typeof AUDIENCES;

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
  if (!Object.hasOwn(AUDIENCES, cloud)) throw new UsageError(`managedIdentity knows the clouds ${Object.keys(AUDIENCES).join(', ')}, not ${JSON.stringify(cloud)}`);
  return group(managedIdentity, [
    setHeader({ name: 'api-key', existsAction: 'delete' }),
    authenticationManagedIdentity({ resource: audience ?? AUDIENCES[cloud], ...(clientId === undefined ? {} : { clientId }) }),
  ]);
}
