/** Conditions as code, so that the same one is known again. */
import { parsedExpression } from '../../model/parsed-expression.js';
import type { PolicyValue } from '../../model/value.js';
import type { Expression } from '../../syntax/csharp/ast.js';
import { printCode } from '../../syntax/csharp/print-code.js';
import { isDeeperThan } from '../../syntax/csharp/tree-depth.js';
import { withoutParentheses } from '../unwrap.js';

/** Longer code is not compared. */
const DEEPEST_CONDITION = 100;

/** The condition, first, and what it joins with `&&`: all that holds when it does. */
export function conditionKeys(value: PolicyValue): readonly string[] {
  if (value.kind !== 'expression') return [];
  const { code } = parsedExpression(value);
  if (isDeeperThan(code, DEEPEST_CONDITION)) return [];
  return code.form === 'block' ? [printCode(code)] : [...new Set(conjuncts(code.expression).map(keyOf))];
}

/** What holds in `otherwise`, after the conditions that were asked. */
export function otherwiseKey(conditions: readonly string[]): string {
  return `none of ${conditions.join(' or ')}`;
}

function conjuncts(expression: Expression): Expression[] {
  const inner = withoutParentheses(expression);
  return inner.kind === 'BinaryExpression' && inner.operator === '&&' ? [inner, ...conjuncts(inner.left), ...conjuncts(inner.right)] : [inner];
}

function keyOf(expression: Expression): string {
  return printCode({ form: 'expression', expression: withoutParentheses(expression) });
}
