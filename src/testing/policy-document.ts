/** A policy as tests have it in hand, an authored document or XML, to the tree that everything else works on. */
import type { AuthoredDocument, CallSite } from '../dsl/authored.js';
import type { CallOrigin } from '../dsl/code-origin.js';
import { toDocument } from '../dsl/to-document.js';
import type { PolicyDocument } from '../model/document.js';
import { SourceText, textOrigin } from '../model/origin.js';
import { readPolicyDocument } from '../model/read-document.js';
import { UsageError } from '../model/usage-error.js';
import { parseXml } from '../syntax/xml/parse-xml.js';

/**
 * @param policy what `api(…)`, `fragment(…)` and the like return, or the text of a policy in XML, escaped or raw
 * @throws UsageError for XML that cannot be read and for a broken `raw(…)`, with the mistakes and their lines
 */
export function policyDocument(policy: AuthoredDocument | string): PolicyDocument {
  if (typeof policy !== 'string') {
    const { document, diagnostics } = toDocument(policy, callOrigin);
    return withoutProblems(document, diagnostics.map(({ message }) => message));
  }
  const source = new SourceText('policy.xml', policy);
  const document = readPolicyDocument(parseXml(policy), source, { name: 'policy' });
  const problems = document.syntax?.problems ?? [];
  return withoutProblems(document, problems.map(({ message, span }) => `line ${textOrigin(source, span).range.start.line}: ${message}`));
}

function withoutProblems(document: PolicyDocument, problems: readonly string[]): PolicyDocument {
  if (problems.length === 0) return document;
  throw new UsageError(`the policy cannot be read:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

/** A test runner transforms the files it runs, so a call's place in them is not a place in the author's file. */
function callOrigin({ url }: CallSite): CallOrigin {
  const source = new SourceText(url, '');
  return { file: url, source, range: source.lines.range({ start: 0, end: 0 }) };
}
