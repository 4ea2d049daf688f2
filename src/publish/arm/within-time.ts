/** Work that has to end: within a time, and when the caller gives up. */

export interface TimeLimit {
  readonly milliseconds: number;
  readonly signal?: AbortSignal | undefined;
  /** What is thrown when the time is over. */
  readonly late: () => Error;
}

/**
 * Does not trust the work to end when it is told to: a connection that is closed in the middle of compressed data leaves the SDK waiting for ever.
 * @param work gets a signal that says when nobody waits any more
 * @throws what the work throws, what `late` gives, or the reason of the limit's signal
 */
export async function withinTime<T>(limit: TimeLimit, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { milliseconds, signal, late } = limit;
  signal?.throwIfAborted();
  const ending = new AbortController();
  let stop: (() => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    const giveUp = (reason: unknown): void => {
      reject(reason instanceof Error ? reason : new Error('stopped', { cause: reason }));
      ending.abort(reason);
    };
    const timer = setTimeout(() => { giveUp(late()); }, milliseconds);
    const onAbort = (): void => { giveUp(signal?.reason); };
    signal?.addEventListener('abort', onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([work(ending.signal), end]);
  } finally {
    stop?.();
  }
}
