/** The XML that a policy compiles to, for snapshots. */
import type { AuthoredDocument } from '../dsl/authored.js';
import { emitPolicyXml } from '../emit/policy-xml.js';
import { policyDocument } from './policy-document.js';

/**
 * The policy in the layout that `aoai-policy build` writes; two policies that say the same give the same text.
 * @param policy what `api(…)`, `fragment(…)` and the like return, or XML, escaped or raw
 * @param content how expressions are written; default `rawxml`
 * @throws UsageError for XML that cannot be read
 * @example
 * expect(policyXml(chat)).toMatchInlineSnapshot();
 */
export function policyXml(policy: AuthoredDocument | string, content: 'rawxml' | 'xml' = 'rawxml'): string {
  return emitPolicyXml(policyDocument(policy), { content });
}
