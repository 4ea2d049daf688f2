/** Which root element a document has to have where it is saved. Source: reference/management-api.md §2.5 and §2.7, 7. */
import type { PolicyDocument } from '../../model/document.js';
import { rootPlaces } from '../../model/walk.js';
import type { ElementError } from './element-error.js';
import type { AcceptContext } from './stored-policy.js';

const KINDS: Readonly<Record<AcceptContext['at'], PolicyDocument['kind']>> = {
  global: 'policies', workspace: 'policies', product: 'policies', api: 'policies', operation: 'policies', resolver: 'resolver', fragment: 'fragment',
};

/** The roots of a document that is none for this place: bare policies and sections, a fragment where a policy is to be, and the like. */
export function misplacedRoots(document: PolicyDocument, at: AcceptContext['at']): ElementError[] {
  if (document.kind === KINDS[at]) return [];
  const places = rootPlaces(document);
  if (places.length === 0) return [{ text: 'Root element is missing.' }];
  return places.map((place) => ({ place, text: 'Policy section is not allowed in the specified scope' }));
}
