/** Conditions that read `context.Response` whether or not there is a response. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyValue } from '../model/value.js';
import type { Expression } from '../syntax/csharp/ast.js';
import { descendants } from './syntax-search.js';
import { withoutParentheses } from './unwrap.js';

/**
 * Whether the condition's first operand reads a member of `context.Response` and nothing in the condition asks whether that is null:
 * before there is a response it throws. Source: reference/expressions.md, table of run-time errors, row 26.
 */
export function readsResponseAtOnce(condition: PolicyValue): boolean {
  if (condition.kind !== 'expression') return false;
  const { code } = parsedExpression(condition);
  if (code.form !== 'expression') return false;
  const nodes = [...descendants(code.expression)];
  if (nodes.some(isNullTest)) return false;
  return [...descendants(firstOperand(code.expression))].some((node) => node.kind === 'MemberAccessExpression' && isResponse(node.expression));
}

/** What is evaluated in any case. */
function firstOperand(expression: Expression): Expression {
  let operand = withoutParentheses(expression);
  while (operand.kind === 'BinaryExpression' && (operand.operator === '&&' || operand.operator === '||')) operand = withoutParentheses(operand.left);
  return operand;
}

function isNullTest(node: { readonly kind: string } & object): boolean {
  if (node.kind === 'ConditionalAccessExpression' || node.kind === 'IsPatternExpression' || node.kind === 'TypeTestExpression' || node.kind === 'ConditionalExpression') return true;
  return node.kind === 'LiteralExpression' && 'type' in node && node.type === 'null';
}

function isResponse(expression: Expression): boolean {
  const inner = withoutParentheses(expression);
  return inner.kind === 'MemberAccessExpression' && inner.name.name === 'Response' && inner.expression.kind === 'IdentifierName' && inner.expression.name === 'context';
}
