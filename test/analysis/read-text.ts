/** Documents and conditions from text, for tests. */
import type { PolicyDocument } from '../../src/model/document.js';
import { SourceText } from '../../src/model/origin.js';
import { policyValue } from '../../src/model/policy-value.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import type { PolicyValue } from '../../src/model/value.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

export function readText(text: string, file = 'policy.xml'): PolicyDocument {
  return readPolicyDocument(parseXml(text), new SourceText(file, text), { name: file });
}

/** A value as it stands in an attribute: `@(…)`, `@{…}` or text. */
export function readValue(text: string): PolicyValue {
  const source = new SourceText('value', text);
  return policyValue(text, (span) => ({ file: source.path, range: source.lines.range(span) }));
}
