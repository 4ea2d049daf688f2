/** Which operator an expression means: a type's own, or one of the language's for numbers, bool, text, enums, delegates and references (ECMA-334 §11.4). */
import type { BinaryOperator } from '../../../syntax/csharp/ast.js';
import type { Type } from '../../../catalog/expressions/type.js';
import { special } from './core.js';
import { implicitConversion } from './conversions.js';
import { displayOperand } from './display.js';
import { delegateOperator, enumOperator } from './enum-and-delegate-operators.js';
import { isNamed, isUnknown, sameType } from './identity.js';
import { isEnum, isOpaque, isReferenceType, isVoid, nullableUnderlying, withoutNullable } from './kinds.js';
import { booleanOperator, numericBinary, numericUnary } from './numeric-operators.js';
import type { Operand } from './operand.js';
import { cannotApply, isAmbiguous, type OperatorResult, resolved, UNKNOWN_RESULT } from './operator-result.js';
import { standardExplicit } from './standard-explicit-conversion.js';
import { isImplicitReference } from './standard-conversion.js';
import { userDefinedOperator } from './user-defined-operator.js';

export type UnaryOperator = '+' | '-' | '!' | '~' | '++' | '--';

const OWN_UNARY: Readonly<Record<UnaryOperator, string>> = {
  '+': 'op_UnaryPlus', '-': 'op_UnaryNegation', '!': 'op_LogicalNot', '~': 'op_OnesComplement', '++': 'op_Increment', '--': 'op_Decrement',
};
const OWN_BINARY: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '+': 'op_Addition', '-': 'op_Subtraction', '*': 'op_Multiply', '/': 'op_Division', '%': 'op_Modulus', '&': 'op_BitwiseAnd', '|': 'op_BitwiseOr', '^': 'op_ExclusiveOr',
  '<<': 'op_LeftShift', '>>': 'op_RightShift', '==': 'op_Equality', '!=': 'op_Inequality', '<': 'op_LessThan', '>': 'op_GreaterThan', '<=': 'op_LessThanOrEqual',
  '>=': 'op_GreaterThanOrEqual', '&&': 'op_BitwiseAnd', '||': 'op_BitwiseOr',
};

/** Of null with null: `+` could join text or add numbers, `&` could mean bool or numbers. */
const NEITHER_BETTER_FOR_NULL: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['+', '&', '|', '^']);

/** What a unary operator gives for an operand. */
export function resolveUnaryOperator(operator: UnaryOperator, operand: Operand): OperatorResult {
  if (operand.kind === 'value' && isOpaque(withoutNullable(operand.type))) return UNKNOWN_RESULT;
  if (operand.kind !== 'value') return cannotApplyUnary(operator, operand);
  const own = userDefinedOperator(OWN_UNARY[operator], [operand]);
  if (own !== undefined) return own.kind === 'failed' ? { kind: 'failed', roslyn: 'CS0035', message: `Operator '${operator}' is ambiguous on an operand of type '${displayOperand(operand)}'` } : own;
  return numericUnary(operator, operand) ?? cannotApplyUnary(operator, operand);
}

function cannotApplyUnary(operator: UnaryOperator, operand: Operand): OperatorResult {
  return { kind: 'failed', roslyn: 'CS0023', message: `Operator '${operator}' cannot be applied to operand of type '${displayOperand(operand)}'` };
}

/** What a binary operator gives for its operands; `??` has rules of its own and is not asked here. */
export function resolveBinaryOperator(operator: BinaryOperator, left: Operand, right: Operand): OperatorResult {
  if (isUncertain(left) || isUncertain(right)) return UNKNOWN_RESULT;
  if (!isOperand(left) || !isOperand(right)) return cannotApply(operator, left, right);
  const name = OWN_BINARY[operator];
  const own = name === undefined ? undefined : userDefinedOperator(name, [left, right]);
  if (own !== undefined) return own.kind === 'failed' ? isAmbiguous(operator, left, right) : own;
  const isEquality = operator === '==' || operator === '!=';
  if (isEquality && areReferencesAlone(left, right)) return referenceEquality(left, right);
  const builtIn = builtInOperator(operator, left, right);
  if (builtIn !== undefined) return builtIn;
  return cannotApply(operator, left, right);
}

function builtInOperator(operator: BinaryOperator, left: Operand, right: Operand): OperatorResult | undefined {
  if (isEither(left, right, (type) => isEnum(withoutNullable(type)))) {
    const found = enumOperator(operator, left, right);
    if (found !== undefined) return found;
  }
  if (left.kind === 'null' && right.kind === 'null' && NEITHER_BETTER_FOR_NULL.has(operator)) return isAmbiguous(operator, left, right);
  const numeric = numericBinary(operator, left, right);
  if (numeric !== undefined) return numeric === 'ambiguous' ? isAmbiguous(operator, left, right) : numeric;
  return booleanOperator(operator, left, right) ?? delegateOperator(operator, left, right) ?? stringOperator(operator, left, right) ?? nullComparison(operator, left, right);
}

function isEither(left: Operand, right: Operand, predicate: (type: Type) => boolean): boolean {
  return (left.kind === 'value' && predicate(left.type)) || (right.kind === 'value' && predicate(right.type));
}

function isUncertain(operand: Operand): boolean {
  return operand.kind === 'default' || operand.kind === 'throw' || (operand.kind === 'value' && (isUnknown(operand.type) || isOpaque(withoutNullable(operand.type))));
}

function isOperand(operand: Operand): boolean {
  return operand.kind === 'null' || (operand.kind === 'value' && !isVoid(operand.type)) || operand.kind === 'lambda' || operand.kind === 'method-group';
}

/** Text is compared with text, and joined with anything that is a value. */
function stringOperator(operator: BinaryOperator, left: Operand, right: Operand): OperatorResult | undefined {
  const text = special('string');
  const isText = (operand: Operand): boolean => implicitConversion(operand, text) !== undefined;
  if (operator === '==' || operator === '!=') return isText(left) && isText(right) ? resolved(special('bool'), [text, text]) : undefined;
  if (operator !== '+') return undefined;
  const isJoined = (operand: Operand): boolean => implicitConversion(operand, special('object')) !== undefined;
  if (isText(left) && isText(right)) return resolved(text, [text, text]);
  if (isText(left) && isJoined(right)) return resolved(text, [text, special('object')]);
  return isText(right) && isJoined(left) ? resolved(text, [special('object'), text]) : undefined;
}

/** Whether only references are compared: nothing but `object ==` is then considered, unless one side is a string or delegate (Roslyn). */
function areReferencesAlone(left: Operand, right: Operand): boolean {
  const isExcluded = (operand: Operand): boolean => operand.kind === 'value'
    && (isNamed(operand.type, 'System.String') || isNamed(operand.type, 'System.Delegate') || (operand.type.kind === 'named' && operand.type.definition.kind === 'delegate'));
  return !isExcluded(left) && !isExcluded(right) && isReferenceEquality(left, right);
}

/** Whether `object ==` may compare the two: references of which one converts to the other's type, or null. */
function isReferenceEquality(left: Operand, right: Operand): boolean {
  const isReference = (operand: Operand): boolean => operand.kind === 'null' || (operand.kind === 'value' && isReferenceType(operand.type));
  if (!isReference(left) || !isReference(right)) return false;
  if (left.kind !== 'value' || right.kind !== 'value') return true;
  const meets = (from: Type, to: Type): boolean => sameType(from, to) || isImplicitReference(from, to) || standardExplicit(from, to)?.kind === 'reference';
  return meets(left.type, right.type) || meets(right.type, left.type);
}

function referenceEquality(left: Operand, right: Operand): OperatorResult {
  return resolved(special('bool'), [left, right].map((operand) => (operand.kind === 'value' ? operand.type : special('object'))));
}

/** What is left of equality: references of strings and delegates with others, and `T?` with null although T has no `==`. */
function nullComparison(operator: BinaryOperator, left: Operand, right: Operand): OperatorResult | undefined {
  if (operator !== '==' && operator !== '!=') return undefined;
  if (isReferenceEquality(left, right)) return referenceEquality(left, right);
  const isNullableWithNull = (one: Operand, other: Operand): boolean => one.kind === 'value' && other.kind === 'null' && nullableUnderlying(one.type) !== undefined;
  return isNullableWithNull(left, right) || isNullableWithNull(right, left) ? referenceEquality(left, right) : undefined;
}
