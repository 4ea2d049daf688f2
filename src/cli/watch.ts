/** `--watch`: runs a command again whenever something that it reads has changed, until it is interrupted. */
import { fstatSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../model/usage-error.js';
import { shownPath } from '../project/find-files.js';
import type { ResolvedConfig } from '../project/loaded-project.js';
import { FileWatcher, type WatchPlan } from '../project/watch-files.js';
import { watchPlan } from '../project/watch-plan.js';
import { visibleText } from '../report/visible-text.js';
import { EXIT_CODES } from './exit-codes.js';
import { printError } from './print-error.js';
import type { ReportTarget } from './report-targets.js';
import type { RunObserver } from './run-observer.js';
import type { Terminal } from './terminal.js';

export interface WatchOptions {
  readonly paths: readonly string[];
  /** Single files that the run reads besides, as the user named them. */
  readonly files: readonly (string | undefined)[];
  readonly targets: readonly ReportTarget[];
  readonly verbose: boolean;
}

/** The screen, not what was scrolled out of it. */
const CLEAR_SCREEN = '\u001B[2J\u001B[H';
const MOST_NAMES = 3;

/**
 * One run at a time; what changes meanwhile brings about one more. Findings and errors, a broken configuration too, end a run, not the watch:
 * SIGINT and SIGTERM do, with the exit code 0, in the middle of a run as well.
 * @param run prints what it finds; its exit code is of no account
 * @throws UsageError for standard input, and when the system watches no more folders
 */
export async function watchRuns(run: (observer: RunObserver) => Promise<number>, options: WatchOptions, terminal: Terminal): Promise<never> {
  if (options.paths.includes('-')) throw new UsageError("--watch looks at files; it does not go with '-', standard input");
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(EXIT_CODES.clean));
  const inputs = new RunInputs(options, terminal.cwd);
  const watcher = new FileWatcher(inputs.plan());
  try {
    for (;;) {
      inputs.startRun();
      try {
        await run({
          onConfig: (config) => {
            inputs.config = config;
            watcher.follow(inputs.plan());
          },
          onRead: (files) => {
            inputs.addRead(files);
            watcher.follow(inputs.plan());
          },
        });
        inputs.endRun();
      } catch (error) {
        await printError(error, { isVerbose: options.verbose }, terminal);
      }
      watcher.follow(inputs.plan());
      terminal.writeError('watching for changes; Ctrl-C ends\n');
      const changed = await watcher.next();
      if (terminal.isInteractive) terminal.write(CLEAR_SCREEN);
      terminal.writeError(`${terminal.isInteractive ? '' : '\n'}changed: ${visibleText(names(changed, terminal.cwd))}\n`);
    }
  } finally {
    watcher.close();
  }
}

/** What is known of the files that a run reads; a run that fails early does not make it less. */
class RunInputs {
  config: ResolvedConfig | undefined;
  #read: ReadonlySet<string> = new Set();
  #readNow: readonly string[] = [];
  readonly #options: WatchOptions;
  readonly #cwd: string;
  readonly #isOwn: (file: string) => boolean;

  constructor(options: WatchOptions, cwd: string) {
    this.#options = options;
    this.#cwd = cwd;
    const reports = new Set(options.targets.flatMap(({ file }) => (file === undefined ? [] : [resolve(cwd, file)])));
    this.#isOwn = (file) => reports.has(file) || isRedirection(file);
  }

  startRun(): void {
    this.#readNow = [];
  }

  addRead(files: readonly string[]): void {
    this.#readNow = [...this.#readNow, ...files];
  }

  endRun(): void {
    this.#read = new Set(this.#readNow);
  }

  plan(): WatchPlan {
    const { paths, files } = this.#options;
    return watchPlan({ cwd: this.#cwd, paths, files: files.filter((file) => file !== undefined), config: this.config, read: new Set([...this.#read, ...this.#readNow]), isOwn: this.#isOwn });
  }
}

/** Whether the file is what `> file` in the shell made of one of the program's streams. */
function isRedirection(file: string): boolean {
  const written = statSync(file, { throwIfNoEntry: false });
  return written !== undefined && [1, 2].some((stream) => {
    const { dev, ino } = fstatSync(stream);
    return dev === written.dev && ino === written.ino;
  });
}

function names(changed: readonly string[], cwd: string): string {
  const shown = changed.slice(0, MOST_NAMES).map((path) => shownPath(cwd, path));
  const more = changed.length - shown.length;
  return [...shown, ...(more === 0 ? [] : [`${more} more`])].join(', ');
}
