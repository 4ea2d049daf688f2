/** Undoes one change of a push that is still running, from memory. */
import type { PlannedChange } from '../plan/plan.js';
import { holdingOf } from './holding.js';
import { PushError } from './push-error.js';
import type { ResourceState } from './push-result.js';
import { STATE_AFTER_RESTORE } from './resource-state.js';
import { readSettled } from './settled-read.js';
import { carryOut, type Passage, type Settled } from './transition.js';
import { whyLost } from './withheld.js';

export interface Restored {
  readonly state: ResourceState;
  readonly settled: Settled;
}

/**
 * Never throws. Bound to the ETag under which our content was seen, so that an edit since then stays.
 * @param written what the change came to
 */
export async function restoreChange(change: PlannedChange, written: Settled, passage: Passage): Promise<Restored> {
  const standing = await standingNow(change, written, passage);
  if (standing.holds === 'from') return { state: 'not-written', settled: standing };
  if (standing.holds === 'unknown') return { state: 'unknown', settled: standing };
  if (standing.holds === 'other') return { state: 'edited', settled: standing };
  if (!written.touched) {
    const error = new PushError(change.address, `somebody else has given ${change.address} the same content; it was left as it is`);
    return { state: 'edited', settled: { ...standing, error } };
  }
  const lost = whyLost(change.before, change.after);
  if (lost !== undefined) return { state: 'not-restored', settled: { ...standing, error: new PushError(change.address, `${change.address} was not put back: ${lost}`) } };
  const ours = standing.holds === 'altered' ? standing.live?.body : change.after;
  const settled = await carryOut({ key: change.key, from: ours, to: change.before, etag: standing.live?.etag }, passage);
  return { state: STATE_AFTER_RESTORE[settled.holds], settled };
}

/** A request whose answer was lost may have come late: what it came to is looked up again. Otherwise gives what is known. */
export async function standingNow({ key, before, after, etag }: PlannedChange, written: Settled, { arm, clock }: Passage): Promise<Settled> {
  if (written.holds !== 'unknown' && written.holds !== 'from') return written;
  const read = await readSettled(arm, key, clock);
  if (read.kind === 'unreadable') return { ...written, holds: 'unknown', error: written.error ?? read.error };
  const { live } = read;
  try {
    const holding = await holdingOf(arm, { from: before, to: after, fromEtag: etag }, live, undefined);
    return { ...written, live, holds: holding === 'unclear' ? 'unknown' : holding };
  } catch {
    return { ...written, live, holds: 'unknown' };
  }
}
