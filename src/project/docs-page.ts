/** The documentation that the package carries, read offline. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InternalError } from '../model/internal-error.js';
import { toolLocation } from './tool-location.js';

/**
 * A page, or one section of it with its heading, as Markdown.
 * @param place relative to the docs folder: `rules/missing-base.md`, `checks.md#unknown-policy`
 * @throws InternalError when the package lacks it
 */
export function readDocs(place: string): string {
  const [page = '', heading] = place.split('#');
  const text = readFileSync(join(toolLocation().root, 'docs', page), 'utf8');
  if (heading === undefined) return text;
  const section = text.split(/^(?=#{2,3} )/mu).find((part) => /^#+ (?<name>.*)/u.exec(part)?.groups?.['name'] === heading);
  if (section === undefined) throw new InternalError(`docs/${page} has no section '${heading}'`);
  return section;
}
