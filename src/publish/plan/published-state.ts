/** What the last pushes of this project wrote to a service: how drift is seen, and what --prune may delete. */
import type { Address } from '../resource-key.js';

export interface PublishedState {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly service: string;
  readonly resources: Readonly<Record<Address, PublishedResource>>;
}

export interface PublishedResource {
  /** Of the canonical content, as it was read back. */
  readonly digest: string;
  /**
   * What it may hold instead, because a push was interrupted while it was at it; neither of the two is drift. `absent`: it may not be there.
   * Never written to the state's file.
   */
  readonly orDigest?: string;
  /** Whether a push of this project made it, so that --prune may delete it. */
  readonly created: boolean;
}
