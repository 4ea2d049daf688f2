/**
 * Long-running operations, followed to what they really end with. The SDK's poller judges most of them by the status of HTTP, and so takes a
 * failure that is reported with 200 for success. Source: reference/management-api.md §0.2, §1.6, §2.2.
 */
import { isJsonObject, type JsonObject, parseJsonObject } from '../../model/json.js';
import { RemoteError, type RemoteErrorKind } from '../../model/remote-error.js';
import type { Clock } from '../clock.js';
import { operationState } from './operation-state.js';
import { type FailureContext, operationFailure } from './remote-failure.js';
import { type AnswerHeaders, retryAfter } from './retry-after.js';
import type { Poller } from './sdk-operations.js';

/** An answer as it was on the wire. */
export interface HeardAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: string;
}

export interface OperationOptions {
  readonly clock: Clock;
  readonly what: string;
  readonly secrets: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that all waits between polls may take together. */
  readonly longest: number;
  /** What was heard so far, the answer to the write first; grows with each poll. */
  readonly answers: readonly HeardAnswer[];
  /** Asks for the resource itself; it is heard like a poll. undefined when it does not exist. */
  readonly read: () => Promise<unknown>;
}

/** Milliseconds between polls where the service does not say it: each twice the one before. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;

/**
 * @param begin sends the write and polls once
 * @throws RemoteError: that of the write, or `failed` when the operation failed; `unavailable` when what became of it could not be learnt
 */
export async function operationEnd(begin: () => Promise<Poller | undefined>, options: OperationOptions): Promise<void> {
  const waits = new Waits(options);
  try {
    const poller = await begin();
    while (poller !== undefined && !poller.isDone() && failureOf(options) === undefined) {
      await waits.next();
      await poller.poll();
    }
  } catch (error) {
    const { length } = options.answers;
    throw failureOf(options) ?? (length === 0 ? error : afterAcceptance(error, options));
  }
  await settled(waits, options);
}

/** The SDK stops at the first answer of success, which may hold a resource that is not ready yet. */
async function settled(waits: Waits, options: OperationOptions): Promise<void> {
  for (;;) {
    const failure = failureOf(options);
    if (failure !== undefined) throw failure;
    const last = bodyOf(options.answers.at(-1));
    if (last === undefined || operationState(last) !== 'running') return;
    await waits.next();
    try {
      if ((await options.read()) === undefined) throw goneAfterAcceptance(options);
    } catch (error) {
      throw afterAcceptance(error, options);
    }
  }
}

class Waits {
  readonly #options: OperationOptions;
  #wait = FIRST_WAIT;
  #sum = 0;

  constructor(options: OperationOptions) {
    this.#options = options;
  }

  async next(): Promise<void> {
    const { clock, answers, signal, longest, what } = this.#options;
    const last = answers.at(-1);
    const wait = (last === undefined ? undefined : retryAfter(last.headers, clock.now())) ?? this.#wait;
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    // An answer that asks for no wait at all still counts, so that an operation that never ends is given up.
    this.#sum += Math.max(wait, FIRST_WAIT);
    if (this.#sum > longest) throw new RemoteError(`${what}: the service accepted it, and has not finished it within ${Math.round(longest / 1_000)} s`, { kind: 'unavailable' });
    if (wait > 0) await clock.sleep(wait, signal);
  }
}

function failureOf({ answers, what, secrets, clock }: OperationOptions): RemoteError | undefined {
  const last = answers.at(-1);
  const body = bodyOf(last);
  if (last === undefined || body === undefined || operationState(body) !== 'failed') return undefined;
  const context: FailureContext = { what, secrets, now: clock.now() };
  return operationFailure({ ...last, body: JSON.stringify(withoutContent(body)) }, context);
}

/** A resource that failed holds its content, whose `value` is no error. */
function withoutContent(body: JsonObject): JsonObject {
  const { properties } = body;
  const error = body['error'] ?? (isJsonObject(properties) ? properties['error'] : undefined);
  return isJsonObject(error) ? { error } : {};
}

function bodyOf(answer: HeardAnswer | undefined): JsonObject | undefined {
  return answer === undefined ? undefined : parseJsonObject(answer.body);
}

/** Kinds that say "it was not done", which is not true of a write that was accepted. */
const NOT_DONE: ReadonlySet<RemoteErrorKind> = new Set(['throttled', 'busy', 'changed', 'not-allowed', 'network', 'misunderstood']);

/** A poll that failed: that of an operation that failed is refused with 400, all else says nothing about it. */
function afterAcceptance(error: unknown, options: OperationOptions): unknown {
  const { what, signal } = options;
  signal?.throwIfAborted();
  if (error instanceof RemoteError && error.status === 404) return goneAfterAcceptance(options);
  if (error instanceof RemoteError) return NOT_DONE.has(error.kind) ? new RemoteError(error.message, { ...error, kind: 'unavailable' }) : error;
  if (!(error instanceof Error)) return error;
  return new RemoteError(`${what}: the service accepted it, and what became of it is not known`, { kind: 'unavailable' }, { cause: error });
}

/** A write that fails leaves nothing where nothing was. Source: §2.2. */
function goneAfterAcceptance({ what }: OperationOptions): RemoteError {
  return new RemoteError(`${what}: the service accepted it, and then failed: the resource is not there`, { kind: 'failed', status: 404 });
}
