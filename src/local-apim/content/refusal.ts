/** The bodies with which the service refuses a policy. Source: reference/management-api.md §2.7. */
import type { ElementError } from './element-error.js';
import type { SentText } from './sent-text.js';
import type { SizeLimit } from './size-limit.js';
import type { AcceptContext, ServiceError } from './stored-policy.js';
import type { XmlError } from './xml-error.js';

const CODE = 'ValidationError';
const FIELDS = 'One or more fields contain incorrect values:';

export function notXml({ message, at }: XmlError, sent: SentText, where: AcceptContext['at']): ServiceError {
  const { line, column } = sent.position(at ?? 0);
  const error = at === undefined ? message : `${message} Line ${String(line)}, position ${String(column)}.`;
  if (where === 'fragment') return topLevel(`The policy fragment is not a valid XML: ${error}`);
  return { status: 400, code: CODE, message: FIELDS, details: [{ code: CODE, target: 'representation', message: error }] };
}

export function tooLarge({ shown }: SizeLimit): ServiceError {
  return topLevel(`Policy size exceeds allowed limit of ${shown}`);
}

/** @param errors at least one */
export function invalidContent(errors: readonly ElementError[], sent: SentText, where: AcceptContext['at']): ServiceError {
  const inExpression = errors.find((error) => error.inExpression === true);
  if (where === 'fragment' && inExpression !== undefined) return topLevel(`The policy fragment contains invalid policy expression. ${inExpression.text}`);
  const details = new Map(errors.map((error) => detailOf(error, sent)).map((detail) => [detail.message, detail]));
  return { status: 400, code: CODE, message: FIELDS, details: [...details.values()] };
}

function topLevel(message: string): ServiceError {
  return { status: 400, code: CODE, message, details: null };
}

type Detail = NonNullable<ServiceError['details']>[number];

function detailOf({ place, text }: ElementError, sent: SentText): Detail {
  const nameStart = place?.element.syntax?.nameSpan.start;
  if (place === undefined || nameStart === undefined) return { code: CODE, target: 'representation', message: text };
  const { name } = place.element;
  const { line, column } = sent.position(nameStart);
  return { code: CODE, target: name, message: `Error in element '${name}' on line ${String(line)}, column ${String(column)}: ${text}` };
}
