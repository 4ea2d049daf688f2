/** Linting of text, for tests. */
import { lintProject, type RuleLevel } from '../../src/lint/lint-project.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { renderConcise } from '../../src/report/render-concise.js';
import { loadProject } from '../../src/project/load-project.js';
import { readText } from '../analysis/read-text.js';
import { temporaryFolder } from '../project/temporary-folder.js';

/** A document in XML, or a policy file. */
export interface LintExample {
  readonly language: 'xml' | 'ts';
  readonly code: string;
}

export function lintDiagnostics(text: string, file: string, rules: Readonly<Record<string, RuleLevel>> = {}): Diagnostic[] {
  return lintProject({ documents: [readText(text, file)], resources: [] }, { rules });
}

/** What `lint --format concise` prints about the document's rules. */
export function lintText(text: string, file: string): string {
  return renderConcise(lintDiagnostics(text, file));
}

/** The same for an example of a page, under the name `policy.xml` or `policy.ts`. */
export async function lintExample(example: LintExample | undefined): Promise<string> {
  if (example === undefined) throw new Error('the page shows no example');
  const name = `policy.${example.language}`;
  const project = await loadProject([name], { cwd: temporaryFolder({ [name]: example.code }) });
  return renderConcise([...project.diagnostics, ...lintProject(project, { rules: {} })]);
}
