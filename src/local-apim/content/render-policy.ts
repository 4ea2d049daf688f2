/** A stored policy as the service gives it out. */
import { InternalError } from '../../model/internal-error.js';
import type { XmlEncoding } from '../../syntax/xml/node.js';
import { parseStrictXml } from '../../syntax/xml/parse-xml.js';
import { printServiceXml } from './print-service-xml.js';
import { serviceNodes } from './service-node.js';
import type { StoredPolicy } from './stored-policy.js';

/**
 * The text of a policy or fragment, with CRLF line ends and no line end behind the last line. In `rawxml` expressions stand unescaped.
 * Source: reference/management-api.md §2.4.
 * @throws InternalError when what is stored is not what `acceptPolicy` made
 */
export function renderPolicy(stored: StoredPolicy, format: XmlEncoding): string {
  if (format === 'xml') return stored.xml;
  const xml = parseStrictXml(stored.xml);
  if (xml === undefined) throw new InternalError('a stored policy is not well-formed XML');
  return printServiceXml(serviceNodes(xml), 'rawxml');
}
