/** What a stored policy or fragment names of the service's other resources. */
import { InternalError } from '../../model/internal-error.js';
import { walkElements } from '../../model/walk.js';
import { backendReferences, fragmentReferences, namedValueUses, type Reference } from '../../lint/references.js';
import { parseStrictXml } from '../../syntax/xml/parse-xml.js';
import { loggerReferences } from './logger-references.js';
import { readReceived } from './read-received.js';
import type { StoredPolicy } from './stored-policy.js';

/** Each name once, in the order of the text. */
export interface PolicyReferences {
  readonly backends: readonly string[];
  readonly fragments: readonly string[];
  /** Display names. */
  readonly namedValues: readonly string[];
  readonly loggers: readonly string[];
}

/**
 * Names that stand as they are; one that an expression gives cannot be known when a policy is saved (inferred: reference/management-api.md §2.6).
 * @throws InternalError when what is stored is not what `acceptPolicy` made
 */
export function policyReferences(stored: StoredPolicy): PolicyReferences {
  const xml = parseStrictXml(stored.xml);
  if (xml === undefined) throw new InternalError('a stored policy is not well-formed XML');
  const places = [...walkElements(readReceived(xml))];
  return {
    backends: namesOf(backendReferences(places)),
    fragments: namesOf(fragmentReferences(places)),
    namedValues: namesOf(namedValueUses(places)),
    loggers: namesOf(loggerReferences(places)),
  };
}

function namesOf(references: readonly Reference[]): string[] {
  return [...new Set(references.map(({ name }) => name))];
}
