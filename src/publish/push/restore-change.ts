/** Undoes one change of a push that is still running, from memory. */
import type { PlannedChange } from '../plan/plan.js';
import { type Holding, holdingOf } from './holding.js';
import { PushError } from './push-error.js';
import type { ResourceState } from './push-result.js';
import { STATE_AFTER_RESTORE } from './resource-state.js';
import { readSettled } from './settled-read.js';
import { carryOut, type Passage, type Settled } from './transition.js';
import { whyLost } from './withheld.js';

export interface Restored {
  readonly state: ResourceState;
  readonly settled: Settled;
  /** What went wrong with the change, or with undoing it. */
  readonly error?: Error;
}

/**
 * Never throws. Bound to the ETag under which our content was seen, so that an edit since then stays.
 * @param written what the change came to
 */
export async function restoreChange(change: PlannedChange, written: Settled, passage: Passage): Promise<Restored> {
  const standing = await standingNow(change, written, passage);
  const { address, key, before, after } = change;
  const ended = (state: ResourceState, error: Error | undefined): Restored => ({ state, settled: standing, ...(error === undefined ? {} : { error }) });
  if (standing.holds === 'from') return ended('not-written', standing.error);
  if (standing.holds === 'unknown') return ended('unknown', standing.error);
  if (standing.holds === 'other') return ended('edited', standing.error ?? new PushError(address, `somebody else has changed ${address} in the meantime`));
  if (!written.touched) {
    const deed = standing.live === undefined ? `deleted ${address}` : `given ${address} the same content`;
    return ended('edited', new PushError(address, `somebody else has ${deed} before the push could; it was left so`));
  }
  const lost = whyLost(before, after);
  if (lost !== undefined) return ended('not-restored', new PushError(address, `${address} was not put back: ${lost}`));
  const ours = standing.holds === 'altered' ? standing.live?.body : after;
  const settled = await carryOut({ key, from: ours, to: before, etag: standing.live?.etag }, passage);
  const state = STATE_AFTER_RESTORE[settled.holds];
  const error = state === 'restored' ? standing.error : settled.error;
  return { state, settled, ...(error === undefined ? {} : { error }) };
}

/** A request whose answer was lost may have come late: what it came to is looked up again. Otherwise gives what is known. */
export async function standingNow({ key, before, after, etag }: PlannedChange, written: Settled, { arm, clock }: Passage): Promise<Settled> {
  if (written.holds !== 'unknown' && (written.holds !== 'from' || !written.touched)) return written;
  const read = await readSettled(arm, key, clock);
  if (read.kind === 'unreadable') return { ...written, holds: 'unknown', error: written.error ?? read.error };
  const { live } = read;
  let holding: Holding;
  try {
    holding = await holdingOf(arm, { from: before, to: after, fromEtag: etag }, live, undefined);
  } catch {
    holding = 'unclear';
  }
  if (holding === 'unclear') return { ...written, live, holds: 'unknown' };
  // It is known now; what stays is why it was not.
  const { error, ...rest } = written;
  const reason = written.holds === 'unknown' && error?.cause instanceof Error ? error.cause : error;
  return { ...rest, live, holds: holding, ...(reason === undefined ? {} : { error: reason }) };
}
