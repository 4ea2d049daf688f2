/** A limit on what is under way at once; who comes first is served first. */

export class RequestSlots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param limit at least 1 */
  constructor(limit: number) {
    this.#free = limit;
  }

  /** Does the work once there is room. @throws the signal's reason when it is aborted before that */
  async use<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#taken(signal);
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }

  async #taken(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(reasonOf(signal));
      };
      this.#waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('stopped', { cause: reason });
}
