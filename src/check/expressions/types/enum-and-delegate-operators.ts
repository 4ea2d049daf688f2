/** The operators of enums and of delegates (ECMA-334 §11.9.5, §11.9.6, §11.11.6, §11.11.9). */
import type { Type } from '../../../catalog/expressions/type.js';
import type { BinaryOperator } from '../../../syntax/csharp/ast.js';
import { nullableOf, special } from './core.js';
import { implicitConversion } from './conversions.js';
import { sameType } from './identity.js';
import { isDelegate, isEnum, isNullable, withoutNullable } from './kinds.js';
import type { Operand } from './operand.js';
import { type OperatorResult, resolved } from './operator-result.js';

const COMPARISONS: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['==', '!=', '<', '>', '<=', '>=']);
const BITWISE: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['&', '|', '^']);

/** What an operator gives when one operand is an enum or an enum that may be null; absent when enums have no such operator. */
export function enumOperator(operator: BinaryOperator, left: Operand, right: Operand): OperatorResult | undefined {
  for (const of of [left, right]) {
    const enumeration = of.kind === 'value' ? withoutNullable(of.type) : undefined;
    if (enumeration === undefined || !isEnum(enumeration)) continue;
    const number = enumeration.definition.underlying;
    const isLifted = [left, right].some((operand) => operand.kind === 'null' || (operand.kind === 'value' && isNullable(operand.type)));
    const found = operatorOf(operator, left, right, (type) => (isLifted ? nullableOf(type) : type), enumeration, number);
    if (found !== undefined) return found;
  }
  return undefined;
}

function operatorOf(operator: BinaryOperator, left: Operand, right: Operand, lift: (type: Type) => Type, enumeration: Type, number: Type | undefined): OperatorResult | undefined {
  const type = lift(enumeration);
  const takes = (operand: Operand, to: Type): boolean => implicitConversion(operand, to) !== undefined;
  const both = takes(left, type) && takes(right, type);
  if (COMPARISONS.has(operator)) return both ? resolved(special('bool'), [type, type]) : undefined;
  if (BITWISE.has(operator)) return both ? resolved(type, [type, type]) : undefined;
  if (number === undefined || (operator !== '+' && operator !== '-')) return undefined;
  const distance = lift(number);
  const isDifference = operator === '-' && both;
  if (takes(left, type) && takes(right, distance) && !(isDifference && right.kind === 'null')) return resolved(type, [type, distance]);
  if (isDifference) return resolved(distance, [type, type]);
  return takes(left, distance) && takes(right, type) ? resolved(type, [distance, type]) : undefined;
}

/** Two delegates of one type are compared, joined and taken apart. */
export function delegateOperator(operator: BinaryOperator, left: Operand, right: Operand): OperatorResult | undefined {
  if (operator !== '==' && operator !== '!=' && operator !== '+' && operator !== '-') return undefined;
  const [first, ...others] = [left, right].flatMap((operand) => (operand.kind === 'value' && isDelegate(operand.type) ? [operand.type] : []));
  if (first === undefined || others.some((type) => !sameType(type, first))) return undefined;
  if (implicitConversion(left, first) === undefined || implicitConversion(right, first) === undefined) return undefined;
  return resolved(operator === '+' || operator === '-' ? first : special('bool'), [first, first]);
}
