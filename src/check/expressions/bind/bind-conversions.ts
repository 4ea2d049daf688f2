/** Casts, `is T` and `as T`. Source: C# specification, 12.9.7 Cast expressions and 12.12.12 The is operator. */
import { coreType } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { CastExpression, TypeTestExpression } from '../../../syntax/csharp/ast.js';
import { explicitConversion, implicitConversion } from '../types/conversions.js';
import { displayOperand, displayType } from '../types/display.js';
import { containsUnknown, isUnknown } from '../types/identity.js';
import { integralOf, isEnum, isNonNullableValueType } from '../types/kinds.js';
import { fits, integerOf } from '../types/numeric.js';
import { type Operand, bindValue } from './bind-expression.js';
import { type Bound, value } from './bound.js';
import { convert } from './convert.js';
import { problem } from './problem.js';
import { resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';

export function bindCast(node: CastExpression, scope: Scope): Bound {
  const to = resolveType(node.type, scope);
  const operand = bindValue(node.expression, scope);
  if (operand.kind === 'lambda' || operand.kind === 'method-group') convert(operand, to, node.expression, scope);
  else if (operand.kind === 'null' || operand.kind === 'default') convert(operand, to, node, scope);
  else if (operand.kind === 'value') return castValue(operand, to, node, scope);
  return value(to);
}

function castValue(operand: Extract<Operand, { readonly kind: 'value' }>, to: Type, { span }: CastExpression, scope: Scope): Bound {
  if (!isUnknown(to) && !containsUnknown(operand.type) && explicitConversion(operand, to) === undefined) {
    scope.binding.report(problem('CS0030', span, `there is no conversion from ${displayType(operand.type)} to ${displayType(to)}`, castHint(operand.type, to)));
    return value(to);
  }
  const integral = integralOf(to);
  const number = integralOf(operand.type) === undefined && !isEnum(operand.type) ? undefined : integerOf(operand.constant);
  if (number === undefined || integral === undefined) return typeof operand.constant === 'string' ? value(to, operand.constant) : isEnum(to) && operand.constant !== undefined ? value(to, operand.constant) : value(to);
  if (fits(number, integral)) return value(to, number);
  if (!scope.binding.isUnchecked) scope.binding.report(problem('CS0221', span, `the number ${number} does not fit into ${displayType(to)}`));
  return value(to);
}

function castHint(from: Type, to: Type): string | undefined {
  const [source, target] = [displayType(from), displayType(to)];
  if (target === 'string') return 'append .ToString()';
  return source === 'string' ? `read it from the text: ${target}.Parse(…) or Convert` : undefined;
}

/** `x is T`: says nothing of tests that are always true or false. */
export function bindIsOperator(node: TypeTestExpression, scope: Scope): Bound {
  const operand = bindValue(node.expression, scope);
  if (operand.kind === 'lambda') operand.complete(undefined, undefined);
  resolveType(node.type, scope);
  return value(coreType('bool'));
}

export function bindAsOperator(node: TypeTestExpression, scope: Scope): Bound {
  const operand = bindValue(node.expression, scope);
  const to = resolveType(node.type, scope);
  if (isNonNullableValueType(to)) {
    scope.binding.report(problem('CS0077', node.span, `"as" gives null where it does not fit, and a ${displayType(to)} is never null`, `write as ${displayType(to)}?, or a cast`));
  } else if (operand.kind === 'value' && !isUnknown(to) && !containsUnknown(operand.type) && !isTestable(operand, to)) {
    scope.binding.report(problem('CS0039', node.span, `a ${displayOperand(operand)} can never be a ${displayType(to)}`));
  }
  return value(to);
}

/** Conversions that ask what an object is; those that a type defines for itself do not count. */
function isTestable(operand: Extract<Operand, { readonly kind: 'value' }>, to: Type): boolean {
  const conversion = implicitConversion(value(operand.type), to) ?? explicitConversion(value(operand.type), to);
  return conversion !== undefined && conversion.kind !== 'user-defined' && conversion.kind !== 'numeric' && conversion.kind !== 'enum';
}

