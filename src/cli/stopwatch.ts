/** How long a command has taken. The global `performance` would say it too, but loading it takes as long as linting a policy. */

export class Stopwatch {
  readonly #startedAt = process.hrtime();

  /** `12 ms`. */
  toString(): string {
    const [seconds, nanoseconds] = process.hrtime(this.#startedAt);
    return `${Math.round(seconds * 1_000 + nanoseconds / 1_000_000)} ms`;
  }
}
