/**
 * Findings as annotations of a GitHub Actions step.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands; escapes as in actions/toolkit, packages/core/src/command.ts.
 */
import type { Diagnostic } from '../model/diagnostic.js';
import { SEVERITIES, type Severity } from '../model/severity.js';
import type { Range } from '../syntax/text/position.js';
import { omittedText, shownDiagnostics } from './shown-diagnostics.js';
import { type Summary, summaryText } from './summary.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

export interface GithubOptions {
  readonly summary: Summary;
  /** From a finding's file to its path from the root of the repository. */
  readonly pathOf: (file: string) => string;
}

/** The worst first, because a step shows ten annotations of each kind; a line with the counts closes the report. */
export function renderGithub(diagnostics: readonly Diagnostic[], { summary, pathOf }: GithubOptions): string {
  const worstFirst = SEVERITIES.toReversed().flatMap((severity) => diagnostics.filter((found) => found.severity === severity));
  const { shown, omitted } = shownDiagnostics(worstFirst);
  const closing = omittedText(omitted);
  return [...shown.map((found) => annotation(found, pathOf(found.file))), ...(closing === undefined ? [] : [closing]), summaryText(summary)].map((line) => `${line}\n`).join('');
}

function annotation({ severity, code, message, hint, range }: Diagnostic, file: string): string {
  const properties = Object.entries({ file, ...place(range), title: code }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(hint === undefined ? message : `${message}\nhelp: ${hint}`)}`;
}

/** Columns are refused for a range of several lines. */
function place({ start, end }: Range): Readonly<Record<string, number>> {
  const lines = { line: start.line, endLine: end.line };
  return start.line === end.line ? { ...lines, col: start.column, endColumn: end.column } : lines;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
