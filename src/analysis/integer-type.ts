/** The integer types of C# that priorities and other numbers in conditions have. */
import type { TypeNode } from '../syntax/csharp/ast.js';
import type { Interval } from './interval-set.js';

export interface IntegerType {
  readonly name: 'int' | 'long';
  readonly range: Interval;
}

export const INT: IntegerType = { name: 'int', range: { from: -(2n ** 31n), to: 2n ** 31n - 1n } };
export const LONG: IntegerType = { name: 'long', range: { from: -(2n ** 63n), to: 2n ** 63n - 1n } };

const TYPES: Readonly<Record<string, IntegerType>> = { int: INT, Int32: INT, 'System.Int32': INT, long: LONG, Int64: LONG, 'System.Int64': LONG };

/** The type of that name, spelled as C# or .NET does. */
export function integerTypeNamed(name: string): IntegerType | undefined {
  return Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
}

export function integerType(type: TypeNode): IntegerType | undefined {
  const name = typeName(type);
  return name === undefined ? undefined : integerTypeNamed(name);
}

/** `string`, `System.String`; undefined for types that are not a plain name. */
export function typeName(type: TypeNode): string | undefined {
  if (type.kind === 'PredefinedType') return type.keyword;
  if (type.kind !== 'NamedType' || type.parts.some(({ typeArguments }) => typeArguments.length > 0)) return undefined;
  return type.parts.map(({ name }) => name).join('.');
}
