/** `lint --fix`: mends the policies in XML of a project and writes those that changed. */
import { realpathSync } from 'node:fs';
import { applySuppressions } from '../lint/apply-suppressions.js';
import { presetLevels, withConfiguredLevels } from '../lint/configured-levels.js';
import { fixDocument, type FixedDocument } from '../lint/fix-document.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import type { LoadedFile, LoadedProject } from '../project/loaded-project.js';
import { writeAtomically } from '../project/write-atomically.js';
import { projectDiagnostics } from './project-diagnostics.js';
import { levelOf } from './suppressed-findings.js';

export interface FixedProject {
  /** With the documents as they are now. */
  readonly project: LoadedProject;
  /** How many findings are gone, by file; without files that did not change. */
  readonly fixed: ReadonlyMap<LoadedFile, number>;
}

export interface FixProjectOptions {
  readonly unsafe: boolean;
  /** What is reported about a project. */
  readonly reported: (project: LoadedProject) => Promise<readonly Diagnostic[]>;
}

/**
 * Mends each document by itself, and leaves those alone that would have new findings in company of the others.
 * @param diagnostics what is reported about the project as it is
 * @throws UsageError when a file cannot be written
 */
export async function fixProject(project: LoadedProject, diagnostics: readonly Diagnostic[], { unsafe, reported }: FixProjectOptions): Promise<FixedProject> {
  const allows = ({ safety }: { readonly safety: 'safe' | 'unsafe' }): boolean => unsafe || safety === 'safe';
  const fixable = new Set(diagnostics.filter(({ fix }) => fix !== undefined && allows(fix)).map(({ file }) => file));
  const changed = new Map<PolicyDocument, FixedDocument>();
  for (const document of project.documents) {
    const file = project.fileOf.get(document);
    if (file === undefined || !fixable.has(file.path)) continue;
    const result = fixDocument(document, { findingsOf: (tried) => findingsOf(project, tried), allows });
    if (result.fixed > 0) changed.set(document, result);
  }
  if (changed.size === 0) return { project, fixed: new Map() };
  const worsened = filesWithMore(await reported(withDocuments(project, changed)), diagnostics);
  const fixed = new Map<LoadedFile, number>();
  for (const [document, result] of changed) {
    const file = project.fileOf.get(document);
    if (file === undefined || worsened.has(file.path)) {
      changed.delete(document);
      continue;
    }
    fixed.set(file, result.fixed);
    if (file.kind === 'xml') write(file, result.document);
  }
  return { project: withDocuments(project, changed), fixed };
}

/** The files in which there are more findings of some code than before. */
function filesWithMore(after: readonly Diagnostic[], before: readonly Diagnostic[]): Set<string> {
  const left = new Map<string, number>();
  const keyOf = ({ file, code }: Diagnostic): string => JSON.stringify([file, code]);
  for (const found of before) left.set(keyOf(found), (left.get(keyOf(found)) ?? 0) + 1);
  return new Set(after.flatMap((found) => {
    const count = left.get(keyOf(found)) ?? 0;
    left.set(keyOf(found), count - 1);
    return count > 0 ? [] : [found.file];
  }));
}

function findingsOf(project: LoadedProject, document: PolicyDocument): readonly Diagnostic[] {
  const { syntax, origin } = document;
  const found = projectDiagnostics({ ...project, diagnostics: [], documents: [document] }).filter(({ file }) => file === origin.file);
  if (syntax === undefined) return found;
  const { diagnostics } = applySuppressions(found, [{ source: syntax.source, xml: syntax.xml }], levelOf(project));
  return withConfiguredLevels(diagnostics, { ...presetLevels(project.config.extends), ...project.config.rules }, project.overrides);
}

/** A link stays one: the file that it leads to is written. */
function write({ absolutePath, path }: LoadedFile, { syntax }: PolicyDocument): void {
  if (syntax === undefined) return;
  try {
    writeAtomically(realpathSync(absolutePath), syntax.source.text);
  } catch (error) {
    throw new UsageError(`'${path}' cannot be written: ${reason(error)}`, { cause: error });
  }
}

function withDocuments(project: LoadedProject, changed: ReadonlyMap<PolicyDocument, FixedDocument>): LoadedProject {
  const now = (document: PolicyDocument): PolicyDocument => changed.get(document)?.document ?? document;
  const files = new Map(project.files.map((file) => [file, { ...file, documents: file.documents.map(now) }]));
  return {
    ...project,
    documents: project.documents.map(now),
    files: project.files.map((file) => files.get(file) ?? file),
    fileOf: new Map([...project.fileOf].map(([document, file]) => [now(document), files.get(file) ?? file])),
  };
}
