/** How what was pulled differs from the files that are there. */
import { join } from 'node:path';
import { equalDocuments } from '../../model/equal-documents.js';
import { SourceText } from '../../model/origin.js';
import { readPolicyDocument } from '../../model/read-document.js';
import { readIfThere } from '../../project/output-manifest.js';
import { parseXml } from '../../syntax/xml/parse-xml.js';
import type { PulledFile } from './pulled-files.js';

export interface PulledComparison {
  readonly file: PulledFile;
  /** `unchanged`: the file says what the service holds, if perhaps in another layout. */
  readonly state: 'new' | 'unchanged' | 'changed';
}

/**
 * @param folder absolute
 * @throws UsageError when a file is there and cannot be read
 */
export function comparePulled(files: readonly PulledFile[], folder: string): PulledComparison[] {
  return files.map((file) => compareFile(file, join(folder, file.path)));
}

function compareFile(file: PulledFile, path: string): PulledComparison {
  const present = readIfThere(path);
  if (present === undefined) return { file, state: 'new' };
  if (present === file.text) return { file, state: 'unchanged' };
  return file.path.endsWith('.xml') ? comparePolicy(file, present) : compareInformation(file, present);
}

/** Comments and layout are the file's own: they are no reason to write it anew. */
function comparePolicy(file: PulledFile, present: string): PulledComparison {
  const isSame = equalDocuments(documentOf(present), documentOf(file.text), { comments: 'ignore', text: 'trimmed' });
  return { file, state: isSame ? 'unchanged' : 'changed' };
}

function compareInformation(file: PulledFile, present: string): PulledComparison {
  return { file, state: sameJson(present, file.text) ? 'unchanged' : 'changed' };
}

function documentOf(text: string): ReturnType<typeof readPolicyDocument> {
  return readPolicyDocument(parseXml(text), new SourceText('policy.xml', text), { name: 'policy' });
}

function sameJson(a: string, b: string): boolean {
  try {
    return JSON.stringify(inOrder(JSON.parse(a))) === JSON.stringify(inOrder(JSON.parse(b)));
  } catch {
    return false;
  }
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]): [string, unknown] => [key, inOrder(part)]).sort(([a], [b]) => (a < b ? -1 : 1)));
}
