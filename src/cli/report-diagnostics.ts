/** Prints findings in the format that was asked for and says what they make the exit code. */
import { readFileBytes } from '../project/read-file.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { SourceText } from '../model/origin.js';
import { isAtLeast, type Severity } from '../model/severity.js';
import type { LoadedProject } from '../project/loaded-project.js';
import type { OutputState } from '../report/render-outputs.js';
import { type SetAside, summarize, summaryText } from '../report/summary.js';
import { resolve } from 'node:path';
import { EXIT_CODES } from './exit-codes.js';
import { RENDERERS } from './render-report.js';
import type { ReportTarget } from './report-targets.js';
import type { Stopwatch } from './stopwatch.js';
import type { Terminal } from './terminal.js';

/** Columns of a report in a file. */
const FILE_WIDTH = 120;

export interface ReportOptions {
  readonly targets: readonly ReportTarget[];
  /** Where the report without a file goes; the summary of a concise report always goes to standard error. */
  readonly stream: 'stdout' | 'stderr';
  /** Hides what is not an error. */
  readonly quiet: boolean;
  /** Those that were looked at. */
  readonly files: readonly { readonly path: string }[];
  /** From this severity on, findings make the run fail. */
  readonly failOn: Severity;
  readonly stopwatch: Stopwatch;
  readonly sourceOf: (file: string) => SourceText | undefined;
  /** Findings that are counted only; none when absent. */
  readonly setAside?: SetAside;
  /** For the json report of build. */
  readonly outputs?: readonly OutputState[];
}

/** One report for each target, from the same findings. */
export async function reportDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions, terminal: Terminal): Promise<void> {
  const { targets, stream, files, failOn, sourceOf, outputs } = options;
  const shown = options.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  const summary = summarize(diagnostics, files.length, options.setAside);
  const summaryLine = `${summaryText(summary)}, ${options.stopwatch}\n`;
  const context = { found: diagnostics, summary, summaryLine, files, failOn, sourceOf, cwd: terminal.cwd, ...(outputs === undefined ? {} : { outputs }) };
  for (const { format, file } of targets) {
    if (file === undefined) {
      const print = stream === 'stdout' ? terminal.write : terminal.writeError;
      print(await RENDERERS[format](shown, { ...context, colors: terminal.hasColors(stream), width: terminal.width }));
    } else {
      const { writeReport } = await import('../project/write-report.js');
      writeReport(resolve(terminal.cwd, file), await RENDERERS[format](shown, { ...context, colors: false, width: FILE_WIDTH }));
    }
  }
  const printed = targets.find(({ file }) => file === undefined);
  if (printed === undefined || printed.format === 'concise') terminal.writeError(summaryLine);
}

/** Codes of files that could not be read at all: the run is not complete, which no --fail-on makes good. */
const UNREADABLE: ReadonlySet<string> = new Set(['unreadable-file', 'not-a-file', 'file-too-large', 'not-utf8', 'binary-file']);

export function exitCode(diagnostics: readonly Diagnostic[], failOn: Severity): number {
  if (diagnostics.some(({ code }) => UNREADABLE.has(code))) return EXIT_CODES.failure;
  return diagnostics.some(({ severity }) => isAtLeast(severity, failOn)) ? EXIT_CODES.findings : EXIT_CODES.clean;
}

/** Texts for code frames: of documents that were read, else from the disk. */
export function sourceFinder(project: LoadedProject, cwd: string): (file: string) => SourceText | undefined {
  const known = new Map<string, SourceText | undefined>(project.documents.flatMap(({ syntax }) => (syntax === undefined ? [] : [[syntax.source.path, syntax.source]])));
  return (file) => {
    if (!known.has(file)) known.set(file, readSource(file, cwd));
    return known.get(file);
  };
}

function readSource(file: string, cwd: string): SourceText | undefined {
  const read = readFileBytes(resolve(cwd, file));
  return 'problem' in read ? undefined : new SourceText(file, new TextDecoder().decode(read.bytes));
}
