/** What the configuration says of one service that is published to. */
import type { AzureCloud } from '../model/azure-cloud.js';
import type { CircuitBreaker, PoolService } from '../model/resources.js';

/** With an `endpoint`, which is for trying things out, `subscription`, `resourceGroup` and `service` have defaults. */
export type EnvironmentConfig = EnvironmentSettings & (AzureService | (Partial<AzureService> & LocalEndpoint));

interface AzureService {
  /** GUID. */
  readonly subscription: string;
  readonly resourceGroup: string;
  /** The name alone, without `.azure-api.net`. */
  readonly service: string;
  readonly endpoint?: string;
}

interface LocalEndpoint {
  /** A management endpoint on this machine, such as `aoai-policy local` gives: `http://127.0.0.1:<port>`. No token of yours is sent to it. */
  readonly endpoint: string;
}

interface EnvironmentSettings {
  /** Without it the `cloud` of the configuration, else `public`. */
  readonly cloud?: AzureCloud;
  /** Microsoft Entra tenant: its GUID or domain. Left to the sign-in without it. */
  readonly tenant?: string;
  /** Version of the management API, for clouds that lag behind; `2024-05-01` without it. */
  readonly apiVersion?: string;
  /** What is other about backends and pools there, by their names in the project. */
  readonly backends?: Readonly<Record<string, BackendOverride>>;
  /** What is other about named values there, by their names in the project. */
  readonly namedValues?: Readonly<Record<string, NamedValueOverride>>;
  /** Requests under way at once, 1 to 20; 5 without it. */
  readonly parallel?: number;
}

/** Takes the place of what the project says. */
export interface BackendOverride {
  /** Of a backend; without a slash at its end. */
  readonly url?: string;
  readonly description?: string;
  /** Of a backend: what circuitBreaker(…) makes. */
  readonly circuitBreaker?: CircuitBreaker;
  /** Of a pool: its members, at most 30. */
  readonly services?: readonly PoolService[];
}

/** Where the value comes from. */
export type NamedValueOverride =
  | { readonly value: string; readonly environmentVariable?: never; readonly secretIdentifier?: never; readonly identityClientId?: never }
  /** A secret that `push` takes from this environment variable. */
  | { readonly environmentVariable: string; readonly value?: never; readonly secretIdentifier?: never; readonly identityClientId?: never }
  /** The URL of a Key Vault secret, without a version to follow its changes. `identityClientId`: a user-assigned identity. */
  | { readonly secretIdentifier: string; readonly identityClientId?: string; readonly value?: never; readonly environmentVariable?: never };
