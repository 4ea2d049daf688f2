/** Whether two contents are the same, and what to keep of one in a file to know it again. */
import { createHash } from 'node:crypto';
import type { ResourceBody } from '../resource-body.js';
import { canonicalForm } from './canonical-form.js';

/**
 * SHA-256 of the canonical form, as hexadecimal text. Secrets are not in it, since short ones could be guessed from it: contents that differ in a
 * secret alone have one digest, so whether contents are the same is for `sameContent` to say.
 */
export function contentDigest(body: ResourceBody): string {
  return createHash('sha256').update(canonicalForm(body, 'covered')).digest('hex');
}

/**
 * Whether both mean the same: formatting, comments and the order of attributes do not count, nor does what the service adds by itself.
 * The values of secret named values count where both are known.
 */
export function sameContent(a: ResourceBody, b: ResourceBody): boolean {
  if (a === b) return true;
  return !haveOtherSecrets(a, b) && canonicalForm(a, 'kept') === canonicalForm(b, 'kept');
}

/** Whether both are secret named values whose values are known and differ. */
export function haveOtherSecrets(a: ResourceBody, b: ResourceBody): boolean {
  return a.kind === 'named-value' && b.kind === 'named-value' && a.secretValue !== undefined && b.secretValue !== undefined && !a.secretValue.equals(b.secretValue);
}
