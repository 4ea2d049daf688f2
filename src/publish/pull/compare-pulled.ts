/** How what was pulled differs from the files that are there. */
import { join } from 'node:path';
import { isJsonObject, type JsonObject, parseJsonObject } from '../../model/json.js';
import { readIfThere } from '../../project/output-manifest.js';
import { resourceBody } from '../arm/live-resource.js';
import { sameContent } from '../canonical/content-digest.js';
import { overlaidBody } from '../canonical/overlaid-body.js';
import type { ResourceBody } from '../resource-body.js';
import type { PulledFile } from './pulled-files.js';

export interface PulledComparison {
  readonly file: PulledFile;
  /** `unchanged`: a plan of the file would be empty; its layout, comments and what it does not state are its own. */
  readonly state: 'new' | 'unchanged' | 'changed';
}

/**
 * @param folder absolute
 * @throws UsageError when a file is there and cannot be read
 */
export function comparePulled(files: readonly PulledFile[], folder: string): PulledComparison[] {
  return files.map((file) => {
    const present = readIfThere(join(folder, file.path));
    if (present === undefined) return { file, state: 'new' };
    return { file, state: present === file.text || saysTheSame(present, file) ? 'unchanged' : 'changed' };
  });
}

function saysTheSame(present: string, { path, held }: PulledFile): boolean {
  if (path.endsWith('.xml')) return sameContent({ kind: 'policy', format: 'xml', value: present }, policyOf(held));
  const properties = propertiesIn(present);
  if (properties === undefined) return false;
  // Of a fragment the JSON says what it is for, and no more.
  if (held.kind === 'fragment') return properties['description'] === held.description;
  const stated = resourceBody(held.kind, properties);
  return stated !== undefined && sameContent(overlaidBody(stated, held), held);
}

function policyOf(held: ResourceBody): ResourceBody {
  return held.kind === 'fragment' ? { kind: 'policy', format: held.format, value: held.value } : held;
}

/** undefined for a text that is no information file. */
function propertiesIn(text: string): JsonObject | undefined {
  const properties = parseJsonObject(text.replace(/^\ufeff/u, ''))?.['properties'];
  return isJsonObject(properties) ? properties : undefined;
}
