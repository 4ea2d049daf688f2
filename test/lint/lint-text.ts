/** Linting of text, for tests. */
import { lintProject, type RuleLevel } from '../../src/lint/lint-project.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { renderConcise } from '../../src/report/render-concise.js';
import { readText } from '../analysis/read-text.js';

export function lintDiagnostics(text: string, file: string, rules: Readonly<Record<string, RuleLevel>> = {}): Diagnostic[] {
  return lintProject({ documents: [readText(text, file)] }, { rules });
}

/** What `lint --format concise` prints about the document's rules. */
export function lintText(text: string, file: string): string {
  return renderConcise(lintDiagnostics(text, file));
}
