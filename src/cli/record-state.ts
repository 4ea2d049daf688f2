/** Writes down what a service holds after a push. */
import { reason } from '../model/system-error.js';
import type { PublishedState } from '../publish/plan/published-state.js';
import { writeState } from '../publish/plan/state-file.js';

/** What to say when it cannot be: the service has been written to all the same. */
export function recordState(file: string, state: PublishedState): string | undefined {
  try {
    writeState(file, state);
    return undefined;
  } catch (error) {
    return `what the service holds now could not be recorded in '${file}' (${reason(error)}): the next plan takes these changes for somebody else's`;
  }
}
