/** Reads all of a service that can be published: named values, backends, fragments and the policies of all scopes. */
import { isRevision } from '../api-revision.js';
import type { Arm, ListedResource } from '../arm/arm.js';
import { checkKey } from '../arm/check-key.js';
import type { SkippedSource } from '../desired/desired-resource.js';
import { addressOf, type ListedKind, type PolicyScope, type ResourceKey } from '../resource-key.js';
import type { HeldResource, LiveService } from './live-service.js';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Hears after each resource how many have been read and how many are known of, which grows. */
  readonly onProgress?: (progress: { readonly read: number; readonly known: number }) => void;
}

/**
 * Lists say what there is and, where they hold the whole of it, what it holds; policies and the rest are read one by one, as many at once as
 * the Arm lets. Current revisions of APIs only. What vanishes meanwhile is left out.
 * @throws RemoteError when one of them cannot be read: half a service would look like one from which things were deleted
 */
export async function readLiveResources(arm: Arm, options: ReadOptions = {}): Promise<LiveService> {
  const reader = new LiveReader(arm, options);
  const [namedValues, backends, fragments, scopes] = await Promise.all([
    reader.listed('named-value'),
    reader.listed('backend'),
    reader.listed('fragment'),
    reader.policies(),
  ]);
  return {
    target: arm.target,
    resources: [...namedValues, ...backends, ...fragments, ...scopes].sort((a, b) => compared(addressOf(a.key), addressOf(b.key))),
    // Which answer came first is no order.
    notRead: reader.notRead.sort((a, b) => compared(a.source, b.source)),
  };
}

class LiveReader {
  readonly #arm: Arm;
  readonly #options: ReadOptions;
  #read = 0;
  #known = 0;
  readonly notRead: SkippedSource[] = [];

  constructor(arm: Arm, options: ReadOptions) {
    this.#arm = arm;
    this.#options = options;
  }

  async listed(kind: ListedKind): Promise<HeldResource[]> {
    const listed = await this.#arm.list(kind, this.#options.signal);
    return this.#all(listed.map((resource) => () => this.#whole(resource)));
  }

  async policies(): Promise<HeldResource[]> {
    const [global, workspaces, products, apis] = await Promise.all([
      this.#policiesOf([{ kind: 'global' }]),
      this.#workspaces(),
      this.#products(),
      this.#apis(),
    ]);
    return [...global, ...workspaces, ...products, ...apis];
  }

  async #workspaces(): Promise<HeldResource[]> {
    const workspaces = await this.#arm.listParents('workspace', this.#options.signal);
    for (const workspace of workspaces) {
      this.notRead.push({ source: `workspaces/${workspace}`, reason: 'of a workspace only its own policy is published; its APIs, products, fragments, backends and named values are not' });
    }
    return this.#policiesOf(workspaces.map((workspace) => ({ kind: 'workspace', workspace })));
  }

  async #products(): Promise<HeldResource[]> {
    const products = await this.#arm.listParents('product', this.#options.signal);
    return this.#policiesOf(products.map((product) => ({ kind: 'product', product })));
  }

  async #apis(): Promise<HeldResource[]> {
    const listed = await this.#arm.listParents('api', this.#options.signal);
    const apis = listed.filter((api) => !isRevision(api));
    for (const revision of listed.filter(isRevision)) {
      this.notRead.push({ source: `apis/${revision}`, reason: 'it is not the current revision' });
    }
    const policies = await Promise.all(apis.map(async (api) => {
      const own: PolicyScope = { kind: 'api', api };
      if (!this.#isAddressable(own)) return [];
      const [ofApi, operations] = await Promise.all([this.#policiesOf([own]), this.#operations(api)]);
      return [...ofApi, ...operations];
    }));
    return policies.flat();
  }

  async #operations(api: string): Promise<HeldResource[]> {
    const operations = await this.#arm.listParents({ operationsOf: api }, this.#options.signal);
    return this.#policiesOf(operations.map((operation) => ({ kind: 'operation', api, operation })));
  }

  #policiesOf(scopes: readonly PolicyScope[]): Promise<HeldResource[]> {
    return this.#all(scopes.filter((scope) => this.#isAddressable(scope)).map((scope) => () => this.#one({ kind: 'policy', scope })));
  }

  /** A name that must not go into a URL keeps its own policies from being read, and no others. */
  #isAddressable(scope: PolicyScope): boolean {
    const key: ResourceKey = { kind: 'policy', scope };
    const reason = checkKey(key);
    if (reason !== undefined) this.notRead.push({ source: addressOf(key), reason });
    return reason === undefined;
  }

  async #all(reads: readonly (() => Promise<HeldResource | undefined>)[]): Promise<HeldResource[]> {
    this.#known += reads.length;
    const held = await Promise.all(reads.map(async (read) => {
      const resource = await read();
      this.#read++;
      this.#options.onProgress?.({ read: this.#read, known: this.#known });
      return resource;
    }));
    return held.filter((resource) => resource !== undefined);
  }

  async #whole({ key, body }: ListedResource): Promise<HeldResource | undefined> {
    if (body !== undefined) return { key, body };
    const reason = checkKey(key);
    if (reason === undefined) return this.#one(key);
    this.notRead.push({ source: addressOf(key), reason });
    return undefined;
  }

  async #one(key: ResourceKey): Promise<HeldResource | undefined> {
    const live = await this.#arm.read(key, this.#options.signal);
    return live === undefined ? undefined : { key, body: live.body };
  }
}

/** By code unit, as sorted files are. */
function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
