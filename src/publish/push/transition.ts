/**
 * Takes one resource from the content it has to another, and says truly what it holds in the end. Pushing and rolling back are both this, with the
 * two contents changed over.
 *
 *     write ──▶ read until settled ──▶ holds the new ───▶ done
 *       ▲                              holds the old ───▶ the answer was an error that may go away: wait, and write again with the ETag just read
 *       └──────────────────────────────────────────────── else: not done
 *                                      holds neither ───▶ by its ETag ours: the service stores something else than was sent
 *                                                         else somebody's edit: never written over
 *                                      cannot be read ──▶ unknown
 *
 * What the service answers to the write only explains; what a read shows afterwards decides. Writing again is safe, because it is bound to an ETag
 * under which the old content was seen: a first attempt that comes late, or an edit in between, makes it fail with 412.
 */
import { InternalError } from '../../model/internal-error.js';
import { RemoteError, type RemoteErrorKind } from '../../model/remote-error.js';
import type { Arm, LiveResource, WriteAnswer, WriteCondition } from '../arm/arm.js';
import { diffContent } from '../canonical/diff-content.js';
import type { Clock } from '../clock.js';
import { addressOf, type ResourceKey } from '../resource-key.js';
import type { ResourceBody } from '../resource-body.js';
import { asError } from './as-error.js';
import { holdingOf, type Holding } from './holding.js';
import { type Lanes, laneOf } from './lanes.js';
import { PushError } from './push-error.js';
import { waitBeforeRetry } from './retrying.js';
import { readSettled, type SettledRead } from './settled-read.js';

export interface Transition {
  readonly key: ResourceKey;
  /** undefined: there is nothing, it is to be made. */
  readonly from: ResourceBody | undefined;
  /** undefined: it is to be deleted. */
  readonly to: ResourceBody | undefined;
  /** With which `from` was seen. */
  readonly etag: string | undefined;
}

export interface Passage {
  readonly arm: Arm;
  readonly clock: Clock;
  readonly lanes: Lanes;
  /** No more attempts once it is aborted; what is under way ends. */
  readonly stop?: AbortSignal;
  readonly onRetry?: (attempt: number, reason: string) => void;
}

export interface Settled {
  readonly holds: Exclude<Holding, 'unclear'> | 'unknown';
  /** Whether one of our requests may have had an effect. */
  readonly touched: boolean;
  /** As it was read last; undefined when there is nothing, or when it could not be read. */
  readonly live: LiveResource | undefined;
  /** Why it does not hold what it should, or does not work although it does. */
  readonly error?: Error;
  /** What was odd though it went well. */
  readonly note?: string;
}

/** Never throws: whatever goes wrong is in what it gives. */
export async function carryOut(transition: Transition, passage: Passage): Promise<Settled> {
  const { clock, stop, onRetry } = passage;
  const began = clock.now();
  let condition = firstCondition(transition);
  let settled: Settled = { holds: 'from', touched: false, live: undefined };
  for (let attempt = 1; ; attempt++) {
    const next = await attemptOnce(transition, condition, settled.touched, passage);
    if (next === undefined) return settled;
    settled = next;
    const { error, live } = settled;
    const wait = settled.holds === 'from' && error !== undefined ? waitBeforeRetry(error, attempt, clock.now() - began) : undefined;
    if (error === undefined || wait === undefined || stop?.aborted === true) return settled;
    onRetry?.(attempt, error.message);
    try {
      await clock.sleep(wait, stop);
    } catch {
      return settled;
    }
    condition = nextCondition(condition, live, error, attempt);
  }
}

/** Deleting without an ETag is refused by `send`. */
function firstCondition({ from, etag }: Transition): WriteCondition {
  return from === undefined || etag === undefined ? { kind: 'absent' } : { kind: 'unchanged', etag };
}

/** So often a made-up ETag is refused before it is taken to be why: writes of siblings are answered with 412 as well. */
const REFUSALS_OF_ETAG = 3;

/** A service may refuse a made-up ETag where there is nothing (not known: reference/management-api.md §2.1): then there is none to send. */
function nextCondition(condition: WriteCondition, live: LiveResource | undefined, error: Error, attempt: number): WriteCondition {
  if (live !== undefined) return { kind: 'unchanged', etag: live.etag };
  // Nothing has been seen since.
  if (neverLeft(error)) return condition;
  const isRefused = attempt >= REFUSALS_OF_ETAG && error instanceof RemoteError && error.kind === 'changed';
  return condition.kind === 'any' || isRefused ? { kind: 'any' } : { kind: 'absent' };
}

type Answer =
  /** @property nothing a deletion found nothing to delete */
  | { readonly kind: 'taken'; readonly answer: WriteAnswer; readonly nothing: boolean }
  | { readonly kind: 'error'; readonly error: Error };

/** undefined when all had to stop while it waited for the writes before it. */
async function attemptOnce(transition: Transition, condition: WriteCondition, touched: boolean, passage: Passage): Promise<Settled | undefined> {
  if (condition.kind === 'any') {
    // Nothing guards this write, so the gap after the last read is kept small.
    const before = await readSettled(passage.arm, transition.key, passage.clock);
    if (before.kind === 'unreadable') return unreadable(transition, before.error, touched);
    if (before.live !== undefined) return conclude(transition, { accepted: undefined, error: undefined, fromEtag: undefined, touched }, before, passage);
  }
  const answer = await passage.lanes.run(laneOf(transition.key), async () => (passage.stop?.aborted === true ? undefined : await send(transition, condition, passage)));
  if (answer === undefined) return undefined;
  const evidence: Evidence = {
    accepted: answer.kind === 'taken' ? answer.answer : undefined,
    error: answer.kind === 'error' ? answer.error : undefined,
    fromEtag: condition.kind === 'unchanged' ? condition.etag : undefined,
    touched: touched || mayHaveEffect(answer),
  };
  const settled = await settle(transition, evidence, passage);
  const wasGone = transition.from !== undefined && evidence.accepted?.status === 201 && TELLS_NEW.has(transition.key.kind);
  return wasGone && settled.live !== undefined ? takeAway(transition, settled, settled.live, passage) : settled;
}

/** Of these it is recorded that 201 is the answer for new ones alone (reference/management-api.md §2.1); operations may report it for others too. */
const TELLS_NEW: ReadonlySet<ResourceKey['kind']> = new Set(['policy', 'backend']);

/**
 * An ETag does not keep a write from making what somebody has deleted in the meantime (inferred: reference/management-api.md §2.1, where there is
 * nothing, `If-Match` is met), but the answer tells: then theirs is what counts, and it is deleted again.
 */
async function takeAway({ key }: Transition, made: Settled, { etag }: LiveResource, { arm, clock }: Passage): Promise<Settled> {
  const address = addressOf(key);
  try {
    await arm.remove(key, etag);
    const read = await readSettled(arm, key, clock);
    if (read.kind === 'read' && read.live === undefined) return { holds: 'other', touched: false, live: undefined, error: new PushError(address, `somebody else has deleted ${address} in the meantime`) };
  } catch (error) {
    return { ...made, error: new PushError(address, `somebody else had deleted ${address}, the write has made it again, and it could not be deleted: ${asError(error).message}`, { cause: error }) };
  }
  return { ...made, error: new PushError(address, `somebody else had deleted ${address}, and the write has made it again`) };
}

async function send({ key, to }: Transition, condition: WriteCondition, { arm }: Passage): Promise<Answer> {
  try {
    if (to !== undefined) return { kind: 'taken', answer: await arm.write(key, to, condition), nothing: false };
    if (condition.kind !== 'unchanged') throw new InternalError(`the deletion of ${addressOf(key)} is bound to no ETag`);
    return { kind: 'taken', answer: {}, nothing: (await arm.remove(key, condition.etag)) === 'absent' };
  } catch (error) {
    return { kind: 'error', error: asError(error) };
  }
}

/** A request that the service refused has none; one without an answer may. Source: reference/management-api.md §2.1. */
function mayHaveEffect(answer: Answer): boolean {
  if (answer.kind === 'taken') return !answer.nothing;
  return !neverLeft(answer.error) && (!(answer.error instanceof RemoteError) || !REFUSALS.has(answer.error.kind));
}

/** Nobody took the connection, so that there was nobody to send the request to. */
function neverLeft(error: Error): boolean {
  return error instanceof RemoteError && error.kind === 'network' && NO_CONNECTION.has(error.code ?? '');
}

const NO_CONNECTION: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

const REFUSALS: ReadonlySet<RemoteErrorKind> = new Set(['refused', 'not-allowed', 'changed', 'throttled', 'flaky']);

interface Evidence {
  /** The answer to a write that was taken. */
  readonly accepted: WriteAnswer | undefined;
  readonly error: Error | undefined;
  /** The ETag that the write was bound to. */
  readonly fromEtag: string | undefined;
  readonly touched: boolean;
}

/** A GET may lag behind the PUT: before a success is called false it is read again this often. */
const READS_OF_DOUBT = 3;
const WAIT_OF_DOUBT = 1_000;

async function settle(transition: Transition, evidence: Evidence, passage: Passage): Promise<Settled> {
  for (let reads = 1; ; reads++) {
    const read = await readSettled(passage.arm, transition.key, passage.clock);
    if (read.kind === 'unreadable') return unreadable(transition, read.error, evidence.touched, evidence.error);
    const settled = await conclude(transition, evidence, read, passage);
    if (settled.holds !== 'from' || evidence.accepted === undefined || reads > READS_OF_DOUBT) return settled;
    await passage.clock.sleep(WAIT_OF_DOUBT);
  }
}

async function conclude(transition: Transition, evidence: Evidence, { live, problem }: Extract<SettledRead, { kind: 'read' }>, { arm }: Passage): Promise<Settled> {
  const address = addressOf(transition.key);
  const { touched, error, accepted, fromEtag } = evidence;
  const settled = (holds: Settled['holds'], why?: Error): Settled => ({ holds, touched, live, ...(why === undefined ? {} : { error: why }) });
  let holding: Holding;
  try {
    holding = await holdingOf(arm, { from: transition.from, to: transition.to, fromEtag }, live, accepted);
  } catch (failure) {
    return unreadable(transition, asError(failure), touched, error);
  }
  switch (holding) {
    case 'to': {
      const made = transition.from === undefined && accepted?.status === 200;
      return { ...settled('to', problem === undefined ? undefined : new PushError(address, problem)), ...(made ? { note: `the service answered as if ${address} had been there before it was made` } : {}) };
    }
    case 'from':
      return settled('from', error ?? new PushError(address, `the service reported success for ${address}, but it holds what it held before`));
    case 'altered':
      return settled('altered', new PushError(address, `the service stores something else for ${address} than it was sent`, { differences: diffContent(transition.to, live?.body) }));
    case 'other':
      return settled('other', new PushError(address, `somebody else has ${deedOf(transition, live)} ${address} in the meantime`, cause(error)));
    case 'unclear':
      return settled('unknown', new PushError(address, `whether ${address} holds the new secret cannot be told, since its value may not be read`, cause(error)));
  }
}

function deedOf({ from }: Transition, live: LiveResource | undefined): string {
  if (live === undefined) return 'deleted';
  return from === undefined ? 'made' : 'changed';
}

/** Who was turned away for want of permission, or of a token that still holds, or came to nobody, has changed nothing. */
function unreadable({ key }: Transition, failure: Error, touched: boolean, error?: Error): Settled {
  if (!touched && error instanceof RemoteError && (error.kind === 'not-allowed' || neverLeft(error))) return { holds: 'from', touched, live: undefined, error };
  const address = addressOf(key);
  const why = new PushError(address, `what ${address} holds is not known: ${error === undefined ? '' : `${error.message}; and `}it cannot be read: ${failure.message}`, { cause: error ?? failure });
  return { holds: 'unknown', touched, live: undefined, error: why };
}

function cause(error: Error | undefined): ErrorOptions {
  return error === undefined ? {} : { cause: error };
}
