/** Loads one policy written in XML. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { SourceText } from '../model/origin.js';
import { readPolicyDocument } from '../model/read-document.js';
import { parseXml } from '../syntax/xml/parse-xml.js';
import type { ApiopsRoots } from './apiops-roots.js';
import { decodeUtf8 } from './decode-utf8.js';
import { fileDiagnostic } from './file-problem.js';
import { hasPolicyRoot } from './policy-root.js';
import { readFileBytes, type FileBytes } from './read-file.js';
import type { FoundFile } from './find-files.js';
import { scopeFromPath } from './scope-from-path.js';

export type LoadedXml =
  | { readonly kind: 'document'; readonly document: PolicyDocument }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic }
  /** Found by looking around, and no policy. */
  | { readonly kind: 'skipped' };

/**
 * A file that the user named has to be a policy; one that was found counts when its first tag says that it is.
 * @param roots where they are given, the global policy is known by the folder that it stands in
 */
export function loadXmlFile(file: FoundFile, roots?: ApiopsRoots): LoadedXml {
  const read = readFileBytes(file.absolutePath);
  if (!file.named && ('problem' in read ? read.problem.code === 'not-a-file' : !hasPolicyRoot(read.bytes))) return { kind: 'skipped' };
  const loaded = loadXml(read, file.path);
  if (roots === undefined || loaded.kind === 'refused' || loaded.document.scope !== undefined || loaded.document.kind !== 'policies') return loaded;
  return roots.isGlobalPolicy(file.absolutePath) ? { kind: 'document', document: { ...loaded.document, scope: { kind: 'global' } } } : loaded;
}

/** @param path as shown: relative to the working directory, with `/` */
export function loadXml(read: FileBytes, path: string): Exclude<LoadedXml, { kind: 'skipped' }> {
  const decoded = 'problem' in read ? read : decodeUtf8(read.bytes);
  if ('problem' in decoded) return { kind: 'refused', diagnostic: fileDiagnostic(path, decoded.problem) };
  const source = new SourceText(path, decoded.text);
  const document = readPolicyDocument(parseXml(source.text), source, { name: documentName(path) });
  const scope = scopeFromPath(path, document.kind);
  return { kind: 'document', document: scope === undefined ? document : { ...document, scope } };
}

/** The file's name without `.xml`. */
function documentName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.xml$/iu, '');
}
