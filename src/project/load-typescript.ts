/** Loads policies written in TypeScript. */
import type { CollectedExports } from '../dsl/collect-exports.js';
import { toDocument } from '../dsl/to-document.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import type { Resource } from '../model/resources.js';
import { fileDiagnostic } from './file-problem.js';
import type { FoundFile } from './find-files.js';
import { loadScripts } from './load-scripts.js';
import type { LoadedFile } from './loaded-project.js';
import { scriptDiagnostic } from './script-diagnostic.js';
import { DEFAULT_MEMORY_MB, DEFAULT_TIMEOUT_MS, type ScriptOptions } from './script-limits.js';
import type { ScriptMap } from './script-map.js';

export interface LoadedTypeScript {
  readonly files: readonly TypeScriptFile[];
  /** Mistakes that kept files from being bundled. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that were found, not named, and export no policy. */
  readonly skipped: number;
}

export interface TypeScriptFile {
  readonly file: LoadedFile;
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the files in a worker and makes documents of what they export, of each file as soon as it has run. */
export async function loadTypeScript(files: readonly FoundFile[], options: ScriptOptions): Promise<LoadedTypeScript> {
  const contents = new Map<number, TypeScriptFile>();
  const { outcomes, diagnostics, map } = await loadScripts(files.map(({ absolutePath }) => absolutePath), 'policies', {
    ...options,
    onLoaded: (index, value, map) => {
      const found = files[index];
      if (found === undefined || !isCollected(value)) return;
      const content = documentsOf(found, value, map);
      contents.set(index, content);
      if (options.onDocument !== undefined) for (const document of content.file.documents) options.onDocument(document);
    },
  });
  const { timeoutMs = DEFAULT_TIMEOUT_MS, memoryMb = DEFAULT_MEMORY_MB } = options;
  const loaded: TypeScriptFile[] = [];
  let skipped = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const found = files[index];
    if (found === undefined) continue;
    const content = outcome.kind === 'loaded' ? contents.get(index) : undefined;
    if (content !== undefined) {
      if (isEmpty(content) && !found.named) skipped++;
      else loaded.push(isEmpty(content) ? { ...content, diagnostics: [exportsNothing(found)] } : content);
    } else {
      const problem = scriptDiagnostic(outcome, { file: found.path, subject: 'policy file', map, timeoutMs, memoryMb });
      loaded.push({ file: loadedFile(found, []), resources: [], diagnostics: problem === undefined ? [] : [problem] });
    }
  }
  return { files: loaded, diagnostics, skipped };
}

/** The worker hands over what collectExports returned; a thread boundary carries no types. */
function isCollected(value: unknown): value is CollectedExports {
  return typeof value === 'object' && value !== null && 'documents' in value && 'resources' in value;
}

function documentsOf(found: FoundFile, collected: CollectedExports, map: ScriptMap): TypeScriptFile {
  const documents: PolicyDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const authored of collected.documents) {
    const result = toDocument(authored, (callSite) => map.originOf(callSite));
    documents.push(result.document);
    diagnostics.push(...result.diagnostics);
  }
  const resources = collected.resources.map(({ callSite, ...resource }) => ({ ...resource, origin: map.originOf(callSite) }));
  return { file: loadedFile(found, documents), resources, diagnostics };
}

function loadedFile(found: FoundFile, documents: readonly PolicyDocument[]): LoadedFile {
  return { path: found.path, absolutePath: found.absolutePath, kind: 'typescript', documents };
}

function isEmpty({ file, resources, diagnostics }: TypeScriptFile): boolean {
  return file.documents.length === 0 && resources.length === 0 && diagnostics.length === 0;
}

function exportsNothing(found: FoundFile): Diagnostic {
  return fileDiagnostic(found.path, {
    code: 'policy-file-exports-nothing',
    message: 'policy file exports no policy and no resource',
    hint: "export one: export default api('my-api', { … })",
  });
}
