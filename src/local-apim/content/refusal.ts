/** The bodies with which the service refuses a policy. Source: reference/management-api.md §2.7. */
import type { PolicyDocument } from '../../model/document.js';
import type { ElementError } from './element-error.js';
import type { SizeLimit } from './size-limit.js';
import type { AcceptContext, ServiceError } from './stored-policy.js';

const CODE = 'ValidationError';
const FIELDS = 'One or more fields contain incorrect values:';

/** @param error in .NET's words, with line and position */
export function notXml(error: string, at: AcceptContext['at']): ServiceError {
  if (at === 'fragment') return topLevel(`The policy fragment is not a valid XML: ${error}`);
  return { status: 400, code: CODE, message: FIELDS, details: [{ code: CODE, target: 'representation', message: error }] };
}

export function tooLarge({ shown }: SizeLimit): ServiceError {
  return topLevel(`Policy size exceeds allowed limit of ${shown}`);
}

/** @param errors at least one */
export function invalidContent(errors: readonly ElementError[], document: PolicyDocument, at: AcceptContext['at']): ServiceError {
  const inExpression = errors.find((error) => error.inExpression === true);
  if (at === 'fragment' && inExpression !== undefined) return topLevel(`The policy fragment contains invalid policy expression. ${inExpression.text}`);
  return { status: 400, code: CODE, message: FIELDS, details: errors.map((error) => detailOf(error, document)) };
}

function topLevel(message: string): ServiceError {
  return { status: 400, code: CODE, message, details: null };
}

type Detail = NonNullable<ServiceError['details']>[number];

function detailOf({ place, text }: ElementError, { syntax }: PolicyDocument): Detail {
  const nameStart = place?.element.syntax?.nameSpan.start;
  if (place === undefined || nameStart === undefined || syntax === undefined) return { code: CODE, target: 'representation', message: text };
  const { name } = place.element;
  const { line, column } = syntax.source.lines.position(nameStart);
  return { code: CODE, target: name, message: `Error in element '${name}' on line ${String(line)}, column ${String(column)}: ${text}` };
}
