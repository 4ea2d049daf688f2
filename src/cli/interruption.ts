/** Ctrl-C during work that should not be torn apart. */
import { UsageError } from '../model/usage-error.js';

/** What a shell makes of a process that ended by SIGINT. */
const INTERRUPTED = 130;
/** npx hands on the signal that the terminal has sent to its child already; nobody presses twice that fast. */
const ECHO_MS = 500;

/** Why work stopped that somebody has told to stop: nobody's mistake. */
export class Interruption extends UsageError {}

export interface Interruptible {
  /** What to say when the first Ctrl-C is heard. */
  readonly onFirst: string;
  /** What to say before the process ends, at the second. */
  readonly onSecond: string;
  readonly say: (line: string) => void;
}

/**
 * Runs work that stops by itself when its signal is aborted: by the first SIGINT, by SIGTERM and SIGHUP. A second SIGINT ends the process at once;
 * a SIGTERM never does, because CI sends one soon after its SIGINT.
 */
export async function untilInterrupted<Result>(work: (signal: AbortSignal) => Promise<Result>, { onFirst, onSecond, say }: Interruptible): Promise<Result> {
  const controller = new AbortController();
  let heardAt = 0;
  const stop = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) return;
    heardAt = Date.now();
    say(onFirst);
    controller.abort(new Interruption(`interrupted by ${signal}`));
  };
  const interrupt = (signal: NodeJS.Signals): void => {
    if (!controller.signal.aborted) return stop(signal);
    if (Date.now() - heardAt < ECHO_MS) return;
    say(onSecond);
    process.exit(INTERRUPTED);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', stop).on('SIGHUP', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', stop).off('SIGHUP', stop);
  }
}
