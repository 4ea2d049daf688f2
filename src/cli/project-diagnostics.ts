/** All that is wrong with a loaded project. */
import { compareDiagnostics, diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { textOrigin } from '../model/origin.js';
import type { LoadedProject } from '../project/loaded-project.js';

/** In the order they are reported. */
export function projectDiagnostics(project: LoadedProject): readonly Diagnostic[] {
  return [...project.diagnostics, ...project.documents.flatMap(documentDiagnostics)].sort(compareDiagnostics);
}

function documentDiagnostics(document: PolicyDocument): Diagnostic[] {
  const { syntax } = document;
  if (syntax === undefined) return [];
  return syntax.problems.map(({ span, ...problem }) => diagnostic({ ...problem, at: textOrigin(syntax.source, span) }));
}
