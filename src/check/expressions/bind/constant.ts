/** Constants: what the compiler computes itself. Source: C# specification, 12.23 Constant expressions. */
import type { Type } from '../../../catalog/expressions/type.js';
import type { BinaryOperator, PrefixUnaryExpression } from '../../../syntax/csharp/ast.js';
import { type IntegralType, integralOf, isKeyword, keywordOf } from '../types/kinds.js';
import { fits, integerOf } from '../types/numeric.js';
import type { ConstantValue } from '../types/operand.js';
import type { BoundValue } from './bound.js';

/** Why there is no constant where there should be one. */
export type Folded = { readonly constant: ConstantValue } | 'overflow' | 'division by zero' | undefined;

/** What `left operator right` is, when both are constants. @param type of the result */
export function foldBinary(operator: BinaryOperator, left: BoundValue, right: BoundValue, type: Type): Folded {
  const integral = integralOf(type);
  if ((operator === '/' || operator === '%') && (integral !== undefined || isKeyword(type, 'decimal')) && isZero(right)) return 'division by zero';
  if (left.constant === undefined || right.constant === undefined) return undefined;
  const a = integralOf(left.type) === undefined ? undefined : integerOf(left.constant);
  const b = integralOf(right.type) === undefined ? undefined : integerOf(right.constant);
  if (a !== undefined && b !== undefined) return foldIntegers(operator, a, b, integral);
  const fold = typeof left.constant === 'boolean' ? BOOLEANS[operator] : keywordOf(type) === 'string' || typeof left.constant === 'string' ? TEXTS[operator] : undefined;
  if (fold === undefined || typeof left.constant !== typeof right.constant) return undefined;
  const constant = fold(left.constant, right.constant);
  return constant === undefined ? undefined : { constant };
}

function isZero(operand: BoundValue): boolean {
  return operand.constant !== undefined && Number(operand.constant) === 0 && typeof operand.constant !== 'string' && operand.constant !== null;
}

type Fold = (a: ConstantValue, b: ConstantValue) => ConstantValue | undefined;

const BOOLEANS: Readonly<Partial<Record<BinaryOperator, Fold>>> = {
  '&&': (a, b) => a === true && b === true, '||': (a, b) => a === true || b === true, '&': (a, b) => a === true && b === true, '|': (a, b) => a === true || b === true,
  '^': (a, b) => a !== b, '==': (a, b) => a === b, '!=': (a, b) => a !== b,
};
const TEXTS: Readonly<Partial<Record<BinaryOperator, Fold>>> = {
  '+': (a, b) => (typeof a === 'string' && typeof b === 'string' ? a + b : undefined), '==': (a, b) => a === b, '!=': (a, b) => a !== b,
};

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, (a: bigint, b: bigint) => boolean>>> = {
  '<': (a, b) => a < b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '>=': (a, b) => a >= b, '==': (a, b) => a === b, '!=': (a, b) => a !== b,
};
const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, (a: bigint, b: bigint) => bigint>>> = {
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b, '&': (a, b) => a & b, '|': (a, b) => a | b, '^': (a, b) => a ^ b,
};

function foldIntegers(operator: BinaryOperator, a: bigint, b: bigint, type: IntegralType | undefined): Folded {
  const compare = COMPARISONS[operator];
  if (compare !== undefined) return { constant: compare(a, b) };
  if (type === undefined) return undefined;
  if (operator === '<<' || operator === '>>') return { constant: shifted(operator, a, Number(b), type) };
  const result = ARITHMETIC[operator]?.(a, b);
  if (result === undefined) return undefined;
  return fits(result, type) ? { constant: result } : 'overflow';
}

function shifted(operator: '<<' | '>>', number: bigint, by: number, type: IntegralType): bigint {
  const bits = type === 'long' || type === 'ulong' ? 64 : 32;
  const distance = BigInt(by & (bits - 1));
  const result = operator === '<<' ? number << distance : number >> distance;
  return type.startsWith('u') ? BigInt.asUintN(bits, result) : BigInt.asIntN(bits, result);
}

/** What a prefix operator makes of a constant. @param type of the result */
export function foldPrefix(operator: PrefixUnaryExpression['operator'], operand: BoundValue, type: Type): Folded {
  const { constant } = operand;
  if (operator === '!') return typeof constant === 'boolean' ? { constant: !constant } : undefined;
  const integral = integralOf(type);
  const number = integerOf(operand.constant);
  if (integral === undefined || number === undefined) return typeof constant === 'number' && operator === '-' ? { constant: -constant } : undefined;
  if (operator === '+') return { constant: number };
  if (operator === '-') return fits(-number, integral) ? { constant: -number } : 'overflow';
  return operator === '~' ? { constant: type === operand.type && integral.startsWith('u') ? BigInt.asUintN(integral === 'ulong' ? 64 : 32, ~number) : ~number } : undefined;
}
