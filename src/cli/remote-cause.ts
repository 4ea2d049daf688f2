/** What the service said, behind what a push makes of it. */
import { RemoteError } from '../model/remote-error.js';

/** The error itself, or the first of its causes that is the service's. */
export function remoteCause(error: unknown): RemoteError | undefined {
  for (let current = error; current instanceof Error; current = current.cause) if (current instanceof RemoteError) return current;
  return undefined;
}
