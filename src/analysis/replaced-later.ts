/** Texts that are not what the gateway sees: named values and what deployments fill in take the place of parts of them. */
import { deployPlaceholders } from '../model/deploy-placeholder.js';
import { namedValueReferences } from '../model/named-value-reference.js';

/** @param raw as written in the document; `{0}` in it counts as a hole of string.Format */
export function isReplacedLater(raw: string): boolean {
  if (!/\{|__/.test(raw)) return false;
  return namedValueReferences(raw).length > 0 || deployPlaceholders(raw).some(({ style }) => style !== '{}');
}
