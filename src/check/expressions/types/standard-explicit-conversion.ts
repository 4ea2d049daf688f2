/** The explicit conversions that the language itself knows: numbers, enums, nullable, down a hierarchy, unboxing (ECMA-334 §10.3). */
import type { Type } from '../../../catalog/expressions/type.js';
import { type Conversion, ENUM, NULLABLE, NUMERIC, REFERENCE, UNBOXING, UNCERTAIN } from './conversion.js';
import { sameType } from './identity.js';
import { isDelegate, isEnum, isInterface, isKeyword, isNullable, isOpaque, isReferenceType, isSealed, isValueType, nullableUnderlying, numericOf } from './kinds.js';
import { areNumeric } from './numeric.js';
import { isImplicitReference, standardConversion } from './standard-conversion.js';
import { allInterfaces } from './supertypes.js';

/** The explicit conversion from one type to another that is not implicit and not user-defined. */
export function standardExplicit(from: Type, to: Type): Conversion | undefined {
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

/** Whether a standard explicit conversion exists: the reverse of an implicit one, or between numbers (ECMA-334 §10.4.3). */
export function hasStandardExplicit(from: Type, to: Type): boolean {
  return standardExplicit(from, to) !== undefined && (areNumeric(from, to) || standardConversion(to, from) !== undefined || isExplicitEnum(from, to) || isNullable(from) || isNullable(to));
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
  if (isInterface(to)) return !isSealed(from) || isVariantOfOwn(from, to);
  if (isInterface(from)) return !isSealed(to) || isVariantOfOwn(to, from) || (to.kind === 'array' && isListOf(from, to.element));
  if (from.kind === 'array' && to.kind === 'array') return from.rank === to.rank && isReferenceOrSame(from.element, to.element);
  return isDelegate(from) && isDelegate(to) && from.definition === to.definition && from.typeArguments.every((argument, index) => {
    const target = to.typeArguments[index];
    return target !== undefined && (sameType(argument, target) || (isReferenceType(argument) && isReferenceType(target)));
  });
}

/** Whether a sealed type has the interface for some type arguments. */
function isVariantOfOwn(type: Type, target: Type): boolean {
  if (type.kind === 'array') return allInterfaces(type).some((each) => target.kind === 'named' && each.definition === target.definition);
  return allInterfaces(type).some((each) => target.kind === 'named' && each.definition === target.definition && each.typeArguments.every((argument, index) => {
    const other = target.typeArguments[index];
    return other !== undefined && (sameType(argument, other) || (isReferenceType(argument) && isReferenceType(other)));
  }));
}

function isListOf(list: Type, element: Type): boolean {
  if (list.kind !== 'named' || list.typeArguments.length !== 1) return false;
  const [held] = list.typeArguments;
  return held !== undefined && isReferenceOrSame(held, element) && allInterfaces({ kind: 'array', element, rank: 1 }).some((each) => each.definition === list.definition);
}

function isReferenceOrSame(from: Type, to: Type): boolean {
  return sameType(from, to) || isImplicitReference(from, to) || isExplicitReference(from, to);
}
