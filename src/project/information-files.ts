/** What the information files of apiops folders declare: backends, pools, named values; what a fragment is for. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import type { Resource } from '../model/resources.js';
import { backendOf } from './backend-information.js';
import { FILE_START } from './file-problem.js';
import { shownPath } from './find-files.js';
import { InformationFile, readInformationFile } from './information-file.js';
import { INFORMATION_FOLDERS } from './information-layout.js';
import type { LoadedFile } from './loaded-project.js';
import { namedValueOf } from './named-value-information.js';
import { readFileBytes } from './read-file.js';

export interface LoadedInformation {
  readonly file: LoadedFile;
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

type ResourceReader = (file: InformationFile, id: string) => Resource;

const READERS: Readonly<Record<string, ResourceReader>> = { 'backendInformation.json': backendOf, 'namedValueInformation.json': namedValueOf };

const FRAGMENT_FILE = 'policyFragmentInformation.json';
const FRAGMENT_FOLDERS = ['policy fragments', 'policyFragments'];

/**
 * The backends and named values of these folders. A fragment whose policy stands in its information file, as older versions of apiops wrote it,
 * is reported, since nothing else would say that it is passed by.
 * @param roots absolute folders of apiops
 * @param excluded globs of what the user leaves out
 */
export async function loadInformation(roots: ReadonlySet<string>, { cwd, excluded }: { readonly cwd: string; readonly excluded: readonly string[] }): Promise<LoadedInformation[]> {
  const { glob } = await import('tinyglobby');
  const patterns = [
    ...Object.entries(INFORMATION_FOLDERS).flatMap(([name, folders]) => folders.map((folder) => `${folder}/*/${name}`)),
    ...FRAGMENT_FOLDERS.map((folder) => `${folder}/*/${FRAGMENT_FILE}`),
  ];
  const found = await Promise.all([...roots].map((root) => glob(patterns, { cwd: root, absolute: true, expandDirectories: false, followSymbolicLinks: false, ignore: [...excluded] })));
  return found.flat().map((path) => join(path)).flatMap((absolutePath) => loadInformationFile(absolutePath, shownPath(cwd, absolutePath)) ?? []);
}

/**
 * One of the files, in its place.
 * @param path as shown
 * @returns undefined for one that declares nothing, because it only says what a fragment is for
 */
export function loadInformationFile(absolutePath: string, path: string): LoadedInformation | undefined {
  const file: LoadedFile = { path, absolutePath, kind: 'information', documents: [] };
  const read = readInformationFile(readFileBytes(absolutePath), path);
  const resourceOf = READERS[basename(absolutePath)];
  if (resourceOf === undefined) return legacyFragment(file, read);
  if (!(read instanceof InformationFile)) return { file, resources: [], diagnostics: [read] };
  // Read before the findings are: reading makes them.
  const resource = resourceOf(read, basename(dirname(absolutePath)));
  return { file, resources: [resource], diagnostics: read.diagnostics };
}

/** A description alone belongs to the `policy.xml` beside it, which `describedFragment` looks after. */
function legacyFragment(file: LoadedFile, read: InformationFile | Diagnostic): LoadedInformation | undefined {
  if (!(read instanceof InformationFile) || !read.has('value') || existsSync(join(dirname(file.absolutePath), 'policy.xml'))) return undefined;
  const found = diagnostic({
    code: 'fragment-without-xml',
    severity: 'warning',
    message: 'the policy of the fragment stands in its information file, where it is not looked at and not published',
    at: { file: file.path, range: { start: FILE_START, end: FILE_START } },
    hint: 'move it to a policy.xml beside this file',
  });
  return { file, resources: [], diagnostics: [found] };
}

/**
 * The fragment with what the file beside it says that it is for; the fragment alone when there is no such file.
 * @param absolutePath of the fragment's XML
 * @param path as shown
 */
export function describedFragment(document: PolicyDocument, absolutePath: string, path: string): { readonly document: PolicyDocument; readonly diagnostics: readonly Diagnostic[] } {
  const file = join(dirname(absolutePath), FRAGMENT_FILE);
  if (!existsSync(file)) return { document, diagnostics: [] };
  const read = readInformationFile(readFileBytes(file), path.replace(/[^/]*$/u, FRAGMENT_FILE));
  if (!(read instanceof InformationFile)) return { document, diagnostics: [read] };
  const description = read.text('description');
  return { document: description === undefined ? document : { ...document, description }, diagnostics: read.diagnostics };
}
