/** The seam between the endpoint, which keeps resources, and what it makes of policy text. */

/** Canonical form in which a policy is kept; opaque to whoever keeps it, and text so that it can be kept in a file. */
export interface StoredPolicy {
  readonly xml: string;
}

/** An error body of the management API. Source: reference/management-api.md §2.7. */
export interface ServiceError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** null where the service gives none. */
  readonly details: readonly { readonly code: string; readonly target: string; readonly message: string }[] | null;
}

/** What a policy may name, as the endpoint holds it. */
export interface KnownNames {
  readonly hasBackend: (id: string) => boolean;
  readonly hasFragment: (id: string) => boolean;
  /** By display name, upper and lower case told apart. */
  readonly hasNamedValue: (displayName: string) => boolean;
  readonly hasLogger: (id: string) => boolean;
}

export interface AcceptContext {
  readonly at: 'global' | 'workspace' | 'product' | 'api' | 'operation' | 'resolver' | 'fragment';
  readonly sku: string;
  readonly known: KnownNames;
}

export type AcceptedOrRefused = { readonly kind: 'accepted'; readonly stored: StoredPolicy } | { readonly kind: 'refused'; readonly error: ServiceError };
