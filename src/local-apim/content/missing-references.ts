/** Names in a policy that the service does not hold. Source: reference/management-api.md §2.6 and §2.7, 11 to 13 and 15. */
import { backendReferences, fragmentReferences, namedValueUses, type Reference } from '../../lint/references.js';
import type { PolicyDocument } from '../../model/document.js';
import { walkElements } from '../../model/walk.js';
import type { ElementError } from './element-error.js';
import { loggerReferences } from './logger-references.js';
import type { KnownNames } from './stored-policy.js';

/** In the order named values, backends, fragments, loggers; each place for itself. */
export function missingReferences(document: PolicyDocument, known: KnownNames): ElementError[] {
  const places = [...walkElements(document)];
  return [
    ...missing(namedValueUses(places), known.hasNamedValue, (name) => `Cannot find a property '${name}'`),
    ...missing(backendReferences(places), known.hasBackend, (id) => `Backend with id '${id}' could not be found.`),
    ...missing(fragmentReferences(places), known.hasFragment, (id) => `Policy fragment with id '${id}' could not be found.`),
    ...missing(loggerReferences(places), known.hasLogger, () => 'Logger not found'),
  ];
}

function missing(references: readonly Reference[], isKnown: (name: string) => boolean, text: (name: string) => string): ElementError[] {
  return references.filter(({ name }) => !isKnown(name)).map(({ name, place }) => ({ place, text: text(name) }));
}
