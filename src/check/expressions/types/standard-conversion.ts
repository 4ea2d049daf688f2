/** The standard implicit conversions from type to type: all but the user-defined ones and those of constants and functions (ECMA-334 §10.2, §10.4.2). */
import type { NamedType, Type } from '../../../catalog/expressions/type.js';
import { BOXING, type Conversion, IDENTITY, NULLABLE, NUMERIC, REFERENCE, TUPLE, UNCERTAIN } from './conversion.js';
import { isUnknown, sameType } from './identity.js';
import { isDelegate, isInterface, isKeyword, isOpaque, isReferenceType, nullableUnderlying, numericOf } from './kinds.js';
import { widens } from './numeric.js';
import { remembered } from './remembered.js';
import { baseTypes, constructionsOf, interfacesOf } from './supertypes.js';

/** The standard implicit conversion from one type to another; absent when there is none. What is unknown converts to everything. */
export const standardConversion = remembered(findStandard);

function findStandard(from: Type, to: Type): Conversion | undefined {
  if (isUnknown(from) || isUnknown(to)) return UNCERTAIN;
  if (sameType(from, to)) return IDENTITY;
  if (isKeyword(from, 'void') || isKeyword(to, 'void')) return undefined;
  if (isImplicitNumeric(from, to)) return NUMERIC;
  const underlying = nullableUnderlying(to);
  if (underlying !== undefined) return toNullable(from, underlying);
  if (isReferenceType(from)) {
    if (isImplicitReference(from, to)) return REFERENCE;
  } else if (isBoxing(from, to)) return BOXING;
  if (areTuplesThatConvert(from, to)) return TUPLE;
  return isUncertain(from, to) ? UNCERTAIN : undefined;
}

function isImplicitNumeric(from: Type, to: Type): boolean {
  const source = numericOf(from);
  const target = numericOf(to);
  return source !== undefined && target !== undefined && widens(source, target);
}

/** `T` or `T?` to `U?` where `T` is `U` or converts to it as a number. */
function toNullable(from: Type, target: Type): Conversion | undefined {
  const source = nullableUnderlying(from) ?? from;
  if (sameType(source, target) || isImplicitNumeric(source, target) || areTuplesThatConvert(source, target)) return NULLABLE;
  return isOpaque(source) ? UNCERTAIN : undefined;
}

/** Whether the types derive from something that the library does not say. */
function isUncertain(from: Type, to: Type): boolean {
  if (isOpaque(from) || (isOpaque(to) && to.kind === 'type-parameter')) return true;
  return baseTypes(from).some(isOpaque);
}

/** An implicit reference conversion between two reference types, by derivation, interface, array covariance or variance. */
export function isImplicitReference(from: Type, to: Type): boolean {
  if (!isReferenceType(from) || !isReferenceType(to)) return false;
  if (isKeyword(to, 'object') || sameType(from, to)) return true;
  if (to.kind === 'array') return from.kind === 'array' && from.rank === to.rank && isSameOrReference(from.element, to.element);
  if (to.kind !== 'named') return false;
  if (isInterface(to)) return constructionsOf(from, to.definition).some((each) => isVariant(each, to)) || isListOfArray(from, to);
  if (isDelegate(to)) return from.kind === 'named' && isVariant(from, to);
  return baseTypes(from).some((base) => sameType(base, to));
}

/** `string[]` to `IList<object>`: arrays are covariant in their lists too, although the interface is not. */
function isListOfArray(from: Type, to: NamedType): boolean {
  if (from.kind !== 'array' || from.rank !== 1 || to.typeArguments.length !== 1) return false;
  const [element] = to.typeArguments;
  return element !== undefined && interfacesOf(from, to.definition).length > 0 && isSameOrReference(from.element, element);
}

function isSameOrReference(from: Type, to: Type): boolean {
  return sameType(from, to) || isImplicitReference(from, to);
}

/** Whether two constructions of one interface or delegate convert by the variance of its parameters. */
function isVariant(from: NamedType, to: NamedType): boolean {
  return from.definition === to.definition && from.typeArguments.every((argument, index) => {
    const target = to.typeArguments[index];
    if (target === undefined) return false;
    if (sameType(argument, target)) return true;
    const variance = from.definition.typeParameters[index]?.variance;
    if (variance === 'out') return isImplicitReference(argument, target);
    return variance === 'in' && isImplicitReference(target, argument);
  });
}

/** A value type to `object`, its bases or its interfaces; a `T?` as its `T`. */
function isBoxing(from: Type, to: Type): boolean {
  const source = nullableUnderlying(from) ?? from;
  if (source.kind === 'type-parameter') return isKeyword(to, 'object');
  if (isInterface(to)) return interfacesOf(source, to.definition).some((each) => isVariant(each, to));
  return isReferenceType(to) && baseTypes(source).some((base) => sameType(base, to));
}

/** Tuples convert element by element. */
function areTuplesThatConvert(from: Type, to: Type): boolean {
  return from.kind === 'named' && to.kind === 'named' && from.definition === to.definition && from.definition.name === 'System.ValueTuple'
    && from.typeArguments.every((argument, index) => {
      const target = to.typeArguments[index];
      return target !== undefined && standardConversion(argument, target) !== undefined;
    });
}
