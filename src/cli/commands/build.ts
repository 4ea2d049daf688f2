/** `aoai-policy build`: compiles policies to the XML that APIM takes. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Resource } from '../../model/resources.js';
import { UsageError } from '../../model/usage-error.js';
import { compareOutputs, type EmittedOutput, type OutputComparison } from '../../project/compare-outputs.js';
import { shownPath } from '../../project/find-files.js';
import type { LoadedProject, ResolvedConfig } from '../../project/loaded-project.js';
import { readManifest } from '../../project/output-manifest.js';
import { planOutputs } from '../../project/plan-outputs.js';
import { sortedDiagnostics } from '../../project/sorted-diagnostics.js';
import { writeOutputs } from '../../project/write-outputs.js';
import { outputsSummary, renderOutputs, type OutputState } from '../../report/render-outputs.js';
import { counted, NOTHING_SET_ASIDE } from '../../report/summary.js';
import { defineCommand, type GLOBAL_OPTIONS, type OptionDefinitions, type OptionValues } from '../command.js';
import { EarlyOutputs } from '../early-outputs.js';
import { EXIT_CODES } from '../exit-codes.js';
import { FINDING_OPTIONS } from '../finding-options.js';
import { loadInput } from '../load-input.js';
import { projectDiagnostics } from '../project-diagnostics.js';
import { exitCode, reportDiagnostics, sourceFinder } from '../report-diagnostics.js';
import { PROGRAM_FORMATS, type ReportTarget, reportTargets } from '../report-targets.js';
import type { RunObserver } from '../run-observer.js';
import { Stopwatch } from '../stopwatch.js';
import { withoutSuppressed } from '../suppressed-findings.js';
import type { Terminal } from '../terminal.js';

const CONTENTS = ['rawxml', 'xml'] as const;

const OPTIONS = {
  out: { type: 'string', alias: 'o', placeholder: 'dir', describe: "folder to write to; '-' is standard output. Default: 'out' of the configuration" },
  check: { type: 'boolean', describe: 'write nothing; fail when the folder holds something else than build would write' },
  content: { type: 'string', choices: CONTENTS, placeholder: 'format', describe: 'how expressions are written: unescaped, the default, or escaped' },
  comments: { type: 'boolean', describe: 'write comments too; the service may drop them' },
  ...FINDING_OPTIONS,
} as const satisfies OptionDefinitions;

type BuildOptions = OptionValues<typeof OPTIONS & typeof GLOBAL_OPTIONS>;

export const build = defineCommand({
  name: 'build',
  describe: 'compile policies, .ts or .xml, to the XML that API Management takes',
  usage: '[paths..]',
  examples: [
    ['aoai-policy build', "all policies, to the configuration's output folder"],
    ['aoai-policy build policies/chat.ts', 'one file, to standard output'],
    ['aoai-policy build policies/ --out artifacts', 'a folder, to another output folder'],
    ['aoai-policy build --watch', 'again after each change'],
    ['aoai-policy build --check', 'for CI: fail when the output folder is out of date'],
  ],
  options: OPTIONS,
  notes: [
    'A document goes where its scope belongs in an apiops folder: apis/<api>/policy.xml, policy fragments/<id>/policy.xml.',
    'XML files whose path does not say their scope keep their path. One file, named without --out or --check, goes to',
    'standard output. When one document has errors, none is written. Backends, pools and named values are not written.',
    'What build has written is listed in .aoai-policy-outputs.json beside it: commit that too, and outputs whose policy is',
    'gone are reported by --check and removed by build.',
    'Exit codes: 0 built, 1 findings or differences, 2 failure; --watch ends with 0 when it is interrupted.',
  ].join('\n'),
  async run(paths, options, terminal) {
    const printsXml = options.out === '-' || (options.out === undefined && !options.check && isOneFile(paths, terminal.cwd));
    if (printsXml && options.check) throw new UsageError("--check compares with a folder; leave out '--out -'");
    const targets = reportTargets(options.format, terminal.isInteractive);
    const printed = targets.find(({ file }) => file === undefined);
    const isForProgram = printed !== undefined && PROGRAM_FORMATS.includes(printed.format);
    if (printsXml && isForProgram) throw new UsageError(`--format ${printed.format} and the XML both want standard output; name a folder with --out`);

    const settings = { targets, printsXml, isForProgram };
    if (!options.watch) return buildOnce(paths, options, settings, terminal);
    const { watchRuns } = await import('../watch.js');
    const watched = { paths, files: [options.config], targets, verbose: options.verbose };
    return watchRuns((observer) => buildOnce(paths, options, settings, terminal, observer), watched, terminal);
  },
});

interface BuildSettings {
  readonly targets: readonly ReportTarget[];
  /** Whether standard output is for the one document. */
  readonly printsXml: boolean;
  /** Whether it is for a report that nothing else may be mixed with. */
  readonly isForProgram: boolean;
}

/** Gives the exit code. */
async function buildOnce(paths: readonly string[], options: BuildOptions, settings: BuildSettings, terminal: Terminal, observer?: RunObserver): Promise<number> {
  const stopwatch = new Stopwatch();
  const { cwd } = terminal;
  const { targets, printsXml, isForProgram } = settings;
  const { out, content } = options;
  const adjust = (config: ResolvedConfig): ResolvedConfig => ({
    ...config,
    ...(out === undefined || out === '-' ? {} : { out: resolve(cwd, out) }),
    ...(content === undefined ? {} : { content }),
    comments: options.comments || config.comments,
  });
  const early = new EarlyOutputs();
  const project = await loadInput(paths, options, terminal, { adjust, observer, onDocument: (document, config) => early.start(document, config) });
  const plan = planOutputs(project);
  const found = await withoutSuppressed(project, [...projectDiagnostics(project), ...plan.diagnostics], cwd);
  const diagnostics = sortedDiagnostics(found.diagnostics);
  const failOn = options['fail-on'] ?? project.config.failOn;
  const code = exitCode(diagnostics, failOn);
  const report = async (outputs: readonly OutputState[]): Promise<void> => {
    // Nobody wants to read that nothing was found; files and programs do.
    const wanted = diagnostics.length === 0 && !isForProgram ? targets.filter(({ file }) => file !== undefined) : targets;
    if (wanted.length === 0) return;
    const about = { quiet: options.quiet, files: project.files, failOn, stopwatch, sourceOf: sourceFinder(project, cwd), outputs };
    const setAside = { ...NOTHING_SET_ASIDE, suppressed: found.suppressed };
    await reportDiagnostics(diagnostics, { ...about, targets: wanted, stream: isForProgram ? 'stdout' : 'stderr', setAside }, terminal);
  };
  if (code !== EXIT_CODES.clean) {
    await report([]);
    if (!isForProgram) terminal.writeError('nothing was written, because of the findings above\n');
    return code;
  }
  const outputs = await Promise.all(plan.outputs.map(async ({ document, path, source }) => ({ path, source, text: await early.textOf(document, project.config) })));
  if (printsXml) {
    await report([]);
    terminal.writeError(resourcesNote(project.resources));
    terminal.write(onlyOutput(outputs, project).text);
    return EXIT_CODES.clean;
  }

  const { compared, states } = bring(outputs, project, { isComplete: paths.length === 0, writes: !options.check, cwd });
  await report(states);
  const mode = options.check ? 'checked' : 'written';
  if (!isForProgram) {
    if (!options.quiet || options.check) terminal.write(renderOutputs(states, mode));
    terminal.writeError(resourcesNote(project.resources));
    terminal.writeError(`${outputsSummary(states, mode)}, ${stopwatch}\n`);
  }
  return options.check && compared.some(({ state }) => state !== 'unchanged') ? EXIT_CODES.findings : EXIT_CODES.clean;
}

function isOneFile(paths: readonly string[], cwd: string): boolean {
  const [path, ...more] = paths;
  return path !== undefined && more.length === 0 && (path === '-' || statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isFile() === true);
}

function onlyOutput(outputs: readonly EmittedOutput[], { files, resources }: LoadedProject): EmittedOutput {
  const [output, ...more] = outputs;
  const where = files.map(({ path }) => `'${path}'`).join(', ');
  if (output === undefined) throw new UsageError(`${where}: no policy document to build${resources.length === 0 ? '' : `, only ${counted(resources.length, 'resource')}`}`);
  if (more.length > 0) throw new UsageError(`${where}: ${outputs.length} documents do not fit into one output; name a folder with --out`);
  return output;
}

interface BringOptions {
  /** Whether all policies of the project were built, so that what none of them makes is stale. */
  readonly isComplete: boolean;
  readonly writes: boolean;
  readonly cwd: string;
}

/** Compares with the output folder and, when asked to, brings it up to date. */
function bring(
  outputs: readonly EmittedOutput[],
  { config }: LoadedProject,
  { isComplete, writes, cwd }: BringOptions,
): { readonly compared: readonly OutputComparison[]; readonly states: readonly OutputState[] } {
  const folder = resolve(config.directory, config.out);
  const manifest = readManifest(folder);
  const sources = new Set(outputs.map(({ source }) => source));
  const isBuilt = (source: string): boolean => isComplete || sources.has(source) || !existsSync(join(config.directory, source));
  const compared = compareOutputs(outputs, { folder, manifest, isBuilt });
  if (writes) writeOutputs(folder, outputs, compared, manifest);
  return { compared, states: compared.map((comparison) => ({ ...comparison, path: shownPath(cwd, join(folder, comparison.path)) })) };
}

/** Empty when there are none. */
function resourcesNote(resources: readonly Resource[]): string {
  if (resources.length === 0) return '';
  return `note: ${counted(resources.length, 'resource')} ${resources.length === 1 ? 'is' : 'are'} not written: build writes policies, not backends, pools and named values\n`;
}
