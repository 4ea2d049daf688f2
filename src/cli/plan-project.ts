/** From a project to what a push of it would do, or to the findings that forbid one. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { SourceText } from '../model/origin.js';
import { UsageError } from '../model/usage-error.js';
import { chooseEnvironment } from '../project/choose-environment.js';
import type { LoadedProject, ResolvedConfig } from '../project/loaded-project.js';
import type { ResolvedEnvironment } from '../project/resolved-environment.js';
import { sortedDiagnostics } from '../project/sorted-diagnostics.js';
import type { Arm } from '../publish/arm/arm.js';
import { desiredState } from '../publish/desired/desired-state.js';
import { targetOf } from '../publish/desired/target-of.js';
import { makePlan } from '../publish/plan/make-plan.js';
import type { Plan } from '../publish/plan/plan.js';
import type { PublishedState } from '../publish/plan/published-state.js';
import { readState, statePath } from '../publish/plan/state-file.js';
import { interruptedPush } from '../publish/push/journal.js';
import { isPushUnderWay } from '../publish/push/push-lock.js';
import { stateAfterInterruption } from '../publish/push/state-after.js';
import type { Target } from '../publish/target.js';
import { countsText, NOTHING_SET_ASIDE, type SetAside, summarize } from '../report/summary.js';
import { checkPruned } from './check-pruned.js';
import { connectEnvironment, environmentFolder } from './connected-environment.js';
import { EXIT_CODES } from './exit-codes.js';
import { gatingFindings } from './gating-findings.js';
import { loadInput } from './load-input.js';
import { ReadProgress } from './read-progress.js';
import { sourceFinder } from './report-diagnostics.js';
import type { Terminal } from './terminal.js';

export interface PlanningOptions {
  readonly config: string | undefined;
  readonly env: string | undefined;
  /** Go on with findings of lint and check. */
  readonly force: boolean;
  readonly prune: boolean;
  readonly verbose: boolean;
}

export interface ProjectAtHand {
  readonly project: LoadedProject;
  readonly environment: ResolvedEnvironment;
  readonly target: Target;
  /** Absolute: what pushes keep of this environment. */
  readonly folder: string;
  readonly sourceOf: (file: string) => SourceText | undefined;
}

export type Planning =
  | { readonly kind: 'refused'; readonly at: ProjectAtHand; readonly diagnostics: readonly Diagnostic[]; readonly setAside: SetAside; readonly code: number }
  | { readonly kind: 'planned'; readonly at: ProjectAtHand; readonly plan: Plan; readonly arm: Arm; readonly stateFile: string; readonly state: PublishedState | undefined };

/**
 * @param paths a part of the project; all of it when empty
 * @throws UsageError for options, configuration and files that cannot be; RemoteError for what the service does not answer
 */
export async function planProject(paths: readonly string[], options: PlanningOptions, terminal: Terminal): Promise<Planning> {
  if (options.prune && paths.length > 0) throw new UsageError('--prune has to know the whole project; leave out the paths');
  const at = await projectAtHand(paths, options, terminal);
  const { project, environment, folder } = at;
  const isComplete = paths.length === 0;
  const gate = await gatingFindings(project, terminal.cwd, isComplete);
  if (gate.code !== EXIT_CODES.clean) {
    if (!options.force) return { kind: 'refused', at, ...gate };
    terminal.writeError(`warning: going on in spite of ${countsText(summarize(gate.diagnostics, 0))}, because of --force; 'aoai-policy lint' shows them, the service may refuse what they are about\n`);
  }
  // What a file that could not be loaded declares is not gone.
  if (options.prune && hasErrors(project.diagnostics)) throw new UsageError("--prune has to know the whole project, and a part of it could not be loaded: mend what 'aoai-policy lint' shows, or leave out --prune");
  const desired = await desiredState(project, environment, process.env);
  if (hasErrors(desired.diagnostics)) return refused(at, desired.diagnostics);

  const arm = await connectEnvironment(environment, options, terminal);
  const stateFile = statePath(project.config.directory, environment.name);
  const interrupted = interruptedPush(folder);
  const recorded = readState(stateFile, at.target);
  const state = interrupted === undefined ? recorded : stateAfterInterruption(recorded, interrupted);
  const progress = new ReadProgress(terminal);
  const { plan, diagnostics } = await makePlan(desired, arm, { state, prune: options.prune, onProgress: ({ compared, of }) => progress.show(compared, of) }).finally(() => progress.end());
  if (hasErrors(diagnostics)) return refused(at, diagnostics);
  checkPruned(plan, project, terminal.cwd);
  const notes = [
    ...plan.notes,
    ...(interrupted === undefined ? [] : [interruptedNote(interrupted.at, environment)]),
    ...(isPushUnderWay(folder) ? ['a push to this environment is running now: what it has written so far looks like changes of others'] : []),
  ];
  return { kind: 'planned', at, plan: { ...plan, notes }, arm, stateFile, state };
}

async function projectAtHand(paths: readonly string[], options: PlanningOptions, terminal: Terminal): Promise<ProjectAtHand> {
  let chosen: ResolvedEnvironment | undefined;
  // Chosen before any policy is read, so that a slip in its name is told at once. Its cloud is the one that lint has to think of.
  const adjust = (config: ResolvedConfig): ResolvedConfig => {
    chosen = chooseEnvironment(config, options.env);
    return { ...config, cloud: chosen.cloud };
  };
  const project = await loadInput(paths, { config: options.config, rule: [], 'stdin-filename': undefined }, terminal, { adjust });
  const environment = chosen ?? chooseEnvironment(project.config, options.env);
  return { project, environment, target: targetOf(environment), folder: environmentFolder(project.config.directory, environment), sourceOf: sourceFinder(project, terminal.cwd) };
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** What cannot be pushed at all: --force does not go on here. */
function refused(at: ProjectAtHand, diagnostics: readonly Diagnostic[]): Planning {
  return { kind: 'refused', at, diagnostics: sortedDiagnostics(diagnostics), setAside: NOTHING_SET_ASIDE, code: EXIT_CODES.findings };
}

function interruptedNote(at: Date, { name }: ResolvedEnvironment): string {
  return `a push of ${at.toISOString()} was interrupted: the next push goes on where it stopped, 'aoai-policy push --env ${name} --rollback' puts back what it has written`;
}
