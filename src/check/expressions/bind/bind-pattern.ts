/** Patterns behind `is` and `case`. Source: C# specification (C# 7), 11 Patterns. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { Pattern } from '../../../syntax/csharp/ast.js';
import { canBeInstance } from '../types/conversions.js';
import { displayType } from '../types/display.js';
import { containsUnknown, isUnknown } from '../types/identity.js';
import { isKeyword } from '../types/kinds.js';
import type { ConstantValue } from '../types/operand.js';
import { settleDesignation } from './bind-assignment.js';
import { type Operand, bindExpression, withoutType } from './bind-expression.js';
import { convert } from './convert.js';
import { problem } from './problem.js';
import { isVar, resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';

/** @returns the value of a constant pattern, where it is known */
export function bindPattern(pattern: Pattern, tested: Operand, scope: Scope): ConstantValue | undefined {
  const type = tested.kind === 'value' ? tested.type : UNKNOWN;
  if (pattern.kind === 'VarPattern') {
    settleDesignation(pattern.designation, type, scope);
    return undefined;
  }
  if (pattern.kind === 'ConstantPattern') return bindConstant(pattern, type, scope);
  const wanted = isVar(pattern.type) ? type : resolveType(pattern.type, scope);
  settleDesignation(pattern.designation, wanted, scope);
  if (tested.kind === 'value' && !isUnknown(wanted) && !containsUnknown(type) && !canBeInstance(type, wanted)) {
    scope.binding.report(problem('CS8121', pattern.type.span, `a value of type ${displayType(type)} is never a ${displayType(wanted)}`));
  }
  return undefined;
}

function bindConstant({ expression }: Extract<Pattern, { readonly kind: 'ConstantPattern' }>, type: Type, scope: Scope): ConstantValue | undefined {
  const bound = bindExpression(expression, scope);
  // `case T:` names a type where the parser could not tell; C# 7 refuses it only in a case.
  if (bound.kind === 'type') return undefined;
  const constant = withoutType(bound, expression, scope);
  if (!isKeyword(type, 'object') && !containsUnknown(type)) convert(constant, type, expression, scope);
  if (constant.kind === 'null') return null;
  return constant.kind === 'value' ? constant.constant : undefined;
}
