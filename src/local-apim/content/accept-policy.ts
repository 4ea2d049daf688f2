/** What the service makes of a policy or fragment that is sent to it: it keeps it, or says what is wrong. */
import { checkDocument } from '../../check/check-document.js';
import type { PolicyDocument } from '../../model/document.js';
import { InternalError } from '../../model/internal-error.js';
import type { XmlEncoding } from '../../syntax/xml/node.js';
import { parseStrictXml } from '../../syntax/xml/parse-xml.js';
import { type ElementError, elementErrors } from './element-error.js';
import { missingReferences } from './missing-references.js';
import { printServiceXml } from './print-service-xml.js';
import { readReceived } from './read-received.js';
import { invalidContent, notXml, tooLarge } from './refusal.js';
import { misplacedRoots } from './root-element.js';
import { SentText } from './sent-text.js';
import { serviceNodes } from './service-node.js';
import { exceededLimit } from './size-limit.js';
import type { AcceptContext, AcceptedOrRefused, ServiceError } from './stored-policy.js';
import { unavailablePolicies } from './unavailable-policies.js';
import { scopeAt } from './scope-at.js';
import { firstXmlError } from './xml-error.js';

/**
 * Looks at a text as the service does when it is saved: size, XML, then together all that our own checks call an error and every name that the
 * service does not hold. What checks only doubt is accepted. Source: reference/management-api.md §2.4 to §2.7.
 * @param text as sent; lines and columns in the answer are places in it
 */
export function acceptPolicy(text: string, format: XmlEncoding, context: AcceptContext): AcceptedOrRefused {
  const limit = exceededLimit(text, context);
  if (limit !== undefined) return refused(tooLarge(limit));
  const sent = new SentText(text, format);
  const error = firstXmlError(sent.xml);
  if (error !== undefined) return refused(notXml(error, sent, context.at));
  const xml = parseStrictXml(sent.xml);
  if (xml === undefined) throw new InternalError('a policy is XML for one reader and none for the other');
  const errors = errorsIn(readReceived(xml, scopeAt(context.at)), context);
  if (errors.length > 0) return refused(invalidContent(errors, sent, context.at));
  return { kind: 'accepted', stored: { xml: printServiceXml(serviceNodes(xml), 'xml') } };
}

function errorsIn(document: PolicyDocument, context: AcceptContext): ElementError[] {
  const roots = misplacedRoots(document, context.at);
  if (roots.length > 0) return roots;
  return [...elementErrors(checkDocument(document), document), ...unavailablePolicies(document, context), ...missingReferences(document, context.known)];
}

function refused(error: ServiceError): AcceptedOrRefused {
  return { kind: 'refused', error };
}
