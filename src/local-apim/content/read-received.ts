/** The policy tree of what the service took in, for the checks and for the references in it. */
import type { PolicyDocument } from '../../model/document.js';
import { SourceText } from '../../model/origin.js';
import { readPolicyDocument } from '../../model/read-document.js';
import type { Scope } from '../../model/scope.js';
import type { XmlDocument } from '../../syntax/xml/node.js';

/** @param scope where it is saved; nothing that depends on it can be asked without */
export function readReceived(xml: XmlDocument, scope?: Scope): PolicyDocument {
  return readPolicyDocument(xml, new SourceText('', xml.source), { name: '', ...(scope === undefined ? {} : { scope }) });
}
