/** The explicit conversions that the language itself knows: numbers, enums, nullable, down a hierarchy, unboxing (ECMA-334 §10.3). */
import type { NamedType, Type } from '../../../catalog/expressions/type.js';
import { type Conversion, ENUM, NULLABLE, NUMERIC, REFERENCE, UNBOXING, UNCERTAIN } from './conversion.js';
import { sameType } from './identity.js';
import { isDelegate, isEnum, isInterface, isKeyword, isNullable, isOpaque, isReferenceType, isSealed, isValueType, nullableUnderlying, numericOf } from './kinds.js';
import { areNumeric } from './numeric.js';
import { remembered } from './remembered.js';
import { isImplicitReference, standardConversion } from './standard-conversion.js';
import { interfacesOf } from './supertypes.js';

/** The explicit conversion from one type to another that is not implicit and not user-defined. */
export const standardExplicit = remembered(findExplicit);

function findExplicit(from: Type, to: Type): Conversion | undefined {
  if (isKeyword(from, 'void') || isKeyword(to, 'void')) return undefined;
  if (isOpaque(from) || isOpaque(to)) return UNCERTAIN;
  if (areNumeric(from, to)) return NUMERIC;
  if (isExplicitEnum(from, to)) return ENUM;
  if (isNullable(from) || isNullable(to)) {
    const nullable = explicitNullable(from, to);
    if (nullable !== undefined) return nullable;
  }
  if (isUnboxing(from, to)) return UNBOXING;
  return isExplicitReference(from, to) ? REFERENCE : undefined;
}

/** Whether a standard explicit conversion exists: one whose reverse is a standard implicit conversion (ECMA-334 §10.4.3). */
export function hasStandardExplicit(from: Type, to: Type): boolean {
  return standardConversion(to, from) !== undefined && standardExplicit(from, to) !== undefined;
}

function isExplicitEnum(from: Type, to: Type): boolean {
  return (isEnum(from) && (isEnum(to) || numericOf(to) !== undefined)) || (isEnum(to) && numericOf(from) !== undefined);
}

/** `S?` to `T?`, `S` to `T?` and `S?` to `T` where `S` converts to `T`. */
function explicitNullable(from: Type, to: Type): Conversion | undefined {
  const source = nullableUnderlying(from) ?? from;
  const target = nullableUnderlying(to) ?? to;
  if (!isValueType(source) || !isValueType(target)) return undefined;
  return sameType(source, target) || standardConversion(source, target) !== undefined || standardExplicit(source, target) !== undefined ? NULLABLE : undefined;
}

/** What boxing made of a value type, back to it. */
function isUnboxing(from: Type, to: Type): boolean {
  return isReferenceType(from) && isValueType(to) && standardConversion(to, from) !== undefined;
}

function isExplicitReference(from: Type, to: Type): boolean {
  if (!isReferenceType(from) || !isReferenceType(to)) return false;
  if (isImplicitReference(to, from)) return true;
  if (from.kind === 'array' && isInterface(to)) return isListOf(to, from.element, (held) => isReferenceOrSame(from.element, held));
  if (to.kind === 'array' && isInterface(from)) return isListOf(from, to.element, (held) => isReferenceOrSame(held, to.element));
  if (isInterface(to)) return !isSealed(from) || isVariantOfOwn(from, to);
  if (isInterface(from)) return !isSealed(to) || isVariantOfOwn(to, from);
  if (from.kind === 'array' && to.kind === 'array') return from.rank === to.rank && isReferenceOrSame(from.element, to.element);
  return isDelegate(from) && isDelegate(to) && from.definition === to.definition && mayMeet(from, to);
}

/** Whether a sealed type has the interface for type arguments that may meet. */
function isVariantOfOwn(type: Type, target: NamedType): boolean {
  return interfacesOf(type, target.definition).some((each) => mayMeet(each, target));
}

function mayMeet(a: NamedType, b: NamedType): boolean {
  return a.typeArguments.every((argument, index) => {
    const other = b.typeArguments[index];
    return other !== undefined && (sameType(argument, other) || (isReferenceType(argument) && isReferenceType(other)));
  });
}

/** Whether an array of the element is such a list, of elements that convert. */
function isListOf(list: NamedType, element: Type, converts: (held: Type) => boolean): boolean {
  const [held] = list.typeArguments;
  return held !== undefined && list.typeArguments.length === 1 && converts(held) && interfacesOf({ kind: 'array', element, rank: 1 }, list.definition).length > 0;
}

function isReferenceOrSame(from: Type, to: Type): boolean {
  return sameType(from, to) || isImplicitReference(from, to) || isExplicitReference(from, to);
}
