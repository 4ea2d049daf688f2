/**
 * Does what a plan says: all of it, or, when something fails, nothing of it.
 *
 *     lock ▶ journal ▶ the changes, layer by layer ─┬─ all written ──────────────▶ pushed
 *                                                   └─ one failed, or Ctrl-C ▶ no new ones begin, those under way end ▶ put back ─┬▶ rolled-back
 *                                                                                                                                └▶ failed
 */
import { InternalError } from '../../model/internal-error.js';
import type { Arm } from '../arm/arm.js';
import { type Clock, SYSTEM_CLOCK } from '../clock.js';
import type { Plan } from '../plan/plan.js';
import { isSameService } from '../target.js';
import { asError } from './as-error.js';
import { ignoreLocalFiles } from './local-files.js';
import { lastJournal, openJournal } from './journal.js';
import type { JournalFile } from './journal-file.js';
import { Lanes } from './lanes.js';
import { takeLock } from './push-lock.js';
import { checkNeeds, inOrder } from './push-order.js';
import { type ChangeWork, changeWork, PushRun } from './push-run.js';
import type { PushedResource, PushEvent, PushResult } from './push-result.js';
import { AS_BEFORE } from './resource-state.js';
import { whyWithheld } from './withheld.js';

export interface ApplyOptions {
  /** Of the environment: `<config.directory>/.aoai-policy/<environment>`; made when it is not there. */
  readonly folder: string;
  /** Whether what was written is put back when something fails. */
  readonly rollsBack: boolean;
  /** Resources that are worked on at once; more than `Arm` sends requests at once, so that reading one back does not hold up another. Default 10. */
  readonly concurrency?: number;
  readonly clock?: Clock;
  /** Aborted by Ctrl-C: nothing new is begun, what is under way ends, and is put back. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: PushEvent) => void;
}

const CONCURRENCY = 10;

/**
 * The result lists each change of the plan, with what the service then holds. A push that continues an interrupted one goes on in its journal, so
 * that a later rollback restores what stood there before both; a plan without changes then ends that journal.
 * @throws UsageError when another push is running, when the journal of an interrupted one is of another service, or the folder cannot be used
 * @throws InternalError for a plan that is none: before anything is written
 */
export async function applyPlan(plan: Plan, arm: Arm, options: ApplyOptions): Promise<PushResult> {
  if (!isSameService(plan.target, arm.target)) throw new InternalError(`a plan for ${plan.target.service} would be pushed to ${arm.target.service}`);
  const lock = takeLock(options.folder);
  try {
    ignoreLocalFiles(options.folder);
    if (plan.changes.length === 0 && lastJournal(options.folder)?.interrupted !== true) return { outcome: 'pushed', resources: [] };
    const journal = await openJournal(options.folder, arm.target, (options.clock ?? SYSTEM_CLOCK).now());
    try {
      return await pushAll(plan, arm, journal, options);
    } finally {
      await journal.close();
    }
  } finally {
    lock.release();
  }
}

async function pushAll(plan: Plan, arm: Arm, journal: JournalFile, options: ApplyOptions): Promise<PushResult> {
  const { clock = SYSTEM_CLOCK, concurrency: limit = CONCURRENCY, onEvent = () => undefined } = options;
  const run = new PushRun(journal, { arm, clock, lanes: new Lanes() }, onEvent, options.signal);
  const work = changeWork(plan.changes);
  checkNeeds(work);
  try {
    await inOrder(work, { direction: 'forward', limit, mayStart: () => !run.isStopping, work: (item) => run.push(item) });
  } catch (error) {
    // A bug of ours is a reason to put everything back, too.
    run.stop(asError(error));
  }
  const cause = run.causeFor(work);
  if (cause !== undefined) await undo(work, run, cause, { rollsBack: options.rollsBack, limit });
  else noteWithheld(plan, run);
  const resources = work.map((item) => run.result(item));
  const outcome = cause === undefined ? 'pushed' : outcomeOf(resources);
  try {
    await journal.append({ record: 'end', at: new Date(clock.now()).toISOString(), outcome });
  } catch (error) {
    run.note(asError(error).message);
  }
  return { outcome, resources, journal: journal.path, ...(cause === undefined ? {} : { cause }), ...(run.notes.length === 0 ? {} : { notes: [...new Set(run.notes)] }) };
}

/** Said when it is done, because it is what a later rollback will find. One that fails is put back from memory. */
function noteWithheld({ changes }: Plan, run: PushRun): void {
  const withheld = changes.flatMap(({ address, before, after }) => {
    const reason = before && whyWithheld(before, after);
    return reason === undefined ? [] : [`${address} (${reason})`];
  });
  if (withheld.length > 0) run.note(`--rollback cannot put back ${withheld.join(', ')}: the journal keeps no secret`);
}

async function undo(work: readonly ChangeWork[], run: PushRun, cause: Error, { rollsBack, limit }: { readonly rollsBack: boolean; readonly limit: number }): Promise<void> {
  const touched = work.filter((item) => run.isTouched(item));
  if (touched.length === 0) return;
  if (rollsBack) {
    run.tell({ kind: 'rolling-back', reason: cause.message });
    await inOrder(touched, { direction: 'backward', limit, mayStart: () => true, work: (item) => run.restore(item) });
  } else {
    await inOrder(touched, { direction: 'forward', limit, mayStart: () => true, work: (item) => run.lookAgain(item) });
  }
}

function outcomeOf(resources: readonly PushedResource[]): PushResult['outcome'] {
  return resources.every(({ state }) => AS_BEFORE.has(state)) ? 'rolled-back' : 'failed';
}
