/** Calls Azure OpenAI with a key that the gateway keeps. Explained in docs/patterns/backend-api-key.md. */
import { group } from '../group.js';
import { setHeader } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { NamedValueReference } from '../property-types.js';

export interface BackendApiKeyProperties {
  /** The named value that holds the key: what namedValue(…) made, or `{{its-name}}`. A key itself does not belong into a policy. */
  readonly key: NamedValueReference;
  /** Default: api-key. */
  readonly header?: string;
}

/**
 * Puts the key into the header in place of whatever the caller sent there, and takes out a caller's `Authorization`, so that the
 * model's endpoint sees the gateway's credential alone.
 * @example
 * backendApiKey({ key: '{{aoai-api-key}}' })
 */
export function backendApiKey({ key, header = 'api-key' }: BackendApiKeyProperties): Policy<'inbound' | 'backend'> {
  return group(backendApiKey, [
    setHeader({ name: header, existsAction: 'override', value: key }),
    setHeader({ name: 'Authorization', existsAction: 'delete' }),
  ]);
}
