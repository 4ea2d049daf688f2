/** The canonical layout of a policy document that somebody wrote, as its author meant it to be kept. */
import { InternalError } from '../model/internal-error.js';
import { firstDifference } from '../model/equal-documents.js';
import { holdsMessage } from '../model/message-content.js';
import { SourceText } from '../model/origin.js';
import { readPolicyDocument } from '../model/read-document.js';
import type { LineBreaks } from '../syntax/xml/escape.js';
import type { XmlDocument, XmlEncoding } from '../syntax/xml/node.js';
import { parseXml } from '../syntax/xml/parse-xml.js';
import { printCanonical } from '../syntax/xml/print-canonical.js';
import { printableNodes } from '../syntax/xml/printable-node.js';
import { sameNodes } from '../syntax/xml/same-nodes.js';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The document in the canonical layout, comments and single blank lines kept, and with them its encoding unless another one is asked
 * for, its byte order mark and the line end that most of its lines have. The document has to be read without errors.
 * @param lineBreaks how those of attributes are written in `xml`; as in the document when it is not said
 * @throws InternalError when the result would not say the same as the document
 */
export function formatPolicy(xml: XmlDocument, encoding: XmlEncoding = xml.encoding, lineBreaks: LineBreaks = lineBreaksOf(xml)): string {
  const { source } = xml;
  const printed = printCanonical(printableNodes(xml.children), {
    encoding,
    verbatim: holdsMessage,
    lineBreaks,
  });
  const formatted = (source.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '') + withLineEnd(printed, dominantLineEnd(source));
  requireSame(xml, formatted, encoding);
  return formatted;
}

/** Who writes line breaks of attributes as references wants them to survive XML parsers. */
const BREAK_AS_REFERENCE = /&#(?:0*10|x0*[aA]);/;

function lineBreaksOf({ encoding, source }: XmlDocument): LineBreaks {
  return encoding === 'xml' && !BREAK_AS_REFERENCE.test(source) ? 'literal' : 'reference';
}

function dominantLineEnd(source: string): '\n' | '\r\n' {
  if (!source.includes('\r\n')) return '\n';
  const lines = source.split('\n').length - 1;
  const carriageReturns = source.split('\r\n').length - 1;
  return carriageReturns > lines - carriageReturns ? '\r\n' : '\n';
}

function withLineEnd(text: string, lineEnd: '\n' | '\r\n'): string {
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}

function requireSame(before: XmlDocument, formatted: string, encoding: XmlEncoding): void {
  const after = parseXml(formatted);
  // XML forbids two hyphens in comments, which raw policy XML takes.
  const comments = encoding === before.encoding ? 'compare' : 'ignore';
  // Whoever holds the same nodes means the same; most results do, and need no look at what the nodes mean.
  if (!sameNodes(before.children, after.children, { comments, keepsBlanks: holdsMessage })) requireSameMeaning(before, after, comments);
  if (encoding === 'xml' && after.encoding !== 'xml') throw new InternalError('formatting would make a document that is not well-formed XML');
}

function requireSameMeaning(before: XmlDocument, after: XmlDocument, comments: 'compare' | 'ignore'): void {
  const difference = firstDifference(documentOf(before), documentOf(after), { comments });
  if (difference !== undefined) {
    throw new InternalError(`formatting would change the policy at '${difference.path}': ${difference.message}`);
  }
}

function documentOf(xml: XmlDocument): ReturnType<typeof readPolicyDocument> {
  return readPolicyDocument(xml, new SourceText('', xml.source), { name: '' });
}
