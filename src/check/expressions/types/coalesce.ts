/** The type of `left ?? right` (ECMA-334 §11.14). */
import { implicitConversion } from './conversions.js';
import { containsUnknown } from './identity.js';
import { isNonNullableValueType, isVoid, nullableUnderlying } from './kinds.js';
import type { Operand } from './operand.js';
import { cannotApply, type OperatorResult, resolved, UNKNOWN_RESULT } from './operator-result.js';

/** What `??` gives: the left side's type without its `?`, the left side's type, or the right side's, the first that fits. */
export function resolveCoalesce(left: Operand, right: Operand): OperatorResult {
  if ((left.kind === 'value' && containsUnknown(left.type)) || (right.kind === 'value' && containsUnknown(right.type))) return UNKNOWN_RESULT;
  if (left.kind === 'null') return right.kind === 'value' && !isVoid(right.type) ? resolved(right.type, [right.type, right.type]) : cannotApply('??', left, right);
  if (left.kind !== 'value' || isVoid(left.type) || isNonNullableValueType(left.type)) return cannotApply('??', left, right);
  const underlying = nullableUnderlying(left.type);
  if (underlying !== undefined && implicitConversion(right, underlying) !== undefined) return resolved(underlying, [left.type, underlying]);
  if (implicitConversion(right, left.type) !== undefined) return resolved(left.type, [left.type, left.type]);
  if (right.kind === 'value' && implicitConversion({ kind: 'value', type: underlying ?? left.type }, right.type) !== undefined) {
    return resolved(right.type, [right.type, right.type]);
  }
  return cannotApply('??', left, right);
}
