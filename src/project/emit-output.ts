/** A document as the XML that build writes, held against readers before anybody sees it. */
import { emitPolicyXml, type PolicyXmlOptions } from '../emit/policy-xml.js';
import type { PolicyDocument } from '../model/document.js';
import { firstDifference } from '../model/equal-documents.js';
import { InternalError } from '../model/internal-error.js';
import { holdsMessage } from '../model/message-content.js';
import { SourceText } from '../model/origin.js';
import { readPolicyDocument } from '../model/read-document.js';
import type { XmlDocument } from '../syntax/xml/node.js';
import { parseXml } from '../syntax/xml/parse-xml.js';
import { sameNodes } from '../syntax/xml/same-nodes.js';

/**
 * The document in the canonical layout. What was emitted is read again and has to say the same, comments aside; in the
 * `xml` encoding, which any XML parser must take, fast-xml-parser has to take it too (design.md, "Raw policy XML is not XML").
 * @param document without errors
 * @throws InternalError when the text does not stand up to that
 */
export async function emitOutput(document: PolicyDocument, options: PolicyXmlOptions): Promise<string> {
  const text = emitPolicyXml(document, options);
  const reread = parseXml(text);
  // Whoever holds the same nodes means the same; most documents do, and need no look at what the nodes mean.
  const holdsSame = reread.problems.length === 0 && sameNodes(document.roots, reread.children, { comments: 'ignore', keepsBlanks: holdsMessage });
  if (!holdsSame) requireSameMeaning(document, reread);
  if (options.content === 'xml') await holdAgainstXmlParser(text, document.name);
  return text;
}

function requireSameMeaning(document: PolicyDocument, xml: XmlDocument): void {
  const reread = readPolicyDocument(xml, new SourceText(document.name, xml.source), { name: document.name });
  const problem = reread.syntax?.problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) throw new InternalError(`the XML of '${document.name}' cannot be read back: ${problem.message}`);
  const difference = firstDifference(document, reread, { comments: 'ignore', text: 'trimmed' });
  if (difference !== undefined) throw new InternalError(`the XML of '${document.name}' reads back as something else at '${difference.path}': ${difference.message}`);
}

async function holdAgainstXmlParser(text: string, name: string): Promise<void> {
  const { xmlProblem } = await import('./xml-wellformed.js');
  const problem = xmlProblem(text);
  if (problem !== undefined) throw new InternalError(`the XML of '${name}' is refused by an XML parser in line ${problem.line}: ${problem.message}`);
}
