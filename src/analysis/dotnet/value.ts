/** Values of .NET, as far as expressions are evaluated at the desk. */

/** Anything: what gives the value is not known. */
export const UNKNOWN = Symbol('unknown');
/** None: evaluating throws. */
export const THROWS = Symbol('throws');

export type IntegerKind = 'int' | 'uint' | 'long' | 'ulong';

export interface Integer {
  readonly kind: IntegerKind;
  readonly value: bigint;
}

export interface Double {
  readonly kind: 'double';
  readonly value: number;
}

export interface Char {
  readonly kind: 'char';
  /** One UTF-16 unit. */
  readonly value: string;
}

/** An array of texts, as Split makes it. */
export interface TextArray {
  readonly kind: 'string[]';
  readonly items: readonly string[];
}

/** A value of an enumeration: `StringComparison.Ordinal`. */
export interface EnumValue {
  readonly kind: 'enum';
  readonly name: string;
}

export type DotnetValue = string | boolean | null | Integer | Double | Char | TextArray | EnumValue;

/** What evaluating comes to. */
export type Result = DotnetValue | typeof UNKNOWN | typeof THROWS;

export const RANGES: Readonly<Record<IntegerKind, { readonly from: bigint; readonly to: bigint }>> = {
  int: { from: -(2n ** 31n), to: 2n ** 31n - 1n },
  uint: { from: 0n, to: 2n ** 32n - 1n },
  long: { from: -(2n ** 63n), to: 2n ** 63n - 1n },
  ulong: { from: 0n, to: 2n ** 64n - 1n },
};

export function integer(kind: IntegerKind, value: bigint): Integer {
  return { kind, value };
}

export function int(value: number): Integer {
  return integer('int', BigInt(value));
}

export function char(value: string): Char {
  return { kind: 'char', value };
}

export function fits(kind: IntegerKind, value: bigint): boolean {
  return value >= RANGES[kind].from && value <= RANGES[kind].to;
}

/** What is left of a number in the bits of a type. */
export function wrapped(kind: IntegerKind, value: bigint): Integer {
  const bits = kind === 'int' || kind === 'uint' ? 32 : 64;
  return integer(kind, kind === 'int' || kind === 'long' ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value));
}

export function isInteger(value: unknown): value is Integer {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string' && Object.hasOwn(RANGES, value.kind);
}

export function isDouble(value: unknown): value is Double {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'double';
}

export function isChar(value: unknown): value is Char {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'char';
}

export function isTextArray(value: unknown): value is TextArray {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'string[]';
}

export function isEnumValue(value: unknown): value is EnumValue {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'enum';
}

/** Doubles up to here are written as their digits, by every .NET and in every culture. */
const LARGEST_PLAIN_DOUBLE = 1e15;

/** What `ToString()` gives, and string concatenation, where null is the empty text; UNKNOWN where versions or cultures differ. */
export function textOf(value: DotnetValue): string | typeof UNKNOWN {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (isInteger(value)) return String(value.value);
  if (isChar(value)) return value.value;
  if (!isDouble(value)) return UNKNOWN;
  const isPlain = Number.isInteger(value.value) && Math.abs(value.value) < LARGEST_PLAIN_DOUBLE && !Object.is(value.value, -0);
  return isPlain ? String(value.value) : UNKNOWN;
}

/** Whether both are the same value of the same type. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (isInteger(one)) return isInteger(other) && one.kind === other.kind && one.value === other.value;
  if (isDouble(one)) return isDouble(other) && one.value === other.value;
  if (isChar(one)) return isChar(other) && one.value === other.value;
  if (isTextArray(one)) return isTextArray(other) && one.items.length === other.items.length && one.items.every((item, index) => item === other.items[index]);
  if (isEnumValue(one)) return isEnumValue(other) && one.name === other.name;
  return one === other;
}
