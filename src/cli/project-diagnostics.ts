/** All that is wrong with a loaded project: what loading met, what is not valid, what lint finds. */
import { presetLevels, withConfiguredLevels } from '../lint/configured-levels.js';
import { lintProject } from '../lint/lint-project.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LoadedProject } from '../project/loaded-project.js';
import { sortedDiagnostics } from '../project/sorted-diagnostics.js';
import { checkedDocument } from './checked-document.js';

/** In the order they are reported, each once; the configuration's levels hold. */
export function projectDiagnostics(project: LoadedProject): readonly Diagnostic[] {
  const { cloud, extends: preset } = project.config;
  const rules = { ...presetLevels(preset), ...project.config.rules };
  const checked = project.documents.flatMap((document) => checkedDocument(document, project.config));
  return sortedDiagnostics([...project.diagnostics, ...withConfiguredLevels(checked, rules, project.overrides), ...lintProject(project, { rules, overrides: project.overrides, cloud })]);
}
