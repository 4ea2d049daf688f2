/** Which types of values go in and out of expressions. Source: schemas/expressions/values.json and context.json. */
import { readTypes } from './compact-signature.js';
import { typeAt } from './type-library.js';
import { BODY_TYPES, RETURN_TYPES, VARIABLE_TYPES } from './type-table.generated.js';
import type { Type } from './type.js';

/** What an expression may give, whatever its place; types derived from JToken too. Inferred from Microsoft's policyutil. */
export function returnTypes(): readonly Type[] {
  return readTypes(RETURN_TYPES, [], typeAt);
}

/** What set-variable may store; types derived from JToken too. IResponse and Jwt are observed, the others documented. */
export function variableTypes(): readonly Type[] {
  return readTypes(VARIABLE_TYPES, [], typeAt);
}

/** The T of `Body.As<T>()`. */
export function bodyTypes(): readonly Type[] {
  return readTypes(BODY_TYPES, [], typeAt);
}
