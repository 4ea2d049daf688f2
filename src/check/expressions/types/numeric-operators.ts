/** The operators of numbers and bool, with the promotions they make, lifted to `T?` (ECMA-334 §11.4.7, §11.9–§11.13). */
import type { Type } from '../../../catalog/expressions/type.js';
import type { BinaryOperator } from '../../../syntax/csharp/ast.js';
import { nullableOf, special } from './core.js';
import { implicitConversion } from './conversions.js';
import { integralOf, isNullable, type NumericType, numericOf, withoutNullable } from './kinds.js';
import type { Operand, ValueOperand } from './operand.js';
import { type OperatorResult, resolved } from './operator-result.js';

type Sort = 'arithmetic' | 'comparison' | 'bitwise' | 'shift';

const SORTS: Readonly<Partial<Record<BinaryOperator, Sort>>> = {
  '+': 'arithmetic', '-': 'arithmetic', '*': 'arithmetic', '/': 'arithmetic', '%': 'arithmetic', '<': 'comparison', '>': 'comparison', '<=': 'comparison', '>=': 'comparison',
  '==': 'comparison', '!=': 'comparison', '&': 'bitwise', '|': 'bitwise', '^': 'bitwise', '<<': 'shift', '>>': 'shift',
};
/** In the order in which the first that both operands convert to is the best one. */
const INTEGERS: readonly NumericType[] = ['int', 'uint', 'long', 'ulong'];
const NUMBERS: readonly NumericType[] = [...INTEGERS, 'float', 'double', 'decimal'];

/** What a numeric operator gives; `ambiguous` where, as for `long` with `ulong`, no promotion is better than another; absent when none applies. */
export function numericBinary(operator: BinaryOperator, left: Operand, right: Operand): OperatorResult | 'ambiguous' | undefined {
  const sort = SORTS[operator];
  if (sort === undefined) return undefined;
  const isLifted = isNullish(left) || isNullish(right);
  const lift = (type: Type): Type => (isLifted ? nullableOf(type) : type);
  if (sort === 'shift') return shift(left, right, lift);
  const operand = (sort === 'bitwise' ? INTEGERS : NUMBERS).find((type) => converts(left, lift(special(type))) && converts(right, lift(special(type))));
  if (operand === undefined) return undefined;
  if (operand === 'float' && converts(left, lift(special('decimal'))) && converts(right, lift(special('decimal')))) return 'ambiguous';
  const type = lift(special(operand));
  return resolved(sort === 'comparison' ? special('bool') : type, [type, type]);
}

function shift(left: Operand, right: Operand, lift: (type: Type) => Type): OperatorResult | undefined {
  const by = lift(special('int'));
  const shifted = INTEGERS.find((type) => converts(left, lift(special(type))));
  if (shifted === undefined || !converts(right, by)) return undefined;
  const type = lift(special(shifted));
  return resolved(type, [type, by]);
}

function isNullish(operand: Operand): boolean {
  return operand.kind === 'null' || (operand.kind === 'value' && isNullable(operand.type));
}

function converts(operand: Operand, to: Type): boolean {
  return implicitConversion(operand, to) !== undefined;
}

/** `bool` with `bool`: equality, logic; of `bool?` equality, `&` and `|` alone. */
export function booleanOperator(operator: BinaryOperator, left: Operand, right: Operand): OperatorResult | undefined {
  const bool = special('bool');
  if (operator === '&&' || operator === '||') return converts(left, bool) && converts(right, bool) ? resolved(bool, [bool, bool]) : undefined;
  const isEquality = operator === '==' || operator === '!=';
  if (!isEquality && operator !== '&' && operator !== '|' && operator !== '^') return undefined;
  if (left.kind === 'null' && right.kind === 'null') return undefined;
  const type = isNullish(left) || isNullish(right) ? nullableOf(bool) : bool;
  return converts(left, type) && converts(right, type) ? resolved(isEquality ? bool : type, [type, type]) : undefined;
}

/** What `+`, `-`, `~`, `++`, `--` of a number, `++` and `--` of an enum, `~` of an enum and `!` of a bool give. */
export function numericUnary(operator: '+' | '-' | '!' | '~' | '++' | '--', operand: ValueOperand): OperatorResult | undefined {
  const { type } = operand;
  const underlying = withoutNullable(type);
  const lift = (of: Type): Type => (isNullable(type) ? nullableOf(of) : of);
  if (operator === '!') {
    const bool = lift(special('bool'));
    return converts(operand, bool) ? resolved(bool, [bool]) : undefined;
  }
  const isEnum = underlying.kind === 'named' && underlying.definition.kind === 'enum';
  if (operator === '++' || operator === '--') return isEnum || numericOf(underlying) !== undefined ? resolved(type, [type]) : undefined;
  if (operator === '~' && isEnum) return resolved(type, [type]);
  const promoted = promotionsOf(operator).find((to) => converts(operand, lift(special(to))));
  if (promoted === undefined || (operator === '-' && promoted === 'float' && isWhole(underlying))) return undefined;
  const result = lift(special(promoted));
  return resolved(result, [result]);
}

/** A `ulong`, which has no negative: `float`, `double` and `decimal` would do equally well. */
function isWhole(type: Type): boolean {
  return integralOf(type) !== undefined;
}

/** The types that `+`, `-` and `~` work on. */
function promotionsOf(operator: '+' | '-' | '~'): readonly NumericType[] {
  if (operator === '~') return INTEGERS;
  return operator === '+' ? NUMBERS : ['int', 'long', 'float', 'double', 'decimal'];
}
