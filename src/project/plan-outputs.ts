/** Which files build makes of a project's documents. */
import { relative, resolve, sep } from 'node:path';
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { duplicateDocuments } from './duplicate-documents.js';
import type { LoadedFile, LoadedProject } from './loaded-project.js';
import { outputPath } from './output-path.js';
import { apiopsPath } from './scope-from-path.js';

export interface PlannedOutput {
  readonly document: PolicyDocument;
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** The file that the document came from, relative to the configuration's folder, with `/`. */
  readonly source: string;
}

export interface OutputPlan {
  /** In the order of their paths. */
  readonly outputs: readonly PlannedOutput[];
  /** Documents that cannot be written where they would have to be, and snippets, which are left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * An authored document goes where its scope belongs in an apiops folder. A document read from XML goes to the same place when
 * its path says so; else it keeps its path, seen from the configuration's folder.
 */
export function planOutputs(project: LoadedProject): OutputPlan {
  const { directory, out } = project.config;
  const planned = new Map<PolicyDocument, PlannedOutput>();
  for (const document of project.documents) {
    const file = project.fileOf.get(document);
    if (file === undefined || document.kind === 'snippet') continue;
    const source = pathBelow(directory, file.absolutePath);
    planned.set(document, { document, path: pathOf(document, file, source), source });
  }
  const inputs = new Map(project.files.map(({ absolutePath, path }) => [absolutePath, path]));
  const overwriting = [...planned.values()].flatMap(({ document, path }) => {
    const overwritten = inputs.get(resolve(directory, out, path));
    return overwritten === undefined ? [] : [overwritesSource(document, overwritten)];
  });
  return {
    outputs: [...planned.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    diagnostics: [
      ...project.documents.flatMap((document) => (document.kind === 'snippet' ? [snippetNotBuilt(document)] : [])),
      ...overwriting,
      ...duplicateDocuments([...planned.keys()], (document) => planned.get(document)?.path),
    ],
  };
}

function pathOf(document: PolicyDocument, file: LoadedFile, source: string): string {
  if (document.scope !== undefined && (file.kind === 'typescript' || document.scope.kind === 'global')) return outputPath(document.scope);
  const path = apiopsPath(source, document.kind) ?? source;
  return /\.xml$/iu.test(path) ? path : `${path}.xml`;
}

/** Of a file outside of the folder, what is left of its path when the way up is taken off. */
function pathBelow(directory: string, absolutePath: string): string {
  return relative(directory, absolutePath).split(sep).filter((step) => step !== '..').join('/');
}

function snippetNotBuilt(document: PolicyDocument): Diagnostic {
  return diagnostic({
    code: 'snippet-not-built',
    severity: 'warning',
    message: 'file holds policies without a document around them, which APIM does not take; build leaves it out',
    at: document.roots.find(({ kind }) => kind === 'element')?.origin ?? document.origin,
    hint: 'put the policies into a section of <policies>, or into a <fragment>',
  });
}

function overwritesSource(document: PolicyDocument, source: string): Diagnostic {
  return diagnostic({
    code: 'output-overwrites-source',
    severity: 'error',
    message: `output would be written over '${source}', which is one of the files it is built from`,
    at: document.roots.find(({ kind }) => kind === 'element')?.origin ?? document.origin,
    hint: "name another output folder; to lay out XML files in place, use 'aoai-policy format'",
  });
}
