/** Ctrl-C during work that should not be torn apart. */

/** What a shell makes of a process that ended by SIGINT. */
const INTERRUPTED = 130;
/** npx hands on the signal that the terminal has sent to its child already; nobody presses twice that fast. */
const ECHO_MS = 500;

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
  const stop = (): void => {
    if (controller.signal.aborted) return;
    heardAt = Date.now();
    say(onFirst);
    controller.abort(new Error('it was interrupted'));
  };
  const interrupt = (): void => {
    if (!controller.signal.aborted) return stop();
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
