/** What a resource's transition came to, in the words of a push's result. */
import { contentDigest } from '../canonical/content-digest.js';
import type { ResourceState } from './push-result.js';
import type { Settled } from './transition.js';

/** Of a change that was made. What the service altered has been written, and is for the rollback to put back. */
export const STATE_AFTER_WRITE: Readonly<Record<Settled['holds'], ResourceState>> = {
  to: 'written',
  from: 'not-written',
  altered: 'not-restored',
  other: 'edited',
  unknown: 'unknown',
};

/** Of one that was undone. */
export const STATE_AFTER_RESTORE: Readonly<Record<Settled['holds'], ResourceState>> = {
  to: 'restored',
  from: 'not-restored',
  altered: 'not-restored',
  other: 'edited',
  unknown: 'unknown',
};

/** The resource holds what it held before the push. */
export const AS_BEFORE: ReadonlySet<ResourceState> = new Set(['not-written', 'restored']);

/** What the journal and the result say of what stands there now. */
export function standingContent({ live }: Pick<Settled, 'live'>): { readonly etag?: string; readonly digest?: string } {
  return live === undefined ? {} : { etag: live.etag, digest: contentDigest(live.body) };
}
