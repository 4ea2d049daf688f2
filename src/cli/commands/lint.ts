/** `aoai-policy lint`: says what is wrong with policies. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SuppressionResult } from '../../lint/apply-suppressions.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { UsageError } from '../../model/usage-error.js';
import { BASELINE_NAME } from '../../project/baseline-name.js';
import type { LoadedProject } from '../../project/loaded-project.js';
import { sortedDiagnostics } from '../../project/sorted-diagnostics.js';
import { counted } from '../../report/summary.js';
import { visibleText } from '../../report/visible-text.js';
import { checkedDocument } from '../checked-document.js';
import { defineCommand, type GLOBAL_OPTIONS, type OptionDefinitions, type OptionValues } from '../command.js';
import { EXIT_CODES } from '../exit-codes.js';
import { FINDING_OPTIONS } from '../finding-options.js';
import { loadInput } from '../load-input.js';
import { parseMaxWarnings, tooManyWarnings } from '../max-warnings.js';
import { projectDiagnostics } from '../project-diagnostics.js';
import { exitCode, reportDiagnostics, sourceFinder } from '../report-diagnostics.js';
import { type ReportTarget, reportTargets } from '../report-targets.js';
import type { RunObserver } from '../run-observer.js';
import { Stopwatch } from '../stopwatch.js';
import { withoutSuppressed } from '../suppressed-findings.js';
import type { Terminal } from '../terminal.js';

const OPTIONS = {
  fix: { type: 'boolean', describe: 'mend in .xml files what can be mended for certain; of standard input, print the mended text' },
  'unsafe-fixes': { type: 'boolean', describe: 'mend also where that changes what a policy does, or where the author may have meant something else' },
  baseline: { type: 'string', placeholder: 'file', describe: `the list of findings that are not reported. Default: ${BASELINE_NAME} beside the configuration, if it is there` },
  'baseline-write': { type: 'boolean', describe: 'put all that is found in the baseline' },
  'baseline-prune': { type: 'boolean', describe: 'take off the baseline what is found no more' },
  'ignore-unknown': { type: 'boolean', describe: "for hooks: pass over named files that hold no policy or that the configuration's globs do not find" },
  ...FINDING_OPTIONS,
  'max-warnings': { type: 'string', placeholder: 'number', describe: 'most warnings that a run may have; more make the exit code 1' },
} as const satisfies OptionDefinitions;

type LintOptions = OptionValues<typeof OPTIONS & typeof GLOBAL_OPTIONS>;

export const lint = defineCommand({
  name: 'lint',
  describe: 'say what is wrong with policies, where, and what to do about it',
  usage: '[paths..]',
  examples: [
    ['aoai-policy lint', "all policies that the configuration's globs find"],
    ['aoai-policy lint policies/ apis/chat/policy.xml', 'a folder and a file'],
    ['aoai-policy lint - --stdin-filename chat.xml < chat.xml', 'from standard input'],
    ['aoai-policy lint --watch', 'while policies are written: again after each change'],
    ['aoai-policy lint --format json --fail-on warning', 'for a program; warnings count as failure'],
    ['aoai-policy lint --format github --format sarif=lint.sarif', 'for a pull request, and for code scanning'],
  ],
  options: OPTIONS,
  notes: [
    "Paths are .xml and .ts files, folders, globs, or '-' for standard input. Comments suppress findings, `aoai-policy-disable-next-line <rules>` and",
    '`aoai-policy-disable-file <rules>`; a baseline lists those that were there when it was written: docs/adopting.md.',
    'Exit codes: 0 clean, 1 findings, 2 failure; --watch ends with 0 when it is interrupted.',
  ].join('\n'),
  async run(paths, options, terminal) {
    const printsText = (options.fix || options['unsafe-fixes']) && paths.includes('-');
    if (printsText && paths.length > 1) throw new UsageError("'-' stands alone with --fix: mended standard input goes to standard output, files are written in place");
    const settings = {
      mostWarnings: parseMaxWarnings(options['max-warnings']),
      targets: reportTargets(options.format, terminal.isInteractive),
      printsText,
      change: baselineChange(options),
    };
    if (!options.watch) return lintOnce(paths, options, settings, terminal);
    if (settings.change !== undefined) throw new UsageError(`--watch only reads the baseline; run --baseline-${settings.change} by itself`);
    const { watchRuns } = await import('../watch.js');
    const watched = { paths, files: [options.config, options.baseline], targets: settings.targets, verbose: options.verbose };
    return watchRuns((observer) => lintOnce(paths, options, settings, terminal, observer), watched, terminal);
  },
});

interface LintSettings {
  readonly mostWarnings: number;
  readonly targets: readonly ReportTarget[];
  /** Whether standard output is for the mended text. */
  readonly printsText: boolean;
  readonly change: 'write' | 'prune' | undefined;
}

/** Gives the exit code. */
async function lintOnce(paths: readonly string[], options: LintOptions, settings: LintSettings, terminal: Terminal, observer?: RunObserver): Promise<number> {
  const stopwatch = new Stopwatch();
  const { mostWarnings, targets, printsText, change } = settings;
  const { cwd } = terminal;
  const fixes = options.fix || options['unsafe-fixes'];

  const loaded = await loadInput(paths, options, terminal, { observer, onDocument: checkedDocument });
  const first = await withoutSuppressed(loaded, projectDiagnostics(loaded), cwd);
  const { project, found, fixed } = fixes ? await mended(loaded, first, { unsafe: options['unsafe-fixes'] }, terminal) : { project: loaded, found: first, fixed: 0 };
  if (printsText) terminal.write(project.documents.map(({ syntax }) => syntax?.source.text ?? '').join(''));

  const sourceOf = sourceFinder(project, cwd);
  const baseline = baselineFile(options.baseline, change, project.config.directory, cwd);
  const { diagnostics: reported, inBaseline, note } = baseline === undefined
    ? { ...found, inBaseline: 0, note: undefined }
    : (await import('../baselined-findings.js')).withBaseline(project, found.diagnostics, { file: baseline, change, isComplete: paths.length === 0, cwd, sourceOf });
  if (note !== undefined) terminal.writeError(`${visibleText(note)}\n`);

  const diagnostics = sortedDiagnostics(reported);
  const failOn = options['fail-on'] ?? project.config.failOn;
  const setAside = { suppressed: found.suppressed, inBaseline, fixed };
  const stream = printsText ? 'stderr' : 'stdout';
  await reportDiagnostics(diagnostics, { targets, stream, quiet: options.quiet, files: project.files, failOn, stopwatch, sourceOf, setAside }, terminal);
  if (!fixes) terminal.writeError(fixableNote(diagnostics));
  const excess = tooManyWarnings(diagnostics, mostWarnings);
  if (excess !== undefined) terminal.writeError(excess);
  const code = exitCode(diagnostics, failOn);
  return code === EXIT_CODES.clean && excess !== undefined ? EXIT_CODES.findings : code;
}

interface Mended {
  readonly project: LoadedProject;
  /** What is found in it as it is now. */
  readonly found: SuppressionResult;
  readonly fixed: number;
}

/** Says of each file how much was mended in it. */
async function mended(loaded: LoadedProject, found: SuppressionResult, options: { readonly unsafe: boolean }, { cwd, writeError }: Terminal): Promise<Mended> {
  const { fixProject } = await import('../fix-project.js');
  const findings = (project: LoadedProject): Promise<SuppressionResult> => withoutSuppressed(project, projectDiagnostics(project), cwd);
  const { project, fixed } = await fixProject(loaded, found.diagnostics, { ...options, reported: async (tried) => (await findings(tried)).diagnostics });
  if (fixed.size === 0) return { project, found, fixed: 0 };
  for (const [{ path }, count] of fixed) writeError(`fixed ${counted(count, 'finding')} in ${visibleText(path)}\n`);
  return { project, found: await findings(project), fixed: [...fixed.values()].reduce((sum, count) => sum + count, 0) };
}

/** @throws UsageError when both are asked for */
function baselineChange(options: { readonly 'baseline-write': boolean; readonly 'baseline-prune': boolean }): 'write' | 'prune' | undefined {
  if (options['baseline-write'] && options['baseline-prune']) throw new UsageError('--baseline-write and --baseline-prune exclude one another: what is written anew holds nothing that is gone');
  return options['baseline-write'] ? 'write' : options['baseline-prune'] ? 'prune' : undefined;
}

/** Absolute; undefined when there is none and none is asked for. */
function baselineFile(named: string | undefined, change: 'write' | 'prune' | undefined, directory: string, cwd: string): string | undefined {
  const file = named === undefined ? join(directory, BASELINE_NAME) : resolve(cwd, named);
  return named !== undefined || change !== undefined || existsSync(file) ? file : undefined;
}

/** Empty when there is nothing to offer. */
function fixableNote(diagnostics: readonly Diagnostic[]): string {
  const safe = diagnostics.filter(({ fix }) => fix?.safety === 'safe').length;
  const unsafe = diagnostics.filter(({ fix }) => fix?.safety === 'unsafe').length;
  const offers = [...(safe === 0 ? [] : [`${safe} with --fix`]), ...(unsafe === 0 ? [] : [`${unsafe} with --unsafe-fixes`])];
  return offers.length === 0 ? '' : `there are fixes: ${offers.join(', ')}\n`;
}
