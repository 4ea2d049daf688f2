/** Which of a project's files hold comments that suppress findings, and what is left when they are heeded. */
import { resolve } from 'node:path';
import { SUPPRESSION_MARK } from '../lint/suppression-mark.js';
import type { SuppressibleFile, SuppressionResult } from '../lint/apply-suppressions.js';
import { presetLevels, withConfiguredLevels } from '../lint/configured-levels.js';
import { ConfiguredLevels, type RuleLevel } from '../lint/rule-level.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { SourceText } from '../model/origin.js';
import type { LoadedProject } from '../project/loaded-project.js';
import { readFileBytes } from '../project/read-file.js';
import { scriptLoader } from '../project/script-file.js';

/** In no order. A file without the mark costs one search of its text. */
export async function withoutSuppressed(project: LoadedProject, diagnostics: readonly Diagnostic[], cwd: string): Promise<SuppressionResult> {
  const files = [...xmlFiles(project), ...typeScriptFiles(project, diagnostics, cwd)];
  if (files.length === 0) return { diagnostics, suppressed: 0 };
  const { applySuppressions } = await import('../lint/apply-suppressions.js');
  const rules = { ...presetLevels(project.config.extends), ...project.config.rules };
  const result = applySuppressions(diagnostics, files, levelOf(project));
  return { ...result, diagnostics: withConfiguredLevels(result.diagnostics, rules, project.overrides) };
}

/** The level that is configured for a rule in a file. */
export function levelOf({ config, overrides }: LoadedProject): (id: string, file: string) => RuleLevel | undefined {
  const levels = new ConfiguredLevels({ ...presetLevels(config.extends), ...config.rules }, overrides);
  return (id, file) => levels.of(id, file);
}

function xmlFiles({ documents }: LoadedProject): SuppressibleFile[] {
  return documents.flatMap(({ syntax }) => (syntax?.source.text.includes(SUPPRESSION_MARK) === true ? [{ source: syntax.source, xml: syntax.xml }] : []));
}

/** Policy files, and modules of theirs in which there are findings. */
function typeScriptFiles({ files }: LoadedProject, diagnostics: readonly Diagnostic[], cwd: string): SuppressibleFile[] {
  const found = [...files.filter(({ kind }) => kind === 'typescript').map(({ path }) => path), ...diagnostics.map(({ file }) => file).filter((file) => scriptLoader(file) !== undefined)];
  return [...new Set(found)].flatMap((path) => {
    const read = readFileBytes(resolve(cwd, path));
    const text = 'problem' in read ? '' : new TextDecoder().decode(read.bytes);
    return text.includes(SUPPRESSION_MARK) ? [{ source: new SourceText(path, text) }] : [];
  });
}
