/** `c ? a : b`. Source: C# specification, 12.18 Conditional operator. */
import { UNKNOWN, coreType } from '../../../catalog/expressions/type-library.js';
import type { ConditionalExpression } from '../../../syntax/csharp/ast.js';
import { resolveConditional } from '../types/best-common-type.js';
import { type Operand, bindValue } from './bind-expression.js';
import { type Bound, value } from './bound.js';
import { convert } from './convert.js';
import { failed } from './problem.js';
import type { Scope } from './scope.js';

export function bindConditional(node: ConditionalExpression, scope: Scope): Bound {
  const condition = bindValue(node.condition, scope);
  convert(condition, coreType('bool'), node.condition, scope);
  const whenTrue = bindValue(node.whenTrue, scope);
  const whenFalse = bindValue(node.whenFalse, scope);
  if (whenTrue.kind === 'throw') return whenFalse;
  if (whenFalse.kind === 'throw') return whenTrue;
  const result = resolveConditional(whenTrue, whenFalse);
  if (result.kind === 'failed') scope.binding.report(failed(result, node.span, hintFor(whenTrue, whenFalse)));
  if (result.kind !== 'resolved') return value(UNKNOWN);
  if (whenTrue.kind === 'lambda') convert(whenTrue, result.type, node.whenTrue, scope);
  if (whenFalse.kind === 'lambda') convert(whenFalse, result.type, node.whenFalse, scope);
  if (condition.kind !== 'value' || typeof condition.constant !== 'boolean') return value(result.type);
  const [chosen, other] = condition.constant ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  return chosen.kind === 'value' && other.kind === 'value' && other.constant !== undefined ? value(result.type, chosen.constant) : value(result.type);
}

function hintFor(a: Operand, b: Operand): string {
  if (a.kind === 'null' || b.kind === 'null') return 'write the type before null: (int?)null';
  return 'convert one of them to the type of the other, or both to object';
}
