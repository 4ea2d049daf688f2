/** What the service makes of a policy or fragment that is sent to it: it keeps it, or says what is wrong. */
import { checkDocument } from '../../check/check-document.js';
import { InternalError } from '../../model/internal-error.js';
import type { XmlEncoding } from '../../syntax/xml/node.js';
import { parseRawXml, parseStrictXml } from '../../syntax/xml/parse-xml.js';
import { elementErrors } from './element-error.js';
import { missingReferences } from './missing-references.js';
import { printServiceXml } from './print-service-xml.js';
import { readReceived } from './read-received.js';
import { invalidContent, notXml, tooLarge } from './refusal.js';
import { misplacedRoots } from './root-element.js';
import { serviceNodes } from './service-node.js';
import { exceededLimit } from './size-limit.js';
import type { AcceptContext, AcceptedOrRefused, ServiceError } from './stored-policy.js';
import { gatewaysOf, scopeAt } from './where.js';
import { firstXmlError } from './xml-error.js';

/**
 * Looks at a text as the service does when it is saved: size, XML, then together all that our own checks call an error and every name that the
 * service does not hold. What checks only doubt is accepted. Source: reference/management-api.md §2.4 to §2.7.
 * @param text as sent; lines and columns in the answer are places in it
 */
export function acceptPolicy(text: string, format: XmlEncoding, context: AcceptContext): AcceptedOrRefused {
  const limit = exceededLimit(text, context);
  if (limit !== undefined) return refused(tooLarge(limit));
  if (format === 'xml') {
    const error = firstXmlError(text);
    if (error !== undefined) return refused(notXml(error, context.at));
  }
  const xml = format === 'xml' ? parseStrictXml(text) : parseRawXml(text);
  if (xml === undefined) throw new InternalError('a policy is XML for one reader and none for the other');
  const document = readReceived(xml, format, scopeAt(context.at));
  const roots = misplacedRoots(document, context.at);
  const found = roots.length > 0 ? roots : [
    ...elementErrors(checkDocument(document, { gateways: gatewaysOf(context.sku) }), document, context),
    ...missingReferences(document, context.known),
  ];
  if (found.length > 0) return refused(invalidContent(found, document, context.at));
  return { kind: 'accepted', stored: { xml: printServiceXml(serviceNodes(xml, format), 'xml') } };
}

function refused(error: ServiceError): AcceptedOrRefused {
  return { kind: 'refused', error };
}
