/** A management endpoint of API Management on this machine: what it is started with and what it then offers. */

export interface LocalApimOptions {
  /** 0: any free one. */
  readonly port?: number;
  /** `127.0.0.1` by default. Anything that is not loopback needs `allowsOtherInterfaces`. */
  readonly host?: string;
  readonly allowsOtherInterfaces?: boolean;
  /** Folder to keep the content in; in memory without it. */
  readonly data?: string;
  readonly subscription?: string;
  readonly resourceGroup?: string;
  readonly service?: string;
  /** `Developer` by default. */
  readonly sku?: string;
  /** What `Location`, `Azure-AsyncOperation` and `nextLink` begin with. `https://management.azure.com` by default. */
  readonly armEndpoint?: string;
  /** Makes APIs, operations, products and workspaces when a policy of theirs is first asked for or written, instead of refusing it. */
  readonly createsParents?: boolean;
  /** Milliseconds before each answer. */
  readonly latency?: number;
  /** How long-running operations are reported: reference/management-api.md §2.8, 5. */
  readonly operationDialect?: 'accepted' | 'location' | 'async-operation';
  /** How often an operation is polled, or its resource asked for, before it is done; after a second it is done anyhow. Default 1. */
  readonly operationPolls?: number;
  /** Items on a page of a list. Default 100. */
  readonly pageSize?: number;
  /** Whether policies are answered as bare XML instead of JSON (§2.3). */
  readonly answersBareXml?: boolean;
  /** What `If-Match` with an ETag does where there is nothing: not known of the service. Default `creates`. */
  readonly ifMatchWhereAbsent?: 'creates' | 'refuses';
  /** Asked before each request is looked at; the first fault it gives is done. */
  readonly faults?: (request: LocalRequest) => LocalFault | undefined;
  /** Hears of every request and the status it was answered with; undefined when the connection was dropped. */
  readonly onRequest?: (request: LocalRequest, status: number | undefined) => void;
}

export interface LocalRequest {
  /** From 1. */
  readonly number: number;
  readonly method: string;
  /** Below the service, decoded, without the query: `apis/chat/policies/policy`; the whole path for what is not below it. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * `before`: the request has no effect. `after`: it has, and the answer is lost. `status` with a body in ARM's form. `operation-fails`: a write is
 * accepted and its long-running operation fails; `operation-lies`: it is accepted, reported as done, and never done. `edit`: somebody else writes
 * this content first (policy XML, by path below the service); then the request goes on.
 */
export type LocalFault =
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'status'; readonly status: number; readonly when: 'before' | 'after'; readonly code?: string; readonly message?: string; readonly retryAfter?: string; readonly body?: string }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'operation-fails' }
  | { readonly kind: 'operation-lies' }
  | { readonly kind: 'edit'; readonly path: string; readonly xml: string };

export interface LocalApim {
  /** `http://127.0.0.1:<port>`. */
  readonly endpoint: string;
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly service: string;
  /** What is stored, for tests: by path below the service as ARM writes it (`apis/chat/policies/policy`, `namedValues/x`). Secrets included. */
  readonly stored: () => ReadonlyMap<string, StoredResource>;
  /** Makes a resource without a request: APIs, operations, products, workspaces, loggers and whatever else policies name. */
  readonly seed: (path: string, properties: Readonly<Record<string, unknown>>) => void;
  readonly close: () => Promise<void>;
}

export interface StoredResource {
  readonly etag: string;
  /** As a GET would give them, plus the value of a secret. */
  readonly properties: Readonly<Record<string, unknown>>;
}
