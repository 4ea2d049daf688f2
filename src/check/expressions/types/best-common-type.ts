/** The one type that several expressions have in common: of `new[] { … }`, of a lambda's returned values, of `a ? b : c` (ECMA-334 §11.6.3.15, §11.15). */
import type { Type } from '../../../catalog/expressions/type.js';
import { implicitConversion, typeConversion } from './conversions.js';
import { displayOperand } from './display.js';
import { containsUnknown, isUnknown, sameType } from './identity.js';
import { isVoid } from './kinds.js';
import type { Operand } from './operand.js';
import type { OperatorResult } from './operator-result.js';

/** The type among those of the operands that all others convert to; absent when none has a type or they disagree, unknown when one is. */
export function bestCommonType(operands: readonly Operand[]): Type | undefined {
  return bestOf(operands.flatMap((operand) => (operand.kind === 'value' ? [operand.type] : [])));
}

/** The type among several that all others convert to. */
function bestOf(types: readonly Type[]): Type | undefined {
  const unknown = types.find(isUnknown);
  if (unknown !== undefined) return unknown;
  const distinct = types.filter((type, index) => types.findIndex((each) => sameType(each, type)) === index);
  const best = distinct.filter((type) => distinct.every((other) => typeConversion(other, type) !== undefined));
  return best.length === 1 ? best[0] : undefined;
}

/** The type of `condition ? whenTrue : whenFalse`: that of one of the two, to which the other converts. */
export function resolveConditional(whenTrue: Operand, whenFalse: Operand): OperatorResult {
  const first = whenTrue.kind === 'value' ? whenTrue.type : undefined;
  const second = whenFalse.kind === 'value' ? whenFalse.type : undefined;
  const unknown = [first, second].find((type) => type !== undefined && containsUnknown(type));
  if (unknown !== undefined) return { kind: 'unknown' };
  if (first !== undefined && second !== undefined && isVoid(first) && isVoid(second)) return failure(whenTrue, whenFalse);
  if (first !== undefined && second !== undefined && sameType(first, second)) return { kind: 'resolved', type: first, operands: [first, second] };
  const toFirst = first !== undefined && implicitConversion(whenFalse, first) !== undefined ? first : undefined;
  const toSecond = second !== undefined && implicitConversion(whenTrue, second) !== undefined ? second : undefined;
  const type = toFirst !== undefined && toSecond !== undefined ? bestOf([toFirst, toSecond]) : toFirst ?? toSecond;
  if (type !== undefined) return { kind: 'resolved', type, operands: [type, type] };
  if (toFirst !== undefined && toSecond !== undefined) {
    const message = `Type of conditional expression cannot be determined because '${displayOperand(whenTrue)}' and '${displayOperand(whenFalse)}' implicitly convert to one another`;
    return { kind: 'failed', roslyn: 'CS0172', message };
  }
  return failure(whenTrue, whenFalse);
}

function failure(whenTrue: Operand, whenFalse: Operand): OperatorResult {
  const message = `Type of conditional expression cannot be determined because there is no implicit conversion between '${displayOperand(whenTrue)}' and '${displayOperand(whenFalse)}'`;
  return { kind: 'failed', roslyn: 'CS0173', message };
}
