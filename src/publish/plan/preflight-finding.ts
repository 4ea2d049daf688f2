/** What would make a push fail half-way, found before anything is written. */
import { type Diagnostic, diagnostic, type DiagnosticInput } from '../../model/diagnostic.js';
import type { Origin } from '../../model/origin.js';

export type PreflightCode =
  | 'invalid-name' | 'circular-needs' | 'document-too-large' | 'value-too-long' | 'display-name-taken' | 'duplicate-resource' | 'secret-without-value'
  | 'unknown-backend' | 'unknown-fragment' | 'unknown-named-value' | 'unknown-api' | 'unknown-operation' | 'unknown-product' | 'unknown-workspace';

/** @param about the finding; an error unless it says otherwise */
export function preflightFinding(about: Omit<DiagnosticInput, 'severity' | 'code'> & { readonly code: PreflightCode; readonly severity?: Diagnostic['severity'] }): Diagnostic {
  return diagnostic({ severity: 'error', ...about });
}

/** Where something starts: what is said of a whole file points at its first line. */
export function startOf({ file, range }: Origin): Origin {
  return { file, range: { start: range.start, end: range.start } };
}
