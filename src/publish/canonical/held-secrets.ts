/** Whether a content may be written to a file. */
import type { ResourceBody } from '../resource-body.js';
import { canonicalForm } from './canonical-form.js';

/** Whether a secret stands in it as text: a key in a policy, the credentials of a backend, the value of a secret named value. */
export function holdsSecret(body: ResourceBody): boolean {
  if (body.kind === 'named-value' && body.secretValue !== undefined) return true;
  return canonicalForm(body, 'kept') !== canonicalForm(body, 'covered');
}
