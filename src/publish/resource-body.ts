/** What a resource holds, as it goes over the wire in either direction. Source: reference/management-api.md §1.1. */
import type { JsonObject } from '../model/json.js';
import type { Secret } from '../model/secret.js';

export type ResourceBody = PolicyBody | FragmentBody | BackendBody | NamedValueBody;

export interface PolicyBody {
  readonly kind: 'policy';
  /** We write `xml`, which every XML parser reads in one way; the service may answer in either. */
  readonly format: 'xml' | 'rawxml';
  readonly value: string;
}

export interface FragmentBody {
  readonly kind: 'fragment';
  readonly format: 'xml' | 'rawxml';
  readonly value: string;
  readonly description?: string;
}

export interface BackendBody {
  readonly kind: 'backend';
  /** With the names of the wire: `url`, `protocol`, `type` ("Single" or "Pool"), `pool`, `circuitBreaker`, `credentials`, … */
  readonly properties: JsonObject;
}

export interface NamedValueBody {
  readonly kind: 'named-value';
  /** What `{{…}}` in policies names. */
  readonly displayName: string;
  readonly secret: boolean;
  readonly tags: readonly string[];
  /** Of one that is no secret and not in Key Vault. */
  readonly value?: string;
  /** Of a secret: never what the service gives back but for `listValue`. Absent in a body that is to be written: the service keeps what it has. */
  readonly secretValue?: Secret;
  readonly keyVault?: { readonly secretIdentifier: string; readonly identityClientId?: string };
}

/** Whether it is a secret whose value the service keeps itself, not Key Vault. */
export function isSecretText(body: ResourceBody): body is NamedValueBody {
  return body.kind === 'named-value' && body.secret && body.keyVault === undefined;
}
