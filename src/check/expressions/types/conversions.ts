/** Whether an expression converts to a type: by itself, by a cast, by `as` and `is` (ECMA-334 §10). */
import type { Type } from '../../../catalog/expressions/type.js';
import { ANYTHING, CONSTANT, type Conversion, ENUM, IDENTITY, NULL, NULLABLE, REFERENCE, UNCERTAIN } from './conversion.js';
import { containsUnknown, isNamed, isUnknown, sameType } from './identity.js';
import { canBeNull, isNonNullableValueType, isOpaque, isVoid, nullableUnderlying } from './kinds.js';
import { delegateInvoke } from './lookup-members.js';
import { isZeroFor, narrows } from './numeric.js';
import type { LambdaOperand, MethodGroupOperand, Operand, ValueOperand } from './operand.js';
import { isImplicitReference, standardConversion } from './standard-conversion.js';
import { standardExplicit } from './standard-explicit-conversion.js';
import { userDefinedExplicit, userDefinedImplicit } from './user-defined-conversion.js';

const LAMBDA: Conversion = { kind: 'lambda' };

/** How an expression becomes a value of a type without a cast; absent when it does not. What is unknown converts to everything. */
export function implicitConversion(operand: Operand, to: Type): Conversion | undefined {
  if (isUnknown(to)) return UNCERTAIN;
  switch (operand.kind) {
    case 'value':
      return valueConversion(operand, to);
    case 'null':
      return canBeNull(to) ? NULL : undefined;
    case 'default':
    case 'throw':
      return ANYTHING;
    case 'lambda':
      return lambdaConversion(operand, to);
    case 'method-group':
      return methodGroupConversion(operand, to);
    case 'out-var':
      return operand.type === undefined || sameType(operand.type, to) ? IDENTITY : undefined;
  }
}

/** The implicit conversion of any value of one type to another, the user-defined ones included. */
export function typeConversion(from: Type, to: Type): Conversion | undefined {
  return standardConversion(from, to) ?? userDefinedImplicit(undefined, from, to);
}

function valueConversion(operand: ValueOperand, to: Type): Conversion | undefined {
  const standard = standardConversion(operand.type, to);
  if (standard !== undefined) return standard;
  return (operand.constant === undefined ? undefined : constantConversion(operand, to)) ?? interpolatedConversion(operand, to) ?? userDefinedImplicit(operand, operand.type, to);
}

/** Of a number that fits, and of zero to an enum. */
function constantConversion(operand: ValueOperand, to: Type): Conversion | undefined {
  if (narrows(operand, to)) return CONSTANT;
  if (isZeroFor(operand, to)) return ENUM;
  const underlying = nullableUnderlying(to);
  return underlying !== undefined && (narrows(operand, underlying) || isZeroFor(operand, underlying)) ? NULLABLE : undefined;
}

function interpolatedConversion({ isInterpolated }: ValueOperand, to: Type): Conversion | undefined {
  return isInterpolated === true && (isNamed(to, 'System.FormattableString') || isNamed(to, 'System.IFormattable')) ? REFERENCE : undefined;
}

function lambdaConversion(lambda: LambdaOperand, to: Type): Conversion | undefined {
  const invoke = delegateInvoke(to);
  if (invoke === undefined) return isOpaque(to) ? UNCERTAIN : undefined;
  const wanted = invoke.parameters.map((parameter) => parameter.type);
  if (lambda.parameterCount !== undefined && lambda.parameterCount !== wanted.length) return undefined;
  if (lambda.parameterTypes?.some((type, index) => !sameType(type, wanted[index] ?? type)) === true) return undefined;
  const body = lambda.bind(wanted);
  if (!body.compiles) return undefined;
  if (isVoid(invoke.returnType)) return body.isVoidStatement ? LAMBDA : undefined;
  return !body.canFallThrough && body.returns.every((value) => implicitConversion(value, invoke.returnType) !== undefined) ? LAMBDA : undefined;
}

function methodGroupConversion(group: MethodGroupOperand, to: Type): Conversion | undefined {
  const invoke = delegateInvoke(to);
  if (invoke === undefined) return isOpaque(to) ? UNCERTAIN : undefined;
  const wanted = invoke.parameters.map((parameter) => parameter.type);
  const method = group.resolve(wanted);
  if (method === undefined) return containsUnknown(to) ? UNCERTAIN : undefined;
  const takes = method.parameters.length === wanted.length && method.parameters.every((parameter, index) => isSameOrReference(wanted[index] ?? parameter.type, parameter.type));
  return takes && isSameOrReference(method.returnType, invoke.returnType) ? { kind: 'method-group', method } : undefined;
}

function isSameOrReference(from: Type, to: Type): boolean {
  return isOpaque(from) || sameType(from, to) || isImplicitReference(from, to);
}

/** How a cast makes a value of a type of an expression; absent when none is allowed. */
export function explicitConversion(operand: Operand, to: Type): Conversion | undefined {
  const implicit = implicitConversion(operand, to);
  if (implicit !== undefined || operand.kind !== 'value') return implicit;
  return standardExplicit(operand.type, to) ?? userDefinedExplicit(operand, operand.type, to);
}

/** How `as` makes a value of a type: by a reference, boxing, unboxing or nullable conversion. Whether the type may follow `as` is not asked. */
function asConversion(operand: Operand, to: Type): Conversion | undefined {
  if (operand.kind !== 'value') return operand.kind === 'null' ? implicitConversion(operand, to) : undefined;
  const standard = standardConversion(operand.type, to) ?? standardExplicit(operand.type, to);
  return standard?.kind === 'numeric' || standard?.kind === 'enum' ? undefined : standard;
}

/** Whether a value of one type can be of another, as a type pattern and a type in `is` ask; `int` can be of `int?`. */
export function canBeInstance(from: Type, to: Type): boolean {
  const target = isNonNullableValueType(to) ? to : nullableUnderlying(to) ?? to;
  return asConversion({ kind: 'value', type: from }, target) !== undefined;
}
