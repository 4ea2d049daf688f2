/** All that the service holds, in memory. */
import type { JsonObject } from '../model/json.js';
import { identityOf } from './resource-name.js';

export interface StoredItem {
  /** As in `pathOf`, with the letters that it was first written with. */
  readonly path: string;
  readonly etag: bigint;
  /** What its kind keeps; see the files of kinds/. */
  readonly content: JsonObject;
}

export type StoreChange = { readonly kind: 'put'; readonly item: StoredItem } | { readonly kind: 'removed'; readonly path: string; readonly counter: bigint };

export class ResourceStore {
  readonly #items = new Map<string, StoredItem>();
  #counter = 0n;
  readonly #onChange: (change: StoreChange) => void;

  constructor(onChange: (change: StoreChange) => void = () => undefined) {
    this.#onChange = onChange;
  }

  /** The last ETag that was given out. */
  get counter(): bigint {
    return this.#counter;
  }

  get(path: string): StoredItem | undefined {
    return this.#items.get(identityOf(path));
  }

  /** In the order in which they were first written. */
  items(): IterableIterator<StoredItem> {
    return this.#items.values();
  }

  nextEtag(): bigint {
    this.#counter += 1n;
    return this.#counter;
  }

  put(path: string, content: JsonObject, etag: bigint = this.nextEtag()): StoredItem {
    const item: StoredItem = { path: this.get(path)?.path ?? path, etag, content };
    this.#items.set(identityOf(path), item);
    this.#onChange({ kind: 'put', item });
    return item;
  }

  /** It, and everything below it. */
  remove(path: string): void {
    const identity = identityOf(path);
    for (const [key, item] of this.#items) {
      if (key !== identity && !key.startsWith(`${identity}/`)) continue;
      this.#items.delete(key);
      this.#onChange({ kind: 'removed', path: item.path, counter: this.nextEtag() });
    }
  }

  /** What an earlier run kept; nobody hears of it. */
  restore(items: Iterable<StoredItem>, counter: bigint): void {
    for (const item of items) this.#items.set(identityOf(item.path), item);
    this.#counter = counter;
  }
}
