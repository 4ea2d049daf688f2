/** Documents of our own that hold all that real policy files hold, in fixtures/wild. */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/wild/', import.meta.url);

export interface WildDocument {
  readonly name: string;
  readonly text: string;
}

export function wildDocuments(): WildDocument[] {
  return readdirSync(FOLDER).sort().map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));
}
