/** The error bodies of ARM and of API Management. Source: reference/management-api.md §2.1, §2.6, §2.7; where it is silent, ARM's public wording. */
import type { ServiceError } from './content/stored-policy.js';

const INCORRECT_FIELDS = 'One or more fields contain incorrect values:';

/** A refusal that names the field in its details, as almost all of the service's do. */
export function incorrectField(target: string, message: string): ServiceError {
  return { status: 400, code: 'ValidationError', message: INCORRECT_FIELDS, details: [{ code: 'ValidationError', target, message }] };
}

/** A refusal whose only message is the upper one. */
export function refusal(message: string): ServiceError {
  return { status: 400, code: 'ValidationError', message, details: null };
}

/** @param noun what the service calls it: `Api`, `PoliciesConfiguration` */
export function notFound(noun: string): ServiceError {
  return { status: 404, code: 'ResourceNotFound', message: `${noun} not found.`, details: null };
}

/** A `description` is what the service puts before the list, such as `The Policy Fragment 'f'`; the list is of paths below the service. */
export function inUse(description: string, users: readonly string[]): ServiceError {
  return refusal(`${description} is used by the following entities:\r\n${users.map((path) => `/${path}\r\n`).join('')}`);
}

/** Of a PUT below something that does not exist. */
export const MISSING_PARENT = refusal('Entity with specified identifier not found');

export const NO_PROPERTIES = refusal("Invalid payload format.  Contract should have 'properties' specified.");

export const PRECONDITION_FAILED: ServiceError = { status: 412, code: 'PreconditionFailed', message: 'Resource was modified since last retrieval.', details: null };

/** The status is the reference's assumption (§2.8, 2), the wording is ours: neither was seen (§5). */
export const MISSING_IF_MATCH = incorrectField('If-Match', "The header 'If-Match' is required: an ETag, or * for whatever there is.");

/** Of a policy id that is not `policy`: the message is empty on the service too. */
export const WRONG_POLICY_ID: ServiceError = { status: 406, code: 'BadRequest', message: '', details: null };

/** @param noun as in `notFound` */
export function operationInProgress(noun: string): ServiceError {
  return { status: 409, code: 'Conflict', message: `Operation on the ${noun} is in progress`, details: null };
}

/** How ARM answers what is not JSON, or is none that it takes. */
export function invalidRequestContent(reason: string): ServiceError {
  return armError(400, 'InvalidRequestContent', `The request content was invalid and could not be deserialized: '${reason}'.`);
}

/** ARM's own bodies have no `details`. */
export function armError(status: number, code: string, message: string): ServiceError {
  return { status, code, message, details: null };
}
