/** What the place of an expression wants it to give. */
import { UNKNOWN, coreType } from '../../catalog/expressions/type-library.js';
import type { Type } from '../../catalog/expressions/type.js';
import { returnTypes, variableTypes } from '../../catalog/expressions/value-types.js';
import { isNamed, sameType } from './types/identity.js';
import { baseTypes } from './types/supertypes.js';

export interface WantedType {
  /** For messages: `a bool`. */
  readonly what: string;
  /** What the value is converted to by itself; absent where one of several types is wanted as it is. */
  readonly type?: Type;
  /** Whether the place takes a value of the type, which is known. */
  readonly accepts: (type: Type) => boolean;
  /** `inferred`: no source says what the service does with other types. */
  readonly certainty: 'observed' | 'inferred';
}

interface PlaceOfUse {
  /** The element that has the attribute or text, and the one around it. */
  readonly element: string;
  readonly parent: string | undefined;
  /** Name of the attribute; undefined for text. */
  readonly attribute: string | undefined;
}

/** Places that want text: all 700 expressions seen there in public policies give a string. Source: reference/expressions.md §3, §7 no. 40. */
const TEXT_PLACES: ReadonlySet<string> = new Set([
  'set-header/value', 'set-query-parameter/value', 'set-url', 'set-method', 'message', 'rewrite-uri/@template', 'set-backend-service/@base-url', 'set-backend-service/@backend-id',
  'set-status/@reason', 'metadata/@value', 'dimension/@value',
]);

/** @returns what the place wants; every place wants one of the types that an expression may give at all */
export function wantedTypeAt(place: PlaceOfUse): WantedType {
  const { attribute, element } = place;
  if (attribute !== undefined && /^(?:.+-)?condition$/u.test(attribute)) return bool();
  if (attribute === 'token-quota') return quota();
  if (attribute === 'counter-key' || TEXT_PLACES.has(keyOf(place)) || TEXT_PLACES.has(`${place.parent ?? ''}/${element}`)) return text();
  if (element === 'set-variable' && attribute === 'value') return VARIABLE;
  return ANY;
}

function keyOf({ element, attribute }: PlaceOfUse): string {
  return attribute === undefined ? element : `${element}/@${attribute}`;
}

/** Source: reference/expressions.json, returnTypes.notes. */
function bool(): WantedType {
  return { what: 'a bool', type: coreType('bool'), accepts: () => true, certainty: 'observed' };
}

function text(): WantedType {
  return { what: 'a string', type: coreType('string'), accepts: () => true, certainty: 'inferred' };
}

/** An int, which C# would widen, was refused. Source: reference/expressions.md §3. */
function quota(): WantedType {
  const long = coreType('long');
  return { what: 'a long', type: long, accepts: (type) => sameType(type, long), certainty: 'observed' };
}

/** Source: the reference page of set-variable, "Allowed types". */
const VARIABLE: WantedType = { what: 'a type that a variable can hold', accepts: (type) => isAmong(type, variableTypes()), certainty: 'inferred' };

/** Source: Microsoft's policyutil, by way of reference/expressions.json, returnTypes. */
const ANY: WantedType = {
  what: 'a type that an expression may give', accepts: (type) => isAmong(type, returnTypes()) || isAmong(type, variableTypes()), certainty: 'inferred',
};

/** Types derived from JToken count as it. */
function isAmong(type: Type, types: readonly Type[]): boolean {
  return types.some((one) => sameType(one, type)) || [type, ...baseTypes(type)].some((one) => isNamed(one, 'Newtonsoft.Json.Linq.JToken'));
}

/** A value of which nothing is known fits everywhere. */
export function fitsPlace(type: Type, { accepts }: WantedType): boolean {
  return type === UNKNOWN || type.kind === 'dynamic' || accepts(type);
}
