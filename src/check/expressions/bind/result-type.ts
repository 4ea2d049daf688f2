/** The type of what an expression gives, over all its returns. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import { bestCommonType } from '../types/best-common-type.js';
import { implicitConversion } from '../types/conversions.js';
import { displayOperand } from '../types/display.js';
import { containsUnknown } from '../types/identity.js';
import { isVoid } from '../types/kinds.js';
import { problem } from './problem.js';
import type { ReturnedValue, Scope } from './scope.js';

/** Reports values that have no type of their own, and those of different types. */
export function resultType(returns: readonly ReturnedValue[], scope: Scope): Type {
  for (const { operand } of returns) if (operand.kind === 'lambda') operand.complete(undefined, undefined);
  const problems = returns.flatMap(({ operand, node }) => {
    if (operand.kind === 'value' && isVoid(operand.type)) return problem('CS4029', node.span, 'the method gives nothing, and an expression must give a value');
    if (operand.kind === 'lambda' || operand.kind === 'method-group') return problem('CS0411', node.span, `a ${displayOperand(operand)} is no value that an expression can give`);
    return [];
  });
  for (const found of problems) scope.binding.report(found);
  if (problems.length > 0) return UNKNOWN;
  const operands = returns.map(({ operand }) => operand);
  if (operands.some((operand) => operand.kind === 'value' && containsUnknown(operand.type))) return bestCommonType(operands) ?? UNKNOWN;
  const type = bestCommonType(operands);
  if (type === undefined) return UNKNOWN;
  const misfit = returns.find(({ operand }) => implicitConversion(operand, type) === undefined);
  if (misfit === undefined) return type;
  return UNKNOWN;
}
