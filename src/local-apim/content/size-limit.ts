/** How large a policy may be. Source: reference/management-api.md §2.5. */
import type { AcceptContext } from './stored-policy.js';

const KIB = 1024;

export interface SizeLimit {
  readonly bytes: number;
  /** What the service's answer calls it, which is not always what it is. */
  readonly shown: string;
}

/** The limit that a text in UTF-8 exceeds; undefined when it is small enough. */
export function exceededLimit(text: string, { at, sku }: AcceptContext): SizeLimit | undefined {
  const limit = at === 'fragment' ? FRAGMENT : sku.toLowerCase() === 'consumption' ? CONSUMPTION : OTHER_TIERS;
  return Buffer.byteLength(text) > limit.bytes ? limit : undefined;
}

const FRAGMENT: SizeLimit = { bytes: 32 * KIB, shown: '32 KB' };
const CONSUMPTION: SizeLimit = { bytes: 16 * KIB, shown: '16 KB' };
/** The documents say 256 KiB, the service's answer 250 KB. */
const OTHER_TIERS: SizeLimit = { bytes: 256 * KIB, shown: '250 KB' };
