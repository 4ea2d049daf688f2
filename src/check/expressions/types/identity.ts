/** When two types are the same. */
import type { Type } from '../../../catalog/expressions/type.js';

/** Nothing is known of it, or it is bound at run time: every question about it is answered in the author's favour. */
export function isUnknown(type: Type): boolean {
  return type.kind === 'unknown' || type.kind === 'dynamic';
}

/** Whether a part of the type is unknown: `List<?>`. */
export function containsUnknown(type: Type): boolean {
  switch (type.kind) {
    case 'unknown':
    case 'dynamic':
      return true;
    case 'named':
      return type.typeArguments.some(containsUnknown);
    case 'array':
      return containsUnknown(type.element);
    case 'anonymous':
      return type.properties.some((property) => containsUnknown(property.type));
    case 'type-parameter':
      return false;
  }
}

/** Whether an identity conversion exists: what is unknown is the same as anything, names of tuple elements do not count. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind === 'named' && b.kind === 'named') return a.definition === b.definition && sameTypes(a.typeArguments, b.typeArguments);
  if (isUnknown(a) || isUnknown(b)) return true;
  switch (a.kind) {
    case 'array':
      return b.kind === 'array' && a.rank === b.rank && sameType(a.element, b.element);
    case 'type-parameter':
      return b.kind === 'type-parameter' && a.owner === b.owner && a.ordinal === b.ordinal && a.name === b.name;
    case 'anonymous':
      return b.kind === 'anonymous' && a.properties.length === b.properties.length
        && a.properties.every(({ name, type }, index) => isSameProperty(name, type, b.properties[index]));
    default:
      return false;
  }
}

function isSameProperty(name: string, type: Type, other: { readonly name: string; readonly type: Type } | undefined): boolean {
  return other !== undefined && other.name === name && sameType(type, other.type);
}

export function sameTypes(a: readonly Type[], b: readonly Type[]): boolean {
  return a.length === b.length && a.every((type, index) => sameType(type, b[index] ?? type));
}

/** Whether a type is the one of this full name: `isNamed(type, 'System.Nullable', 1)`. */
export function isNamed(type: Type, name: string, arity = 0): boolean {
  return type.kind === 'named' && type.definition.arity === arity && type.definition.name === name;
}
