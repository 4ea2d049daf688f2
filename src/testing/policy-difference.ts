/** Where two policies differ, for tests that hold a policy to another one. */
import type { AuthoredDocument } from '../dsl/authored.js';
import { firstDifference } from '../model/equal-documents.js';
import { policyDocument } from './policy-document.js';

/**
 * The first place where two policies do not say the same, and what stands there in each: `inbound/retry[1]/@count: the value is "3" in one,
 * "5" in the other`. Undefined when they say the same: comments, layout, the order of attributes and white space in expressions do not count.
 * @param actual what `api(…)`, `fragment(…)` and the like return, or XML, escaped or raw
 * @throws UsageError for XML that cannot be read
 * @example
 * expect(policyDifference(chat, readFileSync('exported/chat.xml', 'utf8'))).toBeUndefined();
 */
export function policyDifference(actual: AuthoredDocument | string, expected: AuthoredDocument | string): string | undefined {
  const difference = firstDifference(policyDocument(actual), policyDocument(expected));
  return difference === undefined ? undefined : `${difference.path === '' ? 'at the top' : difference.path}: ${difference.message}`;
}
