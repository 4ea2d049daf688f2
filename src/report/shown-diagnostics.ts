/** The findings that a report shows: a flood of them helps nobody. */
import type { Diagnostic } from '../model/diagnostic.js';
import { countsText, summarize } from './summary.js';

export const MOST_SHOWN = 1_000;

export interface ShownDiagnostics {
  readonly shown: readonly Diagnostic[];
  readonly omitted: readonly Diagnostic[];
}

export function shownDiagnostics(diagnostics: readonly Diagnostic[]): ShownDiagnostics {
  return { shown: diagnostics.slice(0, MOST_SHOWN), omitted: diagnostics.slice(MOST_SHOWN) };
}

/** The line that closes a report that is not complete. */
export function omittedText(omitted: readonly Diagnostic[]): string | undefined {
  if (omitted.length === 0) return undefined;
  return `only the first ${MOST_SHOWN} findings are shown; ${countsText(summarize(omitted, 0))} more`;
}
