/** What others have done to a resource since the last push, and what a push makes of it. */
import type { Drift } from '../publish/plan/plan.js';

export const DRIFT_HEADING = 'changed outside of this project since its last push';

/** `edited; a push writes over it`. */
export function driftText({ kind, overwritten }: Drift): string {
  if (kind === 'gone') return overwritten ? 'gone; a push makes it again' : 'gone; a push leaves it so';
  return overwritten ? 'edited; a push writes over it' : 'edited; a push leaves it as it is';
}
