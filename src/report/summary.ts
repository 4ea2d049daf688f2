/** How many findings there are of which severity. */
import type { Diagnostic } from '../model/diagnostic.js';
import { type Severity, SEVERITIES } from '../model/severity.js';

export interface Summary extends SetAside {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Files that were looked at. */
  readonly files: number;
}

/** Findings that are not reported. */
export interface SetAside {
  /** By comments. */
  readonly suppressed: number;
  readonly inBaseline: number;
  /** By this run. */
  readonly fixed: number;
}

export const NOTHING_SET_ASIDE: SetAside = { suppressed: 0, inBaseline: 0, fixed: 0 };

export function summarize(diagnostics: readonly Diagnostic[], files: number, setAside: SetAside = NOTHING_SET_ASIDE): Summary {
  const count = (severity: Severity): number => diagnostics.reduce((sum, diagnostic) => sum + (diagnostic.severity === severity ? 1 : 0), 0);
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), files, ...setAside };
}

/** `1 error, 2 warnings (1 suppressed, 3 in baseline) in 4 files`. */
export function summaryText(summary: Summary): string {
  const counts = countsText(summary);
  return `${counts === '' ? 'no findings' : counts}${setAsideText(summary)} in ${counted(summary.files, 'file')}`;
}

function setAsideText({ fixed, suppressed, inBaseline }: SetAside): string {
  const parts = [[fixed, 'fixed'], [suppressed, 'suppressed'], [inBaseline, 'in baseline']] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return shown.length === 0 ? '' : ` (${shown.join(', ')})`;
}

/** `1 error, 2 warnings`; empty when there are none. */
export function countsText(counts: Pick<Summary, 'errors' | 'warnings' | 'infos'>): string {
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
