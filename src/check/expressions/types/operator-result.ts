/** What an operator gives for its operands, or why it does not apply. */
import type { Method, Type } from '../../../catalog/expressions/type.js';
import { displayOperand } from './display.js';
import type { Operand } from './operand.js';

export type OperatorResult =
  | {
    readonly kind: 'resolved';
    readonly type: Type;
    /** What each operand is converted to. */
    readonly operands: readonly Type[];
    /** The operator that a type defines itself. */
    readonly method?: Method;
  }
  /** Too little is known of the operands to say anything. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly roslyn: string; readonly message: string };

export const UNKNOWN_RESULT: OperatorResult = { kind: 'unknown' };

export function resolved(type: Type, operands: readonly Type[], method?: Method): OperatorResult {
  return method === undefined ? { kind: 'resolved', type, operands } : { kind: 'resolved', type, operands, method };
}

export function cannotApply(operator: string, left: Operand, right: Operand): OperatorResult {
  const message = `Operator '${operator}' cannot be applied to operands of type '${displayOperand(left)}' and '${displayOperand(right)}'`;
  return { kind: 'failed', roslyn: 'CS0019', message };
}

export function isAmbiguous(operator: string, left: Operand, right: Operand): OperatorResult {
  const message = `Operator '${operator}' is ambiguous on operands of type '${displayOperand(left)}' and '${displayOperand(right)}'`;
  return { kind: 'failed', roslyn: 'CS0034', message };
}
