/** `aoai-policy push` without --rollback: plans, shows the plan, asks, writes, and says what became of it. */
import { UsageError } from '../model/usage-error.js';
import { toolLocation } from '../project/tool-location.js';
import type { Plan } from '../publish/plan/plan.js';
import { applyPlan } from '../publish/push/apply-plan.js';
import { checkUnlocked } from '../publish/push/push-lock.js';
import type { PushResult } from '../publish/push/push-result.js';
import { stateAfter } from '../publish/push/state-after.js';
import { DRIFT_HEADING } from '../report/drift-text.js';
import { renderPlan } from '../report/render-plan.js';
import { renderPush } from '../report/render-push.js';
import { renderPushJson } from '../report/render-push-json.js';
import { counted } from '../report/summary.js';
import { targetText } from '../report/target-text.js';
import { confirmer, type Confirm } from './confirm.js';
import { EXIT_CODES } from './exit-codes.js';
import { untilInterrupted } from './interruption.js';
import { planProject, type Planning } from './plan-project.js';
import { printError } from './print-error.js';
import { printRefusal } from './print-refusal.js';
import { pushCommand } from './push-command.js';
import type { PushCommandOptions } from './push-options.js';
import { PushProgress } from './push-progress.js';
import { nextSteps, refusalFindings } from './push-report.js';
import { recordState, withNote } from './record-state.js';
import { reportDiagnostics } from './report-diagnostics.js';
import { reportTargets } from './report-targets.js';
import { checkAgainstSaved, splitArguments } from './saved-plan.js';
import { showsNextSteps } from './shows-next-steps.js';
import { Stopwatch } from './stopwatch.js';
import type { Terminal } from './terminal.js';

type Planned = Extract<Planning, { readonly kind: 'planned' }>;

/** Gives the exit code. */
export async function pushProject(args: readonly string[], options: PushCommandOptions, terminal: Terminal): Promise<number> {
  const stopwatch = new Stopwatch();
  const isForProgram = options.format === 'json';
  const { saved, paths } = splitArguments(args, terminal.cwd);
  const confirm = options['dry-run'] ? undefined : await confirmer({ yes: options.yes, isForProgram }, terminal);
  const env = environmentOf(options.env, saved?.plan.target.environment);
  // Only --prune plans deletions, so that a plan which has some was made with it.
  const prune = options.prune || saved?.plan.changes.some(({ action }) => action === 'delete') === true;
  const planning = await planProject(paths, { ...options, env, prune }, terminal);
  const { target, sourceOf } = planning.at;
  const printJson = (report: Omit<Parameters<typeof renderPushJson>[0], 'command' | 'target' | 'sourceOf'>): void =>
    terminal.write(renderPushJson({ command: 'push', target, sourceOf, ...report }, toolLocation()));

  if (planning.kind === 'refused') {
    if (isForProgram) printJson({ diagnostics: planning.diagnostics });
    else await printRefusal(planning, { command: 'push', stopwatch }, terminal);
    return planning.code;
  }
  const { plan } = planning;
  if (saved !== undefined) checkAgainstSaved(saved, plan);
  if (!isForProgram) terminal.write(renderPlan(plan, { colors: terminal.hasColors('stdout'), width: terminal.width }));
  if (confirm === undefined || plan.changes.length === 0) {
    // Without changes too: it ends the journal of a push that was interrupted, and what is unchanged is known to be this project's from now on.
    const unrecorded = confirm === undefined ? undefined : (await write(planning, options, terminal)).unrecorded;
    if (isForProgram) printJson({ plan, diagnostics: [] });
    if (unrecorded !== undefined) throw unrecorded;
    return EXIT_CODES.clean;
  }
  checkUnlocked(planning.at.folder);
  const refusal = driftRefusal(plan, options);
  if (refusal !== undefined) {
    if (isForProgram) printJson({ plan, diagnostics: [] });
    throw new UsageError(refusal);
  }
  if (!mayWrite(plan, confirm, terminal)) {
    terminal.writeError('nothing was pushed\n');
    return EXIT_CODES.failure;
  }
  const { result, unrecorded } = await write(planning, options, terminal);
  const findings = refusalFindings(result);
  if (isForProgram) {
    printJson({ plan, diagnostics: findings, result: withNote(result, unrecorded) });
  } else {
    if (findings.length > 0) {
      const about = { targets: reportTargets([], terminal.isInteractive), stream: 'stdout', quiet: false, files: planning.at.project.files, failOn: 'error', stopwatch, sourceOf } as const;
      await reportDiagnostics(findings, about, terminal);
    }
    terminal.write(renderPush(result, { colors: terminal.hasColors('stdout'), command: 'push' }));
  }
  if (result.cause !== undefined) await printError(result.cause, { isVerbose: options.verbose, showsDetails: findings.length === 0 }, terminal);
  // A saved plan does not hold any more once the cause is mended.
  const again = pushCommand({ ...options, environment: target.environment, args: paths, prune });
  if (!isForProgram && showsNextSteps(process.env)) terminal.writeError(nextSteps(result, { environment: target.environment, again, cwd: terminal.cwd }));
  // After all else has been said: it is about the next run.
  if (unrecorded !== undefined) throw unrecorded;
  return result.outcome === 'pushed' ? EXIT_CODES.clean : EXIT_CODES.failure;
}

/** Why a push must not go on when others' changes would be written over and nobody is asked whether they may. */
function driftRefusal(plan: Plan, options: PushCommandOptions): string | undefined {
  const overwritten = overwrittenDrift(plan);
  if (overwritten.length === 0 || !options.yes || options['overwrite-drift']) return undefined;
  const [have, what] = overwritten.length === 1 ? ['has', 'resource'] : ['have', 'resources'];
  return `${counted(overwritten.length, 'resource')} that a push would write over ${have} been ${DRIFT_HEADING}: ${overwritten.join(', ')}; take over what was changed (aoai-policy pull), or write over the ${what} with --overwrite-drift`;
}

function overwrittenDrift({ drift }: Plan): string[] {
  return drift.filter(({ overwritten }) => overwritten).map(({ address }) => address);
}

/** Names the service, and asks. */
function mayWrite(plan: Plan, confirm: Confirm, { writeError }: Terminal): boolean {
  const { target } = plan;
  const overwritten = overwrittenDrift(plan);
  writeError(`pushing to ${targetText(target)}, as environment ${target.environment}\n`);
  const warning = overwritten.length === 0 ? '' : `This writes over what others have changed in ${overwritten.join(', ')}. `;
  return confirm(`${warning}Do this?`);
}

interface Written {
  readonly result: PushResult;
  /** Why what the service holds then could not be written down. */
  readonly unrecorded: UsageError | undefined;
}

/** Writes what the plan says, and down what the service holds then. */
async function write({ plan, arm, at, stateFile, state }: Planned, options: PushCommandOptions, terminal: Terminal): Promise<Written> {
  const progress = new PushProgress(plan.changes.length, terminal);
  const rollsBack = !options['no-rollback'];
  try {
    const result = await untilInterrupted((signal) => applyPlan(plan, arm, { folder: at.folder, rollsBack, signal, onEvent: (event) => progress.show(event) }), {
      onFirst: `stopping: what is under way ends${rollsBack ? ', and what was written is put back' : ''}; Ctrl-C again ends at once`,
      onSecond: `ended at once: the next push goes on from the journal, 'aoai-policy push --env ${plan.target.environment} --rollback' puts back what was written`,
      say: (line) => progress.say(line),
    });
    return { result, unrecorded: recordState(stateFile, stateAfter(state, plan, result)) };
  } finally {
    progress.end();
  }
}

/** @throws UsageError when a saved plan is of another environment than the one that was named */
function environmentOf(named: string | undefined, saved: string | undefined): string | undefined {
  if (named !== undefined && saved !== undefined && named !== saved) throw new UsageError(`the plan is of the environment '${saved}', not of '${named}'; leave out --env, or make a plan of '${named}'`);
  return named ?? saved;
}
