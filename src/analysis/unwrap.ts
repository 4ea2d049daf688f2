/** Expressions without what changes nothing about their value. */
import type { Expression } from '../syntax/csharp/ast.js';

/** Parentheses and `checked(…)` taken off. */
export function withoutParentheses(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === 'ParenthesizedExpression' || inner.kind === 'CheckedExpression') inner = inner.expression;
  return inner;
}
