/** How many findings there are of which severity. */
import type { Diagnostic } from '../model/diagnostic.js';
import { type Severity, SEVERITIES } from '../model/severity.js';

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Files that were looked at. */
  readonly files: number;
}

export function summarize(diagnostics: readonly Diagnostic[], files: number): Summary {
  const count = (severity: Severity): number => diagnostics.reduce((sum, diagnostic) => sum + (diagnostic.severity === severity ? 1 : 0), 0);
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), files };
}

/** `1 error, 2 warnings in 4 files`. */
export function summaryText(summary: Summary): string {
  const counts = countsText(summary);
  return `${counts === '' ? 'no findings' : counts} in ${counted(summary.files, 'file')}`;
}

/** `1 error, 2 warnings`; empty when there are none. */
export function countsText(counts: Omit<Summary, 'files'>): string {
  const numbers: Record<Severity, number> = { error: counts.errors, warning: counts.warnings, info: counts.infos };
  return SEVERITIES.toReversed()
    .filter((severity) => numbers[severity] > 0)
    .map((severity) => (severity === 'info' ? `${numbers.info} info` : counted(numbers[severity], severity)))
    .join(', ');
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
