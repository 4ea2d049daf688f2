/**
 * What policies name but do not contain: backends, load-balanced pools, named values. Property names are those of the
 * management API (reference/management-api.md; reference/runtime.md §6).
 */
import type { JsonObject } from './json.js';
import type { Origin } from './origin.js';

export type Resource = Backend | BackendPool | NamedValue;

export interface Backend {
  readonly kind: 'backend';
  /** The id that `set-backend-service backend-id` names. */
  readonly name: string;
  readonly url: string;
  readonly protocol: 'http' | 'soap';
  readonly description?: string;
  readonly circuitBreaker?: CircuitBreaker;
  /** All that an information file says of it, with the names of the management API; what stands above is read from that. */
  readonly wire?: JsonObject;
  readonly origin: Origin;
}

/** One rule per backend. Exactly one of `count` and `percentage`. */
export interface CircuitBreaker {
  readonly name: string;
  readonly failureCondition: {
    readonly count?: number;
    readonly percentage?: number;
    /** ISO 8601 duration. */
    readonly interval: string;
    readonly statusCodeRanges: readonly { readonly min: number; readonly max: number }[];
    readonly errorReasons?: readonly string[];
  };
  /** ISO 8601 duration. */
  readonly tripDuration: string;
  readonly acceptRetryAfter: boolean;
}

export interface BackendPool {
  readonly kind: 'pool';
  readonly name: string;
  readonly description?: string;
  /** At most 30. A lower priority number is used first. */
  readonly services: readonly PoolService[];
  readonly sessionAffinity?: { readonly cookie: string };
  /** As in a backend. */
  readonly wire?: JsonObject;
  readonly origin: Origin;
}

export interface PoolService {
  /** Name of a backend. */
  readonly backend: string;
  readonly priority?: number;
  readonly weight?: number;
}

export interface NamedValue {
  readonly kind: 'named-value';
  /** The resource's name; `{{displayName}}` is what policies write. */
  readonly name: string;
  readonly displayName: string;
  readonly source:
    | { readonly kind: 'plain'; readonly value: string }
    /** The value is set outside of the project, from an environment variable at push. */
    | { readonly kind: 'secret'; readonly environmentVariable?: string }
    | { readonly kind: 'key-vault'; readonly secretIdentifier: string; readonly identityClientId?: string };
  readonly tags?: readonly string[];
  readonly origin: Origin;
}
