/** Loads policy files, XML and TypeScript, into one project. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import type { Resource } from '../model/resources.js';
import { UsageError } from '../model/usage-error.js';
import { apiopsRootOf, ApiopsRoots } from './apiops-roots.js';
import { duplicateDocuments } from './duplicate-documents.js';
import { excludedGlobs, findFiles, shownPath, type FindOptions, type FoundFile } from './find-files.js';
import { isInformationPath } from './information-layout.js';
import { loadConfig } from './load-config.js';
import { loadXml, loadXmlFile, type LoadedXml } from './load-xml.js';
import type { LoadedFile, LoadedProject, ResolvedConfig } from './loaded-project.js';
import { NoPoliciesError } from './no-policies-error.js';
import { outputPath } from './output-path.js';
import { MAX_FILE_BYTES, tooLarge } from './read-file.js';
import { scriptLoader } from './script-file.js';
import type { ScriptOptions } from './script-limits.js';
import { sortedDiagnostics } from './sorted-diagnostics.js';

export interface LoadOptions extends ScriptOptions {
  /** Absolute; paths are shown relative to it. */
  readonly cwd: string;
  /** Looked for from `cwd` upward when absent. */
  readonly config?: ResolvedConfig;
  /** What `-` among the patterns stands for. */
  readonly stdin?: StandardInput;
  /** `refuse` for commands that take one file. */
  readonly directories?: FindOptions['directories'] | undefined;
  /** `ignore` for commands that are handed whatever files changed; then a project may hold none. */
  readonly unknown?: FindOptions['unknown'];
  /** Called with the number of files before any is read. */
  readonly onFound?: (count: number) => Promise<void>;
}

export interface StandardInput {
  readonly text: Uint8Array;
  /** The name it is reported under. */
  readonly filename: string;
}

/** What one file came to. */
interface FileContent {
  readonly file: LoadedFile;
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads what the user named: files, folders, globs, `-`; without any, what the configuration's `policies` find. Mistakes in
 * files become diagnostics of the project.
 * @throws UsageError when a path does not exist, a pattern finds nothing, the configuration is wrong, or no policy is found
 */
export async function loadProject(patterns: readonly string[], options: LoadOptions): Promise<LoadedProject> {
  const config = options.config ?? (await loadConfig(options));
  const paths = patterns.filter((pattern) => pattern !== '-');
  const readsStdin = paths.length < patterns.length;
  const found = readsStdin && paths.length === 0 ? [] : await findFiles(paths, { ...options, config });
  await options.onFound?.(found.length);

  const contents: FileContent[] = readsStdin ? [stdinContent(options)] : [];
  const scripts: FoundFile[] = [];
  const roots = new ApiopsRoots(config);
  let skipped = 0;
  for (const file of found) {
    if (scriptLoader(file.path) !== undefined) {
      scripts.push(file);
      continue;
    }
    if (file.named && isInformationPath(file.absolutePath)) {
      contents.push(...(await informationContent(file)));
      continue;
    }
    const loaded = loadXmlFile(file, roots);
    if (loaded.kind === 'skipped') skipped++;
    else contents.push(await described(xmlContent(loaded, { path: file.path, absolutePath: file.absolutePath, kind: 'xml' })));
  }
  if (options.unknown !== 'ignore') contents.push(...(await informationContents(contents, found, { cwd: options.cwd, excluded: await excludedGlobs(paths, options.cwd) })));
  const diagnostics: Diagnostic[] = [];
  if (scripts.length > 0) {
    const { loadTypeScript } = await import('./load-typescript.js');
    const loaded = await loadTypeScript(scripts, options);
    contents.push(...loaded.files);
    diagnostics.push(...loaded.diagnostics);
    skipped += loaded.skipped;
  }
  contents.sort((a, b) => (a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0));
  if (contents.length === 0 && diagnostics.length === 0 && options.unknown !== 'ignore') throw nothingFound(patterns, skipped);

  const documents = contents.flatMap(({ file }) => file.documents);
  const resources = contents.flatMap((content) => content.resources);
  const authored = contents.filter(({ file }) => file.kind === 'typescript').flatMap(({ file }) => file.documents);
  diagnostics.push(...contents.flatMap((content) => content.diagnostics), ...duplicateDocuments(authored, ({ scope }) => (scope === undefined ? undefined : outputPath(scope))));
  const lookedAt = [...new Set([...found, ...contents.map(({ file }) => file)].map(({ absolutePath }) => absolutePath))];
  return {
    documents,
    resources,
    isPart: patterns.length > 0 && declaresNames(documents, resources) && (await isPartOf(lookedAt, config)),
    diagnostics: sortedDiagnostics(diagnostics),
    config,
    overrides: config.overrides.length === 0 ? [] : await (await import('./rule-overrides.js')).ruleOverrides(config, options.cwd),
    files: contents.map(({ file }) => file),
    lookedAt,
    skipped,
    fileOf: new Map(contents.flatMap(({ file }) => file.documents.map((document): [PolicyDocument, LoadedFile] => [document, file]))),
  };
}

/** Whether there is something that others may name, so that it matters what others there are. */
function declaresNames(documents: readonly PolicyDocument[], resources: readonly Resource[]): boolean {
  return resources.length > 0 || documents.some(({ scope }) => scope?.kind === 'fragment');
}

async function isPartOf(lookedAt: readonly string[], config: ResolvedConfig): Promise<boolean> {
  const { isPart } = await import('./is-part.js');
  return isPart(lookedAt, config);
}

/** A fragment may have a file beside it that says what it is for. */
async function described(content: FileContent): Promise<FileContent> {
  const { file, diagnostics } = content;
  const [document] = file.documents;
  if (document?.scope?.kind !== 'fragment') return content;
  const { describedFragment } = await import('./information-files.js');
  const fragment = describedFragment(document, file.absolutePath, file.path);
  return { ...content, file: { ...file, documents: [fragment.document] }, diagnostics: [...diagnostics, ...fragment.diagnostics] };
}

async function informationContent({ absolutePath, path }: FoundFile): Promise<FileContent[]> {
  const { loadInformationFile } = await import('./information-files.js');
  const content = loadInformationFile(absolutePath, path);
  return content === undefined ? [] : [content];
}

/** Of the apiops folders that the XML which was found lies in. Who names one file of such a folder means that file alone. */
async function informationContents(contents: readonly FileContent[], found: readonly FoundFile[], options: { readonly cwd: string; readonly excluded: readonly string[] }): Promise<FileContent[]> {
  const named = new Set(found.filter((file) => file.named).map(({ absolutePath }) => absolutePath));
  const documents = contents.filter(({ file }) => file.kind === 'xml' && !named.has(file.absolutePath)).flatMap(({ file }) => file.documents.map((document) => ({ document, file })));
  const roots = new Set(documents.flatMap(({ document, file }) => apiopsRootOf(file.absolutePath, document) ?? []));
  if (roots.size === 0) return [];
  const { loadInformation } = await import('./information-files.js');
  const known = new Set(contents.map(({ file }) => file.absolutePath));
  return (await loadInformation(roots, options)).filter(({ file }) => !known.has(file.absolutePath));
}

function stdinContent({ cwd, stdin }: LoadOptions): FileContent {
  if (stdin === undefined) throw new UsageError("'-' stands for standard input, which this command does not read");
  const absolutePath = resolve(cwd, stdin.filename);
  if (scriptLoader(stdin.filename) !== undefined) throw new UsageError('standard input is read as XML; name a TypeScript policy by its path');
  const read = stdin.text.byteLength > MAX_FILE_BYTES ? { problem: tooLarge(stdin.text.byteLength) } : { bytes: stdin.text };
  return xmlContent(loadXml(read, shownPath(cwd, absolutePath)), { path: shownPath(cwd, absolutePath), absolutePath, kind: 'stdin' });
}

function xmlContent(loaded: LoadedXml, file: Omit<LoadedFile, 'documents'>): FileContent {
  return {
    file: { ...file, documents: loaded.kind === 'document' ? [loaded.document] : [] },
    resources: [],
    diagnostics: loaded.kind === 'refused' ? [loaded.diagnostic] : [],
  };
}

function nothingFound(patterns: readonly string[], skipped: number): NoPoliciesError {
  const where = patterns.length === 0 ? 'no policies found' : `no policies in ${patterns.map((pattern) => `'${pattern}'`).join(', ')}`;
  return new NoPoliciesError(`${where}: ${skipped === 1 ? 'the one file there is none' : `none of the ${skipped} files there is one`}; a policy file has the root 'policies', 'fragment' or a policy, or exports one`);
}
