/** Numbers: which type holds which, and which constants fit (ECMA-334 §10.2.3, §10.2.11). */
import type { Type } from '../../../catalog/expressions/type.js';
import { integralOf, isEnum, numericOf, type IntegralType, type NumericType } from './kinds.js';
import type { ConstantValue, Operand } from './operand.js';

const WIDENING: Readonly<Record<NumericType, readonly NumericType[]>> = {
  sbyte: ['short', 'int', 'long', 'float', 'double', 'decimal'],
  byte: ['short', 'ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'decimal'],
  short: ['int', 'long', 'float', 'double', 'decimal'],
  ushort: ['int', 'uint', 'long', 'ulong', 'float', 'double', 'decimal'],
  int: ['long', 'float', 'double', 'decimal'],
  uint: ['long', 'ulong', 'float', 'double', 'decimal'],
  long: ['float', 'double', 'decimal'],
  ulong: ['float', 'double', 'decimal'],
  char: ['ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'decimal'],
  float: ['double'],
  double: [],
  decimal: [],
};

const RANGES: Readonly<Record<IntegralType, readonly [least: bigint, greatest: bigint]>> = {
  sbyte: [-128n, 127n], byte: [0n, 255n], short: [-32768n, 32767n], ushort: [0n, 65535n], char: [0n, 65535n], int: [-2147483648n, 2147483647n],
  uint: [0n, 4294967295n], long: [-9223372036854775808n, 9223372036854775807n], ulong: [0n, 18446744073709551615n],
};
const SIGNED: ReadonlySet<NumericType> = new Set(['sbyte', 'short', 'int', 'long']);
const UNSIGNED: ReadonlySet<NumericType> = new Set(['byte', 'ushort', 'uint', 'ulong']);

/** Whether every value of a numeric type has its place in another: an implicit numeric conversion. */
export function widens(from: NumericType, to: NumericType): boolean {
  return WIDENING[from].includes(to);
}

/** Whether both are numeric types: then an explicit conversion exists. */
export function areNumeric(from: Type, to: Type): boolean {
  return numericOf(from) !== undefined && numericOf(to) !== undefined;
}

export function isSigned(type: Type): boolean {
  const numeric = numericOf(type);
  return numeric !== undefined && SIGNED.has(numeric);
}
export function isUnsigned(type: Type): boolean {
  const numeric = numericOf(type);
  return numeric !== undefined && UNSIGNED.has(numeric);
}

/** The whole number that a constant is. */
export function integerOf(constant: ConstantValue | undefined): bigint | undefined {
  if (typeof constant === 'bigint') return constant;
  return typeof constant === 'number' && Number.isInteger(constant) ? BigInt(constant) : undefined;
}

export function fits(value: bigint, type: IntegralType): boolean {
  const [least, greatest] = RANGES[type];
  return value >= least && value <= greatest;
}

/** Whether a constant converts to a narrower integer type: an `int` where it fits, a `long` that is not negative to `ulong`. */
export function narrows(operand: Operand, to: Type): boolean {
  if (operand.kind !== 'value' || operand.constant === undefined) return false;
  const value = integerOf(operand.constant);
  if (value === undefined) return false;
  const from = integralOf(operand.type);
  const target = integralOf(to);
  if (from === undefined || target === undefined || target === 'char') return false;
  return (from === 'int' || (from === 'long' && target === 'ulong')) && fits(value, target);
}

/** Whether a constant zero converts to an enum. */
export function isZeroFor(operand: Operand, to: Type): boolean {
  return operand.kind === 'value' && operand.constant !== undefined && isEnum(to) && numericOf(operand.type) !== undefined && Number(operand.constant) === 0;
}
