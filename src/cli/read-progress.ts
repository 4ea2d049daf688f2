/** How much of a service has been read: a line on a terminal that is written over, nothing elsewhere. */
import { START_OF_LINE } from './overwritten-line.js';
import type { Terminal } from './terminal.js';

/** As often as eyes can follow. */
const LEAST_MS = 100;

export class ReadProgress {
  readonly #writeError: Terminal['writeError'];
  readonly #isWatched: boolean;
  #shownAt = 0;

  constructor(terminal: Pick<Terminal, 'writeError' | 'isWatched'>) {
    this.#writeError = terminal.writeError;
    this.#isWatched = terminal.isWatched('stderr');
  }

  /** @param known grows while lists are read */
  show(read: number, known: number): void {
    const now = Date.now();
    if (!this.#isWatched || now - this.#shownAt < LEAST_MS) return;
    this.#shownAt = now;
    this.#writeError(`${START_OF_LINE}reading the service: ${read} of ${known}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shownAt > 0) this.#writeError(START_OF_LINE);
    this.#shownAt = 0;
  }
}
