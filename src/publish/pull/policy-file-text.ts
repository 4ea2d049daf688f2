/** A policy as the service gives it to the text of a file that people edit. */
import { formatPolicy } from '../../emit/format-policy.js';
import type { PolicyDocument } from '../../model/document.js';
import { SourceText } from '../../model/origin.js';
import { readPolicyDocument } from '../../model/read-document.js';
import type { XmlDocument, XmlEncoding } from '../../syntax/xml/node.js';
import { parseXml } from '../../syntax/xml/parse-xml.js';

export type PolicyFileText = { readonly kind: 'text'; readonly text: string; readonly document: PolicyDocument } | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * The policy in the canonical layout (docs/format.md) with `\n` as line end, comments kept. The service writes line ends as CR and LF, and those
 * in attributes as references; neither is its author's. Source: reference/management-api.md §2.4.
 * @param text in either format
 * @param content how expressions are written in the file
 * @returns `unreadable`, with one sentence, when it is no policy XML
 */
export function policyFileText(text: string, content: XmlEncoding): PolicyFileText {
  const xml = withLineFeeds(text);
  const document = documentOf(xml);
  const problem = document.syntax?.problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) return { kind: 'unreadable', reason: `its XML cannot be read: ${problem.message}` };
  return { kind: 'text', text: formatPolicy(xml, content, 'reference'), document };
}

/** A carriage return as a reference, before a line feed in either form. */
const RETURN_BEFORE_FEED = /&#(?:x0*[dD]|0*13);(?=\n|&#(?:x0*[aA]|0*10);)/gu;

function withLineFeeds(text: string): XmlDocument {
  const source = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const xml = parseXml(source);
  // In raw XML and in CDATA it may be text of its own.
  if (xml.encoding !== 'xml' || source.includes('<![CDATA[')) return xml;
  const tidied = source.replace(RETURN_BEFORE_FEED, '');
  return tidied === source ? xml : parseXml(tidied);
}

function documentOf(xml: XmlDocument): PolicyDocument {
  return readPolicyDocument(xml, new SourceText('policy.xml', xml.source), { name: 'policy' });
}
