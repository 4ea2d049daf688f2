/** What sort of type a type is: reference or value, number, enum, delegate. */
import type { NamedType, Type, TypeDefinition, TypeDefinitionKind } from '../../../catalog/expressions/type.js';
import { isNamed } from './identity.js';

export type IntegralType = 'sbyte' | 'byte' | 'short' | 'ushort' | 'int' | 'uint' | 'long' | 'ulong' | 'char';
export type NumericType = IntegralType | 'float' | 'double' | 'decimal';
export type SpecialType = NumericType | 'bool' | 'string' | 'object' | 'void';

const SPECIAL: ReadonlyMap<string, SpecialType> = new Map<string, SpecialType>([
  ['System.SByte', 'sbyte'], ['System.Byte', 'byte'], ['System.Int16', 'short'], ['System.UInt16', 'ushort'], ['System.Int32', 'int'], ['System.UInt32', 'uint'],
  ['System.Int64', 'long'], ['System.UInt64', 'ulong'], ['System.Char', 'char'], ['System.Single', 'float'], ['System.Double', 'double'], ['System.Decimal', 'decimal'],
  ['System.Boolean', 'bool'], ['System.String', 'string'], ['System.Object', 'object'], ['System.Void', 'void'],
]);
const NOT_NUMERIC: ReadonlySet<SpecialType> = new Set(['bool', 'string', 'object', 'void']);
const NOT_INTEGRAL: ReadonlySet<NumericType> = new Set(['float', 'double', 'decimal']);

/** The keyword of a type that has one. */
export function keywordOf(type: Type): SpecialType | undefined {
  return type.kind === 'named' && type.definition.arity === 0 ? SPECIAL.get(type.definition.name) : undefined;
}
export function isKeyword(type: Type, keyword: SpecialType): boolean {
  return keywordOf(type) === keyword;
}
export function numericOf(type: Type): NumericType | undefined {
  const keyword = keywordOf(type);
  return keyword === undefined || !isNumericKeyword(keyword) ? undefined : keyword;
}
export function integralOf(type: Type): IntegralType | undefined {
  const numeric = numericOf(type);
  return numeric === undefined || !isIntegralKeyword(numeric) ? undefined : numeric;
}
function isNumericKeyword(keyword: SpecialType): keyword is NumericType {
  return !NOT_NUMERIC.has(keyword);
}
function isIntegralKeyword(numeric: NumericType): numeric is IntegralType {
  return !NOT_INTEGRAL.has(numeric);
}

/** `T` of a `T?`. */
export function nullableUnderlying(type: Type): Type | undefined {
  return type.kind === 'named' && isNamed(type, 'System.Nullable', 1) ? type.typeArguments[0] : undefined;
}
export function isNullable(type: Type): boolean {
  return isNamed(type, 'System.Nullable', 1);
}
/** `T` of a `T?`, any other type itself. */
export function withoutNullable(type: Type): Type {
  return nullableUnderlying(type) ?? type;
}

export function isValueType(type: Type): boolean {
  return type.kind === 'named' && (type.definition.kind === 'struct' || type.definition.kind === 'enum');
}
/** Known to be a reference type: unknown types and type parameters are neither. */
export function isReferenceType(type: Type): boolean {
  return type.kind === 'array' || type.kind === 'anonymous' || (type.kind === 'named' && !isValueType(type));
}
/** Whether `null` is one of its values. */
export function canBeNull(type: Type): boolean {
  return !isValueType(type) || isNullable(type);
}
export function isNonNullableValueType(type: Type): boolean {
  return isValueType(type) && !isNullable(type);
}

export function isVoid(type: Type): boolean {
  return isKeyword(type, 'void');
}
/** A type of one kind; narrower than NamedType, so that the answer no says nothing of other named types. */
interface NamedTypeOf<Kind extends TypeDefinitionKind> extends NamedType {
  readonly definition: TypeDefinition & { readonly kind: Kind };
}
export function isEnum(type: Type): type is NamedTypeOf<'enum'> {
  return type.kind === 'named' && type.definition.kind === 'enum';
}
export function isInterface(type: Type): type is NamedTypeOf<'interface'> {
  return type.kind === 'named' && type.definition.kind === 'interface';
}
export function isDelegate(type: Type): type is NamedTypeOf<'delegate'> {
  return type.kind === 'named' && type.definition.kind === 'delegate';
}
/** A class that nothing is derived from, a struct, enum or delegate: a value of it is never of a further interface. */
export function isSealed(type: Type): boolean {
  return type.kind === 'array' || type.kind === 'anonymous'
    || (type.kind === 'named' && (type.definition.isSealed || type.definition.kind === 'delegate' || isValueType(type)));
}
/** Only its name is known: what it derives from and converts to is not. */
export function isOpaque(type: Type): boolean {
  return type.kind === 'unknown' || type.kind === 'dynamic' || type.kind === 'type-parameter' || (type.kind === 'named' && !type.definition.hasMembers);
}
