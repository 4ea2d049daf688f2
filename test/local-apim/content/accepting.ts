/** What tests of the local APIM's content have in common: a service that holds every name, or none. */
import { acceptPolicy } from '../../../src/local-apim/content/accept-policy.js';
import type { AcceptContext, KnownNames, ServiceError, StoredPolicy } from '../../../src/local-apim/content/stored-policy.js';

export const EVERY_NAME: KnownNames = { hasBackend: () => true, hasFragment: () => true, hasNamedValue: () => true, hasLogger: () => true };
export const NO_NAME: KnownNames = { hasBackend: () => false, hasFragment: () => false, hasNamedValue: () => false, hasLogger: () => false };

export const AT_OPERATION: AcceptContext = { at: 'operation', sku: 'Developer', known: EVERY_NAME };

/** @throws Error with the refusal when it is refused */
export function accepted(text: string, format: 'xml' | 'rawxml', context: AcceptContext = AT_OPERATION): StoredPolicy {
  const result = acceptPolicy(text, format, context);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.error));
  return result.stored;
}

/** The refusal; undefined when it is accepted. */
export function refusal(text: string, format: 'xml' | 'rawxml', context: AcceptContext = AT_OPERATION): ServiceError | undefined {
  const result = acceptPolicy(text, format, context);
  return result.kind === 'refused' ? result.error : undefined;
}
