/** Whether a stored value can be read as a type. Unboxing takes the very type. Source: reference/expressions.md §3. */
import { isValueType, shortTypeName } from './type-text.js';

/** JSON types below JToken. */
const TOKENS: ReadonlySet<string> = new Set(['JToken', 'JObject', 'JArray', 'JValue', 'JProperty', 'JContainer', 'JRaw', 'JConstructor']);

/** JSON types that may be more than they say: a value of type JToken is a JObject, a JArray or another. */
const ABSTRACT_TOKENS: ReadonlySet<string> = new Set(['JToken', 'JContainer', 'JValue']);

/** Classes of which nothing is derived, and which implement no class that anyone reads. */
const SEALED: ReadonlySet<string> = new Set(['string', 'Jwt', 'IResponse', 'Authorization', 'byte[]']);

const BASES: ReadonlySet<string> = new Set(['object', 'IEnumerable', 'IComparable', 'IConvertible', 'IFormattable', 'ICloneable', 'IEquatable', 'ValueType']);

/**
 * @param stored type of the stored value, `wanted` the type it is read as; both as `typeText` names them
 * @returns false only when reading is sure to throw
 */
export function fitsType(stored: string, wanted: string): boolean {
  const from = shortTypeName(stored);
  const to = shortTypeName(wanted);
  if (from === to || BASES.has(to)) return true;
  const fromValue = underlying(from);
  const toValue = underlying(to);
  if (isValueType(fromValue)) return isValueType(toValue) ? fromValue === toValue : !isKnownClass(to);
  if (!isKnownClass(from)) return true;
  if (isValueType(toValue)) return false;
  if (TOKENS.has(from) && TOKENS.has(to)) return ABSTRACT_TOKENS.has(from) || ABSTRACT_TOKENS.has(to);
  return !isKnownClass(to);
}

/** A stored `int?` is an int, or null. */
function underlying(type: string): string {
  return type.endsWith('?') ? type.slice(0, -1) : type;
}

function isKnownClass(type: string): boolean {
  return SEALED.has(type) || TOKENS.has(type);
}
