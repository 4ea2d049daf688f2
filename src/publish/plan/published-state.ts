/** What the last pushes of this project wrote to a service: how drift is seen, and what --prune may delete. */
import type { Address } from '../resource-key.js';

export interface PublishedState {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly service: string;
  readonly resources: Readonly<Record<Address, PublishedResource>>;
}

export interface PublishedResource {
  /** Of the canonical content, as it was read back; `ABSENT` where it may have been deleted. */
  readonly digest: string;
  /**
   * What it may hold instead, because a push was interrupted, or the service did not tell what became of a request; neither of the two is drift.
   * `ABSENT`: it may not be there.
   */
  readonly orDigest?: string;
  /** Whether a push of this project made it, so that --prune may delete it. */
  readonly created: boolean;
}

/** In the place of the digest of what is not there. */
export const ABSENT = 'absent';
