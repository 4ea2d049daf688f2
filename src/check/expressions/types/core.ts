/** The types that the language itself builds on. */
import { typeNamed } from '../../../catalog/expressions/type-library.js';
import type { NamedType, Type, TypeDefinition } from '../../../catalog/expressions/type.js';
import type { SpecialType } from './kinds.js';

const NAMES: Readonly<Record<SpecialType, string>> = {
  sbyte: 'System.SByte', byte: 'System.Byte', short: 'System.Int16', ushort: 'System.UInt16', int: 'System.Int32', uint: 'System.UInt32', long: 'System.Int64',
  ulong: 'System.UInt64', char: 'System.Char', float: 'System.Single', double: 'System.Double', decimal: 'System.Decimal', bool: 'System.Boolean',
  string: 'System.String', object: 'System.Object', void: 'System.Void',
};
const made = new Map<string, NamedType>();
const nullables = new WeakMap<TypeDefinition, NamedType>();

/** The type of a keyword: `int` is System.Int32. */
export function special(keyword: SpecialType): NamedType {
  return wellKnown(NAMES[keyword]);
}

/** A type that the language refers to by its full name. Throws when the library lacks it: that is a mistake in the library. */
export function wellKnown(name: string, typeArguments: readonly Type[] = []): NamedType {
  const known = typeArguments.length === 0 ? made.get(name) : undefined;
  if (known !== undefined) return known;
  const definition = typeNamed(name, typeArguments.length);
  if (definition === undefined) throw new Error(`the library of types lacks ${name}`);
  const type: NamedType = { kind: 'named', definition, typeArguments };
  if (typeArguments.length === 0) made.set(name, type);
  return type;
}

/** `T?` */
export function nullableOf(type: Type): NamedType {
  if (type.kind !== 'named' || type.typeArguments.length > 0) return wellKnown('System.Nullable', [type]);
  let nullable = nullables.get(type.definition);
  if (nullable === undefined) nullables.set(type.definition, (nullable = wellKnown('System.Nullable', [type])));
  return nullable;
}

export function arrayOf(element: Type, rank = 1): Type {
  return { kind: 'array', element, rank };
}
