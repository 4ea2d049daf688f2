/** Writes down what a service holds after a push. */
import { reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import type { PublishedState } from '../publish/plan/published-state.js';
import { writeState } from '../publish/plan/state-file.js';
import type { PushResult } from '../publish/push/push-result.js';

/** Why it cannot be: the service has been written to all the same, so that this is the run's failure, and not thrown. */
export function recordState(file: string, state: PublishedState): UsageError | undefined {
  try {
    writeState(file, state);
    return undefined;
  } catch (error) {
    return new UsageError(`the service holds what was written, and that could not be recorded in '${file}': ${reason(error)}; until a push records it, plan takes these changes for somebody else's, and --prune does not delete what was created: see to the file, and push again`, { cause: error });
  }
}

/** For programs, which read the report alone. */
export function withNote(result: PushResult, unrecorded: UsageError | undefined): PushResult {
  return unrecorded === undefined ? result : { ...result, notes: [...(result.notes ?? []), unrecorded.message] };
}
