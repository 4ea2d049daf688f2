/** Which failures of a write are worth another attempt, and after how long. */
import { RemoteError, type RemoteErrorKind } from '../../model/remote-error.js';
import { jittered } from '../arm/back-off.js';

interface Retrying {
  /** All in all, the first one counted. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled for each one after. */
  readonly firstWait: number;
}

/**
 * Others end at once: a second attempt would be refused as well. Source: reference/management-api.md §1.5 (what the SDK and Azure/apiops retry),
 * §2.1 (412 of sibling writes), §2.7 message 16 (flaky refusals).
 */
const RETRYING: Readonly<Partial<Record<RemoteErrorKind, Retrying>>> = {
  throttled: { attempts: 10, firstWait: 2_000 },
  unavailable: { attempts: 6, firstWait: 1_000 },
  network: { attempts: 6, firstWait: 500 },
  busy: { attempts: 10, firstWait: 1_000 },
  changed: { attempts: 8, firstWait: 100 },
  flaky: { attempts: 4, firstWait: 2_000 },
};

const LONGEST_WAIT = 30_000;

/** Milliseconds that one resource may take, waits included, before no more attempts are begun. */
const LONGEST_TIME = 300_000;

/**
 * Milliseconds to wait before the next attempt; undefined when there is to be none.
 * @param attempt how many there have been, from 1
 * @param elapsed milliseconds since the first began
 */
export function waitBeforeRetry(error: Error, attempt: number, elapsed: number): number | undefined {
  const retrying = error instanceof RemoteError ? RETRYING[error.kind] : undefined;
  if (retrying === undefined || attempt >= retrying.attempts) return undefined;
  const most = Math.min(LONGEST_WAIT, retrying.firstWait * 2 ** (attempt - 1));
  const wait = (error instanceof RemoteError ? error.retryAfter : undefined) ?? jittered(most, Math.random);
  return elapsed + wait > LONGEST_TIME ? undefined : wait;
}
