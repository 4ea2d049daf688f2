/** One push while it runs: what has become of each change, and why it stops. */
import { contentDigest } from '../canonical/content-digest.js';
import { holdsSecret } from '../canonical/held-secrets.js';
import type { PlannedChange } from '../plan/plan.js';
import { asError } from './as-error.js';
import type { JournalFile } from './journal-file.js';
import { keptBody, type IntentRecord, type Previous } from './journal-record.js';
import { layerOf, type OrderedWork } from './push-order.js';
import type { PushedResource, PushEvent, ResourceState } from './push-result.js';
import { restoreChange, standingNow } from './restore-change.js';
import { STATE_AFTER_WRITE, standingContent } from './resource-state.js';
import { usersNamed } from './still-used.js';
import { carryOut, type Passage, type Settled } from './transition.js';
import { whyWithheld } from './withheld.js';

export interface ChangeWork extends OrderedWork {
  readonly change: PlannedChange;
}

/** In the order of the plan. */
export function changeWork(changes: readonly PlannedChange[]): ChangeWork[] {
  return changes.map((change) => ({ key: change.key, address: change.address, layer: layerOf(change), needs: change.needs, change }));
}

interface Progress {
  readonly settled: Settled;
  readonly state: ResourceState;
  readonly error?: Error;
  /** A deletion that was left out, because the service says that others use the resource. */
  readonly isLeft?: true;
}

export class PushRun {
  readonly #journal: JournalFile;
  readonly #passage: Omit<Passage, 'stop' | 'onRetry'>;
  readonly #onEvent: (event: PushEvent) => void;
  readonly #stopping = new AbortController();
  readonly #progress = new Map<ChangeWork, Progress>();
  readonly #notes: string[] = [];
  #cause: Error | undefined;

  /** @param signal the user's; from then on nothing more is begun */
  constructor(journal: JournalFile, passage: Omit<Passage, 'stop' | 'onRetry'>, onEvent: (event: PushEvent) => void, signal: AbortSignal | undefined) {
    this.#journal = journal;
    this.#passage = passage;
    this.#onEvent = onEvent;
    const interrupt = (): void => this.stop(interruption(signal?.reason));
    if (signal?.aborted === true) interrupt();
    signal?.addEventListener('abort', interrupt, { once: true, signal: this.#stopping.signal });
  }

  get isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Why it stopped. One that was interrupted when all was written already has not stopped. */
  causeFor(work: readonly ChangeWork[]): Error | undefined {
    return work.every((item) => isDone(this.#progress.get(item))) ? undefined : this.#cause;
  }

  get notes(): readonly string[] {
    return this.#notes;
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  /** The first cause counts. */
  stop(cause: Error): void {
    this.#cause ??= cause;
    this.#stopping.abort(this.#cause);
  }

  /** Lock file, intent, write, read, decision, outcome: each on the disk or answered before the next. */
  async push(work: ChangeWork): Promise<void> {
    const { change, address } = work;
    this.tell({ kind: 'started', address, action: change.action });
    try {
      await this.#journal.append(intentOf(work));
    } catch (error) {
      // Not a request without a trace of it on the disk.
      const failure = asError(error);
      this.stop(failure);
      return this.#finish(work, { settled: { holds: 'from', touched: false, live: undefined, error: failure }, state: 'not-written', error: failure });
    }
    // Whatever goes wrong from here on, there may be something to put back.
    this.#progress.set(work, { settled: { holds: 'unknown', touched: true, live: undefined }, state: 'unknown' });
    const settled = await carryOut(
      { key: change.key, from: change.before, to: change.after, etag: change.etag },
      { ...this.#passage, stop: this.#stopping.signal, onRetry: (attempt, reason) => this.tell({ kind: 'retried', address, attempt, reason }) },
    );
    if (settled.note !== undefined) this.note(settled.note);
    const progress = this.#progressOf(change, settled);
    if (progress.error !== undefined) this.stop(progress.error);
    await this.#record(work, progress, (failure) => this.stop(failure));
    this.#finish(work, progress);
  }

  /** What others use stays, as it does where the plan has seen them: all else does not depend on it. */
  #progressOf({ address, action }: PlannedChange, settled: Settled): Progress {
    const { error } = settled;
    const state = STATE_AFTER_WRITE[settled.holds];
    const users = action === 'delete' && state === 'not-written' ? usersNamed(error) : undefined;
    if (users === undefined) return { settled, state, ...(error === undefined ? {} : { error }) };
    this.note(`${address} is not deleted, because the service says that it is used by ${users}`);
    return { settled, state, isLeft: true };
  }

  /** Whether there may be something of ours to put back. */
  isTouched(work: ChangeWork): boolean {
    const settled = this.#progress.get(work)?.settled;
    return settled !== undefined && (settled.touched || settled.holds === 'to');
  }

  /** Puts back what was written, or finds out what became of it. */
  async restore(work: ChangeWork): Promise<void> {
    const earlier = this.#progress.get(work);
    if (earlier === undefined) return;
    const { state, settled, error } = await restoreChange(work.change, earlier.settled, {
      ...this.#passage,
      onRetry: (attempt, reason) => this.tell({ kind: 'retried', address: work.address, attempt, reason }),
    });
    await this.#settle(work, { settled, state, ...(error === undefined ? {} : { error }) });
  }

  /** Finds out what became of a request whose answer was lost, without undoing anything. */
  async lookAgain(work: ChangeWork): Promise<void> {
    const earlier = this.#progress.get(work);
    if (earlier === undefined) return;
    const settled = await standingNow(work.change, earlier.settled, this.#passage);
    const { error } = settled;
    if (settled !== earlier.settled) await this.#settle(work, { settled, state: STATE_AFTER_WRITE[settled.holds], ...(error === undefined ? {} : { error }) });
  }

  result(work: ChangeWork): PushedResource {
    const { change, address } = work;
    const progress = this.#progress.get(work);
    const digest = progress === undefined ? change.before && contentDigest(change.before) : standingContent(progress.settled).digest;
    return {
      address,
      action: change.action,
      state: progress?.state ?? 'not-written',
      change,
      ...(digest === undefined ? {} : { digest }),
      ...(progress?.error === undefined ? {} : { error: progress.error }),
    };
  }

  async #record({ address }: ChangeWork, { settled, state }: Progress, onFailure: (failure: Error) => void): Promise<void> {
    try {
      await this.#journal.append({ record: 'done', address, state, ...standingContent(settled) });
    } catch (error) {
      onFailure(asError(error));
    }
  }

  /** The rollback goes on without a journal: it is needed most when the disk is full. */
  async #settle(work: ChangeWork, progress: Progress): Promise<void> {
    await this.#record(work, progress, (failure) => this.note(failure.message));
    this.#finish(work, progress);
  }

  /** A display that fails must not keep anything from being put back. */
  tell(event: PushEvent): void {
    try {
      this.#onEvent(event);
    } catch (error) {
      this.note(`the progress of the push could not be shown: ${asError(error).message}`);
    }
  }

  #finish(work: ChangeWork, progress: Progress): void {
    this.#progress.set(work, progress);
    this.tell({ kind: 'finished', address: work.address, state: progress.state });
  }
}

/** Nothing is left to do about it, and nothing went wrong. */
function isDone(progress: Progress | undefined): boolean {
  return progress !== undefined && progress.error === undefined && (progress.state === 'written' || progress.isLeft === true);
}

function intentOf({ change, address, layer, needs }: ChangeWork): IntentRecord {
  const { before, after, etag } = change;
  return {
    record: 'intent',
    address,
    action: change.action,
    layer,
    needs,
    previous: previousOf(change),
    ...(etag === undefined ? {} : { previousEtag: etag }),
    ...(before === undefined ? {} : { previousDigest: contentDigest(before) }),
    ...(after === undefined ? {} : { digest: contentDigest(after), ...(holdsSecret(after) ? { hidesSecret: true } : {}) }),
    ...(change.drifted ? { drifted: true } : {}),
  };
}

function previousOf({ before, after }: PlannedChange): Previous {
  if (before === undefined) return { kind: 'absent' };
  const reason = whyWithheld(before, after);
  return reason === undefined ? { kind: 'body', body: keptBody(before) } : { kind: 'withheld', reason };
}

function interruption(reason: unknown): Error {
  return reason instanceof Error && reason.name !== 'AbortError' ? reason : new Error('the push was interrupted', { cause: reason });
}
