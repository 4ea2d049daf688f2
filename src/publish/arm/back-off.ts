/** One wait for everybody: when the service throttles one request, all that follow would be throttled too, and make it longer. */
import type { Clock } from '../clock.js';

/** Of waits that the service does not state: milliseconds. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 64_000;

export interface BackOffOptions {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onWait?: ((wait: { readonly milliseconds: number; readonly reason: string }) => void) | undefined;
}

export class BackOff {
  readonly #options: BackOffOptions;
  /** When requests may go out again, milliseconds since 1970. */
  #until = 0;
  #heldAt = 0;
  /** How often in a row the service has throttled without saying for how long. */
  #row = 0;

  constructor(options: BackOffOptions) {
    this.#options = options;
  }

  /** Comes back when requests may go out. */
  async pass(signal?: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    for (let waitedFor = 0; this.#until > waitedFor; ) {
      waitedFor = this.#until;
      const wait = waitedFor - clock.now();
      if (wait > 0) await clock.sleep(wait, signal);
    }
  }

  /**
   * Holds back all requests.
   * @param asked milliseconds, where the service states them
   * @param sentAt when the request was sent that was throttled: those sent before the last wait began do not make the next one longer
   * @returns milliseconds that will be waited
   */
  hold(asked: number | undefined, sentAt: number, reason: string): number {
    const { clock, random, onWait } = this.#options;
    const now = clock.now();
    // No wait at all is no answer to throttling: a date that is over, by a clock that goes wrong.
    const stated = asked === undefined || asked <= 0 ? undefined : asked;
    if (stated === undefined && (this.#row === 0 || sentAt >= this.#heldAt)) this.#row++;
    const milliseconds = stated ?? jittered(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#row - 1)), random);
    this.#heldAt = now;
    if (now + milliseconds > this.#until) {
      this.#until = now + milliseconds;
      onWait?.({ milliseconds, reason });
    }
    return milliseconds;
  }

  /** A request went through. */
  relax(): void {
    this.#row = 0;
  }
}

/** Between half and all of a wait, so that those who wait do not come back at once. */
export function jittered(milliseconds: number, random: () => number): number {
  return Math.round(milliseconds * (0.5 + random() / 2));
}
