/** Prints findings in the format that was asked for and says what they make the exit code. */
import { readFileBytes } from '../project/read-file.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { SourceText } from '../model/origin.js';
import { isAtLeast, type Severity } from '../model/severity.js';
import type { LoadedProject } from '../project/loaded-project.js';
import { toolLocation } from '../project/tool-location.js';
import { renderConcise } from '../report/render-concise.js';
import type { OutputState } from '../report/render-outputs.js';
import { type SetAside, summarize, summaryText } from '../report/summary.js';
import { resolve } from 'node:path';
import { EXIT_CODES } from './exit-codes.js';
import type { Stopwatch } from './stopwatch.js';
import type { Terminal } from './terminal.js';

export const REPORT_FORMATS = ['pretty', 'concise', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportOptions {
  /** Pretty for people, concise for pipes when absent. */
  readonly format?: ReportFormat | undefined;
  /** Where findings go; the summary of a concise report always goes to standard error. */
  readonly stream: 'stdout' | 'stderr';
  /** Hides what is not an error. */
  readonly quiet: boolean;
  /** For the summary line. */
  readonly files: number;
  readonly stopwatch: Stopwatch;
  readonly sourceOf: (file: string) => SourceText | undefined;
  /** Findings that are counted only; none when absent. */
  readonly setAside?: SetAside;
  /** For the json report of build. */
  readonly outputs?: readonly OutputState[];
}

/** The layouts for people and for programs are loaded when they are wanted. */
export async function reportDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions, terminal: Terminal): Promise<void> {
  const { stream, files, quiet } = options;
  const print = stream === 'stdout' ? terminal.write : terminal.writeError;
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  const summary = summarize(diagnostics, files, options.setAside);
  const summaryLine = `${summaryText(summary)}, ${options.stopwatch}\n`;
  switch (options.format ?? (terminal.isInteractive ? 'pretty' : 'concise')) {
    case 'pretty': {
      const { renderPretty } = await import('../report/render-pretty.js');
      const findings = renderPretty(shown, { colors: terminal.hasColors(stream), width: terminal.width, sourceOf: options.sourceOf });
      print(findings === '' ? summaryLine : `${findings}\n${summaryLine}`);
      break;
    }
    case 'concise':
      print(renderConcise(shown));
      terminal.writeError(summaryLine);
      break;
    case 'json': {
      const { renderJson } = await import('../report/render-json.js');
      print(renderJson(shown, { version: toolLocation().version, summary, ...(options.outputs === undefined ? {} : { outputs: options.outputs }) }));
      break;
    }
  }
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
