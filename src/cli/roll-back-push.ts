/** `aoai-policy push --rollback`: undoes the last push to an environment. */
import { resolve } from 'node:path';
import { UsageError } from '../model/usage-error.js';
import { chooseEnvironment } from '../project/choose-environment.js';
import { loadConfig } from '../project/load-config.js';
import { toolLocation } from '../project/tool-location.js';
import { readState, statePath } from '../publish/plan/state-file.js';
import type { PushResult } from '../publish/push/push-result.js';
import { previewRollBack, rollBack } from '../publish/push/roll-back.js';
import { stateAfterRollBack } from '../publish/push/state-after.js';
import { targetOf } from '../publish/desired/target-of.js';
import { renderPush } from '../report/render-push.js';
import { renderPushJson } from '../report/render-push-json.js';
import { renderRollback } from '../report/render-rollback.js';
import { targetText } from '../report/target-text.js';
import { confirmer } from './confirm.js';
import { connectEnvironment, environmentFolder } from './connected-environment.js';
import { EXIT_CODES } from './exit-codes.js';
import { untilInterrupted } from './interruption.js';
import { printError } from './print-error.js';
import type { PushCommandOptions } from './push-options.js';
import { PushProgress } from './push-progress.js';
import { recordState, withNote } from './record-state.js';
import type { Terminal } from './terminal.js';

/** Gives the exit code. */
export async function rollBackPush(args: readonly string[], options: PushCommandOptions, terminal: Terminal): Promise<number> {
  checkOptions(args, options);
  const isForProgram = options.format === 'json';
  const { cwd, writeBytesToError, write, writeError } = terminal;
  const config = await loadConfig({ cwd, ...(options.config === undefined ? {} : { configFile: options.config }), onOutput: writeBytesToError });
  const environment = chooseEnvironment(config, options.env);
  const target = targetOf(environment);
  const folder = environmentFolder(config.directory, environment);
  const [named] = args;
  const journal = named === undefined ? {} : { journal: resolve(cwd, named) };
  const preview = previewRollBack({ folder, ...journal });
  const confirm = options['dry-run'] ? undefined : await confirmer({ yes: options.yes, isForProgram }, terminal);
  const report = (result?: PushResult): void => write(renderPushJson({ command: 'rollback', target, diagnostics: [], sourceOf: () => undefined, preview, ...(result === undefined ? {} : { result }) }, toolLocation()));
  if (!isForProgram) write(renderRollback(preview, { colors: terminal.hasColors('stdout') }));
  if (confirm === undefined) {
    if (isForProgram) report();
    return EXIT_CODES.clean;
  }
  writeError(`rolling back on ${targetText(target)}, as environment ${target.environment}\n`);
  if (!confirm('Do this?')) {
    writeError('nothing was rolled back\n');
    return EXIT_CODES.failure;
  }
  const stateFile = statePath(config.directory, environment.name);
  const state = readState(stateFile, target);
  const arm = await connectEnvironment(environment, options, terminal);
  const progress = new PushProgress(preview.resources.length, terminal);
  const rolledBack = await untilInterrupted((signal) => rollBack(arm, { folder, ...journal, signal, onEvent: (event) => progress.show(event) }), {
    onFirst: 'stopping: what is under way ends; Ctrl-C again ends at once',
    onSecond: 'ended at once: run the same command again to put back the rest',
    say: (line) => progress.say(line),
  }).finally(() => progress.end());
  const after = stateAfterRollBack(state, rolledBack);
  const unrecorded = after === undefined ? undefined : recordState(stateFile, after);
  if (isForProgram) report(withNote(rolledBack, unrecorded));
  else write(renderPush(rolledBack, { colors: terminal.hasColors('stdout'), command: 'rollback' }));
  if (rolledBack.cause !== undefined) await printError(rolledBack.cause, { isVerbose: options.verbose }, terminal);
  if (unrecorded !== undefined) throw unrecorded;
  return rolledBack.outcome === 'failed' ? EXIT_CODES.failure : EXIT_CODES.clean;
}

/** What has no meaning when nothing is planned. */
function checkOptions([, ...more]: readonly string[], { prune, force, 'overwrite-drift': overwriteDrift, 'no-rollback': noRollback }: PushCommandOptions): void {
  if (more.length > 0) throw new UsageError('--rollback undoes all of one push: the last one, or that of a journal, push --rollback <journal.jsonl>');
  const excluded = Object.entries({ prune, force, 'overwrite-drift': overwriteDrift, 'no-rollback': noRollback }).find(([, isGiven]) => isGiven);
  if (excluded !== undefined) throw new UsageError(`--${excluded[0]} does not go with --rollback, which puts back what one push has changed and nothing else`);
}
