/** The named values that JSON names in double braces, as credentials of backends do. */
import { isJsonObject, type Json } from '../../model/json.js';
import { namedValueReferences } from '../../model/named-value-reference.js';

/** @returns display names, in the order in which they stand */
export function namedValuesIn(value: Json): readonly string[] {
  if (typeof value === 'string') return namedValueReferences(value).map(({ name }) => name);
  if (Array.isArray(value)) return value.flatMap((inner: Json) => namedValuesIn(inner));
  return isJsonObject(value) ? Object.values(value).flatMap(namedValuesIn) : [];
}
