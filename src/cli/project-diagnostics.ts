/** All that is wrong with a loaded project: what loading met, what is not valid, what lint finds. */
import { checkDocument } from '../check/check-document.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { RuleLevel } from '../project/define-config.js';
import type { LoadedProject } from '../project/loaded-project.js';
import { sortedDiagnostics } from '../project/sorted-diagnostics.js';

/** In the order they are reported, each once; the configuration's levels hold. */
export function projectDiagnostics(project: LoadedProject): readonly Diagnostic[] {
  const { gateway, rules } = project.config;
  const checked = project.documents.flatMap((document) => checkDocument(document, { gateways: gateway }));
  return sortedDiagnostics([...project.diagnostics, ...checked.flatMap((finding) => withLevel(finding, rules[finding.code]))]);
}

/** A document that APIM refuses stays an error whatever the configuration says; what only may be wrong can be set. */
function withLevel(finding: Diagnostic, level: RuleLevel | undefined): Diagnostic[] {
  if (level === undefined || finding.severity === 'error') return [finding];
  return level === 'off' ? [] : [{ ...finding, severity: level }];
}
