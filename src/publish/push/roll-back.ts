/** Puts back, from its journal, what a push has written: the last one, or an older one. */
import { UsageError } from '../../model/usage-error.js';
import type { Arm, LiveResource } from '../arm/arm.js';
import { contentDigest } from '../canonical/content-digest.js';
import { type Clock, SYSTEM_CLOCK } from '../clock.js';
import type { PlannedAction } from '../plan/plan.js';
import { type Address, addressIdentity, parseAddress, type ResourceKey } from '../resource-key.js';
import type { ResourceBody } from '../resource-body.js';
import { asError } from './as-error.js';
import { checkService, type Journal, type JournalEntry, lastJournal, readJournal } from './journal.js';
import { JournalFile } from './journal-file.js';
import type { JournalRecord, JournalTarget } from './journal-record.js';
import { Lanes } from './lanes.js';
import { takeLock } from './push-lock.js';
import { inOrder, type OrderedWork } from './push-order.js';
import { PushError } from './push-error.js';
import type { PushedResource, PushEvent, PushResult, ResourceState } from './push-result.js';
import { AS_BEFORE, STATE_AFTER_RESTORE, standingContent } from './resource-state.js';
import { readSettled } from './settled-read.js';
import { carryOut, type Passage, type Settled } from './transition.js';

export interface RollBackOptions {
  /** Of the environment: `<config.directory>/.aoai-policy/<environment>`. */
  readonly folder: string;
  /** Path of the journal; that of the last push without it. */
  readonly journal?: string;
  readonly concurrency?: number;
  readonly clock?: Clock;
  /** Aborted by Ctrl-C: nothing more is begun; a second rollback goes on. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: PushEvent) => void;
}

/** What a rollback would do, for the question whether it may. */
export interface RollBackPreview {
  /** Absolute path. */
  readonly journal: string;
  /** When the push began. */
  readonly at: Date;
  readonly target: JournalTarget;
  /** In the order in which they were pushed. */
  readonly resources: readonly { readonly address: Address; readonly action: PlannedAction; readonly withheld?: string }[];
}

/** @throws UsageError when there is no such push, it has been rolled back already, or its journal cannot be read */
export function previewRollBack({ folder, journal }: Pick<RollBackOptions, 'folder' | 'journal'>): RollBackPreview {
  const { path, at, target, entries } = journalToRollBack(folder, journal);
  const resources = entries.map(({ first: { address, action, previous } }) => ({ address, action, ...(previous.kind === 'withheld' ? { withheld: previous.reason } : {}) }));
  return { journal: path, at, target, resources };
}

interface EntryWork extends OrderedWork {
  readonly entry: JournalEntry;
}

const CONCURRENCY = 10;

/**
 * Of each resource, in reverse: what holds what the push wrote gets its previous content; what holds that already is left; so is what somebody else
 * has written since. What could not be put back can be tried again: the journal is only marked when nothing is left to do.
 * @throws UsageError as `previewRollBack`, when another push is running, and when the journal is of another service
 */
export async function rollBack(arm: Arm, options: RollBackOptions): Promise<PushResult> {
  const { folder, clock = SYSTEM_CLOCK, concurrency: limit = CONCURRENCY, signal, onEvent = () => undefined } = options;
  const lock = takeLock(folder);
  try {
    const journal = journalToRollBack(folder, options.journal);
    checkService(journal, arm.target);
    const file = await JournalFile.continue(journal.path);
    try {
      return await restoreAll(journal, file, { arm, clock, lanes: new Lanes(), ...(signal === undefined ? {} : { stop: signal }) }, { limit, onEvent });
    } finally {
      await file.close();
    }
  } finally {
    lock.release();
  }
}

async function restoreAll(journal: Journal, file: JournalFile, passage: Passage, { limit, onEvent }: { readonly limit: number; readonly onEvent: (event: PushEvent) => void }): Promise<PushResult> {
  const work = entryWork(journal);
  const results = new Map<EntryWork, PushedResource>();
  const notes = new Set<string>();
  const record = async (line: JournalRecord): Promise<void> => {
    // A rollback does without a journal of its own: another one sees by the content what has been put back.
    await file.append(line).catch((error: unknown) => notes.add(asError(error).message));
  };
  await inOrder(work, {
    direction: 'backward',
    limit,
    mayStart: () => passage.stop?.aborted !== true,
    work: async (item) => {
      const { address, entry: { first: { action } } } = item;
      onEvent({ kind: 'started', address, action });
      const { state, settled } = await restoreEntry(item, { ...passage, onRetry: (attempt, reason) => onEvent({ kind: 'retried', address, attempt, reason }) });
      const standing = standingContent(settled);
      results.set(item, resultOf(item, state, standing.digest, settled.error));
      await record({ record: 'done', address, state, ...standing });
      onEvent({ kind: 'finished', address, state });
    },
  });
  const resources = work.map((item) => results.get(item) ?? resultOf(item, 'unknown', undefined, new PushError(item.address, `the rollback was interrupted before it came to ${item.address}`)));
  const outcome = resources.every(({ state }) => AS_BEFORE.has(state)) ? 'rolled-back' : 'failed';
  if (!work.some((item, index) => isLeftToDo(item, resources[index]?.state))) await record({ record: 'rolled-back', at: new Date(passage.clock.now()).toISOString(), outcome });
  const cause = outcome === 'failed' ? resources.find(({ error }) => error !== undefined)?.error : undefined;
  return { outcome, resources, journal: journal.path, ...(cause === undefined ? {} : { cause }), ...(notes.size === 0 ? {} : { notes: [...notes] }) };
}

function resultOf({ address, entry }: EntryWork, state: ResourceState, digest: string | undefined, error: Error | undefined): PushedResource {
  const { action, drifted } = entry.first;
  return { address, action, state, ...(drifted === undefined ? {} : { drifted }), ...(digest === undefined ? {} : { digest }), ...(error === undefined ? {} : { error }) };
}

function journalToRollBack(folder: string, path: string | undefined): Journal {
  const journal = path === undefined ? lastJournal(folder) : readJournal(path);
  if (journal === undefined) throw new UsageError(path === undefined ? `there is no push to roll back: no journal in '${folder}'` : `the journal '${path}' holds no push`);
  if (journal.rolledBack) throw new UsageError(`the push of ${journal.at.toISOString()} has been rolled back already; name the journal of an older one to roll that back`);
  return journal;
}

function entryWork({ entries }: Journal): EntryWork[] {
  const earlier = new Set<string>();
  return entries.flatMap((entry) => {
    const { address } = entry.first;
    const key = parseAddress(address);
    const { layer, needs } = entry.intents.at(-1) ?? entry.first;
    // Of two pushes in one journal, the second may have needs that the first had not.
    const own = needs.filter((need) => earlier.has(addressIdentity(need)));
    earlier.add(addressIdentity(address));
    return key === undefined ? [] : [{ key, address, layer, needs: own, entry }];
  });
}

interface Restored {
  readonly state: ResourceState;
  readonly settled: Settled;
}

async function restoreEntry({ key, address, entry }: EntryWork, passage: Passage): Promise<Restored> {
  const read = await readSettled(passage.arm, key, passage.clock);
  if (read.kind === 'unreadable') return ended('unknown', undefined, read.error);
  const { live } = read;
  const { first } = entry;
  switch (standing(entry, live)) {
    case 'previous':
      return ended(entry.outcomes.some(({ state }) => state === 'written') ? 'restored' : 'not-written', live);
    case 'edited':
      return ended('edited', live, new PushError(address, `somebody else has ${live === undefined ? 'deleted' : 'changed'} ${address} since the push; it was left as it is`));
    case 'unclear':
      return ended('unknown', live, new PushError(address, `whether ${address} holds what the push wrote cannot be told, since that holds a secret; it was left as it is: push again, or put it back by hand`));
    case 'pushed':
      return first.previous.kind === 'withheld'
        ? ended('not-restored', live, new PushError(address, `${address} was not put back: the journal does not keep its previous content, because ${first.previous.reason}`))
        : putBack(key, live, first.previous.kind === 'body' ? first.previous.body : undefined, passage);
  }
}

async function putBack(key: ResourceKey, live: LiveResource | undefined, previous: ResourceBody | undefined, passage: Passage): Promise<Restored> {
  const settled = await carryOut({ key, from: live?.body, to: previous, etag: live?.etag }, passage);
  const { error, ...rest } = settled;
  const state = STATE_AFTER_RESTORE[settled.holds];
  return { state, settled: state === 'restored' || error === undefined ? rest : settled };
}

function ended(state: ResourceState, live: LiveResource | undefined, error?: Error): Restored {
  return { state, settled: { holds: 'unknown', touched: false, live, ...(error === undefined ? {} : { error }) } };
}

/** Whose content stands there. Digests tell, and ETags where contents differ in a secret alone. */
function standing({ first, intents, outcomes }: JournalEntry, live: LiveResource | undefined): 'previous' | 'pushed' | 'edited' | 'unclear' {
  const digest = live && contentDigest(live.body);
  const written = outcomes.filter(({ state }) => state === 'written' || state === 'not-restored');
  const isPrevious = digest === first.previousDigest;
  const pushed = intents.filter((intent) => intent.digest === digest);
  const isPushed = pushed.length > 0 || written.some((outcome) => outcome.digest === digest);
  if (live === undefined) return isPrevious ? 'previous' : isPushed ? 'pushed' : 'edited';
  if (written.some(({ etag }) => etag === live.etag)) return isPrevious && !isPushed ? 'previous' : 'pushed';
  if (isPrevious && (!isPushed || live.etag === first.previousEtag)) return 'previous';
  // They differ in a secret alone, and the ETag is of neither that is known: an interrupted push may have put it back itself.
  if (isPrevious && pushed.some(({ hidesSecret }) => hidesSecret === true)) return 'unclear';
  if (!isPushed) return 'edited';
  if (!pushed.some(({ hidesSecret }) => hidesSecret === true)) return 'pushed';
  // Also of what was made: somebody may have given it another secret since.
  return written.length > 0 ? 'edited' : 'unclear';
}

/** What the journal has not kept, no second rollback can put back either. */
function isLeftToDo({ entry }: EntryWork, state: ResourceState | undefined): boolean {
  return state === undefined || state === 'unknown' || (state === 'not-restored' && entry.first.previous.kind !== 'withheld');
}
