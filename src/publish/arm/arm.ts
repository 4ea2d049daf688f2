/**
 * All that the publisher asks of Azure Resource Manager. Reads wait out throttling and outages by themselves; writes are one attempt each,
 * because only who knows what stood there before can tell whether a second attempt is safe.
 */
import type { Address, ListedKind, ResourceKey } from '../resource-key.js';
import type { ResourceBody } from '../resource-body.js';
import type { Secret } from '../../model/secret.js';
import type { Target } from '../target.js';

export interface Arm {
  readonly target: Target;

  /** @throws RemoteError when there is no such service, or nobody may see it */
  service(): Promise<ServiceFacts>;

  /**
   * undefined when it, or what it belongs to, does not exist. A secret named value comes without its value.
   * @throws RemoteError
   */
  read(key: ResourceKey, signal?: AbortSignal): Promise<LiveResource | undefined>;

  /** All of a kind in few requests. Lists carry no ETags, so what is to be changed has to be read besides. */
  list(kind: ListedKind, signal?: AbortSignal): Promise<readonly ListedResource[]>;

  /** Ids of what policies are attached to. The current revision of an API stands without `;rev=`. */
  listParents(of: ParentKind, signal?: AbortSignal): Promise<readonly string[]>;

  /** The current revision of each API, by its number: `chat;rev=2`. */
  currentRevisions(signal?: AbortSignal): Promise<readonly string[]>;

  /** The value of a secret named value; undefined for who may not read it. */
  readSecret(id: string, signal?: AbortSignal): Promise<Secret | undefined>;

  /** Addresses of what includes a fragment, where the service tells. */
  usersOfFragment(id: string, signal?: AbortSignal): Promise<readonly string[]>;

  /**
   * One attempt; a long-running operation is followed to its end, and one that failed is thrown even where HTTP and the SDK say success.
   * After an error of the kinds network, unavailable, busy, failed and misunderstood the resource may have been written all the same.
   * @throws RemoteError
   */
  write(key: ResourceKey, body: ResourceBody, condition: WriteCondition, signal?: AbortSignal): Promise<WriteAnswer>;

  /**
   * One attempt. `absent` when there was nothing to delete.
   * @throws RemoteError
   */
  remove(key: ResourceKey, etag: string, signal?: AbortSignal): Promise<'removed' | 'absent'>;
}

export interface ServiceFacts {
  readonly location: string;
  /** `Consumption`, `Developer`, `Basic`, `BasicV2`, `Standard`, `StandardV2`, `Premium`, `PremiumV2`, `Isolated`. */
  readonly sku: string;
}

export type ParentKind = 'api' | 'product' | 'workspace' | { readonly operationsOf: string };

/**
 * `unchanged`: `If-Match` with the ETag. `absent`: a made-up ETag, which no resource has; the service takes it where there is nothing (inferred:
 * reference/management-api.md §2.1, "`If-Match: *` on a missing policy still creates") and answers 412 where there is something.
 * `any`: no condition.
 */
export type WriteCondition = { readonly kind: 'unchanged'; readonly etag: string } | { readonly kind: 'absent' } | { readonly kind: 'any' };

export interface WriteAnswer {
  /** 201: there was nothing before; 200: there was. Absent where a long-running operation hides it. */
  readonly status?: number;
  /** With its quotes, where the answer gave one. */
  readonly etag?: string;
}

export interface LiveResource {
  readonly key: ResourceKey;
  /** With its quotes. */
  readonly etag: string;
  readonly body: ResourceBody;
  readonly provisioning: 'settled' | 'in-progress' | 'failed';
  /** Of a named value in Key Vault: what came of fetching it. `code` is `Success` when all is well. */
  readonly keyVaultStatus?: { readonly code: string; readonly message: string };
}

export interface ListedResource {
  readonly key: ResourceKey;
  /** Absent where the list does not hold the whole of it (fragments, on some versions). */
  readonly body?: ResourceBody;
  /** The service is still at it, and may yet hold something else. */
  readonly isPending?: true;
}

/** What the progress display and --verbose hear of. */
export interface ArmObserver {
  /** Every request that is sent, retries and polls too. */
  readonly onRequest?: (request: { readonly method: string; readonly address: Address | string; readonly status?: number; readonly milliseconds: number }) => void;
  /** The service wants everybody to wait. */
  readonly onWait?: (wait: { readonly milliseconds: number; readonly reason: string }) => void;
}
