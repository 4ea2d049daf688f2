/** The body of a request as JSON. */
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { ServiceError } from './content/stored-policy.js';
import { invalidRequestContent } from './management-error.js';
import type { ManagementRequest } from './management-request.js';

/** No resource is as deep; what handles JSON here calls itself for each level. */
const MOST_LEVELS = 64;

export function parseBody({ body }: ManagementRequest): { readonly value: JsonObject } | { readonly error: ServiceError } {
  if (body.trim() === '') return { error: invalidRequestContent('the body is empty') };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return { error: invalidRequestContent(error.message) };
    throw error;
  }
  if (!isJsonObject(value)) return { error: invalidRequestContent('the body is no JSON object') };
  return isDeeperThan(value, MOST_LEVELS) ? { error: invalidRequestContent(`the body is nested in more than ${MOST_LEVELS} levels`) } : { value };
}

function isDeeperThan(value: JsonObject, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((inner) => (typeof inner === 'object' && inner !== null ? Object.values(inner) : []));
  }
  return false;
}
