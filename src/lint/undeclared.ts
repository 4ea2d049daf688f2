/** Names that policies use and the project does not declare. */
import type { PolicyDocument } from '../model/document.js';
import { type Place, walkElements } from '../model/walk.js';
import { type Declared, nameKey, type ProjectFacts } from './project-facts.js';
import type { Reference } from './references.js';

/** As many undeclared names are no slip of the pen. */
const TOO_MANY = 3;

/**
 * References to what the project does not declare. None in a part of a project, or in one that declares nothing of the kind; in one that names more undeclared
 * things than declared ones (three or more of them), the rest is declared elsewhere, and only documents that name a declared one count.
 * @param find the references of a document
 */
export function undeclaredReferences({ documents, isPart }: ProjectFacts, declared: Declared<unknown>, find: (places: readonly Place[]) => Reference[]): Reference[] {
  if (declared.isEmpty || isPart) return [];
  const references = documents.flatMap((document) => find([...walkElements(document)]));
  const unknown = references.filter(({ name }) => declared.get(name) === undefined);
  const known = references.filter(({ name }) => declared.get(name) !== undefined);
  const unknownNames = distinctNames(unknown);
  if (unknownNames < TOO_MANY || unknownNames <= distinctNames(known)) return unknown;
  const held = new Set(known.map(({ place }): PolicyDocument => place.document));
  return unknown.filter(({ place }) => held.has(place.document));
}

function distinctNames(references: readonly Reference[]): number {
  return new Set(references.map(({ name }) => nameKey(name))).size;
}
