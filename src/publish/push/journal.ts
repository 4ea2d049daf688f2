/**
 * The journals of an environment's pushes: one file each, in `journals/` of the environment's folder. They are how an interrupted push is noticed,
 * and where a rollback finds what stood there before.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { errorCode, reason } from '../../model/system-error.js';
import { UsageError } from '../../model/usage-error.js';
import type { PlannedAction } from '../plan/plan.js';
import { type Address, addressIdentity } from '../resource-key.js';
import { isSameService, type Target } from '../target.js';
import { JournalFile } from './journal-file.js';
import { type BeginRecord, type DoneRecord, type IntentRecord, type JournalRecord, JOURNAL_VERSION, type JournalTarget, parseRecord } from './journal-record.js';
import { isPushUnderWay } from './push-lock.js';
import type { ResourceState } from './push-result.js';

export interface Journal {
  /** Absolute. */
  readonly path: string;
  readonly target: JournalTarget;
  /** When the last push in it began. */
  readonly at: Date;
  readonly entries: readonly JournalEntry[];
  /** A push in it never came to its end, and none after it has made good for it. */
  readonly interrupted: boolean;
  /** All that was to be put back has been. */
  readonly rolledBack: boolean;
}

/** What all pushes of one journal did to one resource. */
export interface JournalEntry {
  /** The first intent, but for what others have written between two pushes: then the first one after. */
  readonly first: IntentRecord;
  /** In order; the digest of a resource that was to be deleted is undefined. */
  readonly intents: readonly IntentRecord[];
  /** In order. */
  readonly outcomes: readonly DoneRecord[];
  /** Whether the last intent has its outcome. */
  readonly isOver: boolean;
}

/** What was under way when a push was interrupted. */
export interface InterruptedPush {
  /** Absolute path. */
  readonly journal: string;
  /** When it began. */
  readonly at: Date;
  readonly target: JournalTarget;
  readonly resources: readonly InterruptedResource[];
}

export interface InterruptedResource {
  readonly address: Address;
  readonly action: PlannedAction;
  /** What it held before the last push that was at it; undefined when there was nothing. */
  readonly previousDigest: string | undefined;
  /** What it holds or was to hold; undefined when it was to be deleted. */
  readonly digest: string | undefined;
  /** Whether it is known to hold that; otherwise it may hold the previous content as well, put back by a push that came to no end. */
  readonly settled: boolean;
}

const JOURNALS = 'journals';
const KEPT = 10;
const NAME = /^(\d{6})-.*\.jsonl$/u;

/**
 * undefined when the last push came to its end, changed nothing, or is running now.
 * @param folder of the environment: `<config.directory>/.aoai-policy/<environment>`
 * @throws UsageError for a journal that cannot be read
 */
export function interruptedPush(folder: string): InterruptedPush | undefined {
  const journal = lastJournal(folder);
  if (journal === undefined || !journal.interrupted || isPushUnderWay(folder)) return undefined;
  return { journal: journal.path, at: journal.at, target: journal.target, resources: journal.entries.map(interruptedResource) };
}

function interruptedResource({ first, intents, outcomes, isOver }: JournalEntry): InterruptedResource {
  const last = intents.at(-1) ?? first;
  const outcome = isOver ? outcomes.at(-1) : undefined;
  const isBack = outcome?.state === 'restored' || outcome?.state === 'not-written';
  return {
    address: first.address,
    action: first.action,
    previousDigest: last.previousDigest,
    digest: isBack ? last.previousDigest : (outcome?.digest ?? last.digest),
    settled: isBack || outcome?.state === 'edited',
  };
}

/** Paths, oldest first. */
function journalPaths(folder: string): string[] {
  const journals = resolve(folder, JOURNALS);
  try {
    return readdirSync(journals).filter((name) => NAME.test(name)).sort().map((name) => join(journals, name));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new UsageError(`the journals in '${journals}' cannot be listed: ${reason(error)}`, { cause: error });
  }
}

/** The last one in which a push began; the others hold nothing. */
export function lastJournal(folder: string): Journal | undefined {
  for (const path of journalPaths(folder).reverse()) {
    const journal = readJournal(path);
    if (journal !== undefined) return journal;
  }
  return undefined;
}

/**
 * undefined when the push was stopped before anything was on the disk.
 * @throws UsageError for a file that is no journal, or whose middle is damaged; half a last line is normal
 */
export function readJournal(path: string): Journal | undefined {
  const records = readRecords(path);
  const [begin] = records;
  if (begin === undefined) return undefined;
  if (begin.record !== 'begin') throw damaged(path, 0);
  return { path: resolve(path), ...foldRecords(begin, records) };
}

function readRecords(path: string): JournalRecord[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`the journal '${path}' cannot be read: ${reason(error)}`, { cause: error });
  }
  const lines = text.split('\n');
  // After the last line break stands nothing, or a line that was torn when the process ended.
  lines.pop();
  return lines.map((line, index) => {
    const record = parseRecord(line);
    if (record === undefined) throw damaged(path, index);
    return record;
  });
}

/** @param index of the line; a file that is no journal from its first line on may be anybody's, so that nothing is said of deleting it */
function damaged(path: string, index: number): UsageError {
  if (index === 0 && !NAME.test(basename(path))) return new UsageError(`'${path}' is no journal of a push: those are in 'journals' of the environment's folder below .aoai-policy`);
  return new UsageError(`line ${index + 1} of the journal '${path}' is not what push has written: restore the file, or delete it and compare the service with 'aoai-policy plan'`);
}

function foldRecords(begin: BeginRecord, records: readonly JournalRecord[]): Omit<Journal, 'path'> {
  const entries = new Map<string, { first: IntentRecord; intents: IntentRecord[]; outcomes: DoneRecord[]; isOver: boolean }>();
  let at = begin.at;
  let isRunning = false;
  let isInterrupted = false;
  let rolledBack = false;
  for (const record of records) {
    switch (record.record) {
      case 'begin':
        isInterrupted ||= isRunning;
        isRunning = true;
        rolledBack = false;
        at = record.at;
        break;
      case 'intent': {
        const entry = entries.get(addressIdentity(record.address));
        const isNext = entry !== undefined && !isEditBetween(entry, record);
        entries.set(addressIdentity(record.address), {
          first: isNext ? entry.first : record,
          intents: isNext ? [...entry.intents, record] : [record],
          outcomes: isNext ? entry.outcomes : [],
          isOver: false,
        });
        break;
      }
      case 'done': {
        const entry = entries.get(addressIdentity(record.address));
        entry?.outcomes.push(record);
        if (entry !== undefined) entry.isOver = true;
        break;
      }
      case 'end':
        isRunning = false;
        if (record.outcome === 'pushed') isInterrupted = false;
        rolledBack = record.outcome === 'rolled-back' && !isInterrupted;
        break;
      case 'rolled-back':
        isRunning = false;
        isInterrupted = false;
        rolledBack = true;
        break;
    }
  }
  return { target: begin.target, at: new Date(at), entries: [...entries.values()], interrupted: (isRunning || isInterrupted) && entries.size > 0, rolledBack };
}

/** Whether what stood there then was put there by a push, or its rollback. */
function isOfPush(state: ResourceState): boolean {
  return state !== 'edited' && state !== 'unknown';
}

/** Whether somebody else has written the resource since the push that was interrupted: then theirs is what a rollback has to restore. */
function isEditBetween({ first, intents, outcomes }: JournalEntry, next: IntentRecord): boolean {
  const known = [first.previousDigest, ...intents.map(({ digest }) => digest), ...outcomes.filter(({ state }) => isOfPush(state)).map(({ digest }) => digest)];
  return !known.includes(next.previousDigest);
}

/**
 * The journal to write to: that of an interrupted push, or a new one. Call it with the lock held.
 * @throws UsageError when an interrupted push went to another service
 */
export async function openJournal(folder: string, target: Target, now: number): Promise<JournalFile> {
  const last = lastJournal(folder);
  const at = new Date(now).toISOString();
  let file: JournalFile;
  if (last?.interrupted === true) {
    checkService(last, target);
    file = await JournalFile.continue(last.path);
  } else {
    file = await JournalFile.create(nextPath(folder, at));
    for (const path of journalPaths(folder).slice(0, -KEPT)) rmSync(path, { force: true });
  }
  const { environment, cloud, subscription, resourceGroup, service } = target;
  await file.append({ record: 'begin', version: JOURNAL_VERSION, at, pid: process.pid, target: { environment, cloud, subscription, resourceGroup, service } });
  return file;
}

/** @throws UsageError when the journal is of another service's push */
export function checkService({ path, target }: Journal, pushedTo: Target): void {
  if (isSameService(target, pushedTo)) return;
  throw new UsageError(`the journal '${path}' is of a push to ${target.service} (resource group ${target.resourceGroup}, subscription ${target.subscription}): name that service in the environment again, or delete the file`);
}

/** Numbered, so that their order does not depend on anybody's clock: `000007-20261124T134620Z.jsonl`. */
function nextPath(folder: string, at: string): string {
  const last = NAME.exec(journalPaths(folder).at(-1)?.replace(/^.*[\\/]/u, '') ?? '')?.[1] ?? '0';
  const number = String(Number(last) + 1).padStart(6, '0');
  return resolve(folder, JOURNALS, `${number}-${at.replace(/[-:]|\.\d+/gu, '')}.jsonl`);
}
