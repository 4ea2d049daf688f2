/** Which expressions give the same value each time a condition asks for them. */
import type { Argument, Expression } from '../syntax/csharp/ast.js';

/** Members of context that change while a request runs. */
const CHANGING_MEMBERS: ReadonlySet<string> = new Set(['Elapsed', 'Now', 'UtcNow', 'Today', 'Timestamp', 'NewGuid']);

/** Methods without effects that give the same result for the same receiver. */
const PURE_METHODS: ReadonlySet<string> = new Set(
  ('GetValueOrDefault ContainsKey ToString Trim TrimStart TrimEnd ToLower ToUpper ToLowerInvariant ToUpperInvariant Replace Substring Split Count First ' +
    'FirstOrDefault Last LastOrDefault SelectToken Value ToObject AsJwt Parse ToInt32 ToInt64').split(' '),
);

/**
 * Whether the expression only looks things up from `context`. Reading a body counts when its content is preserved: else the second
 * read finds nothing (reference/expressions.md §3).
 */
export function isStable(expression: Expression): boolean {
  switch (expression.kind) {
    case 'LiteralExpression':
      return true;
    case 'IdentifierName':
      return expression.name === 'context';
    case 'ParenthesizedExpression':
    case 'CastExpression':
      return isStable(expression.expression);
    case 'MemberAccessExpression':
      return !CHANGING_MEMBERS.has(expression.name.name) && isStable(expression.expression);
    case 'MemberBindingExpression':
      return !CHANGING_MEMBERS.has(expression.name.name);
    case 'ElementAccessExpression':
      return isStable(expression.expression) && areStable(expression.arguments);
    case 'ElementBindingExpression':
      return areStable(expression.arguments);
    case 'ConditionalAccessExpression':
      return isStable(expression.expression) && isStable(expression.whenNotNull);
    case 'InvocationExpression': {
      const method = expression.expression;
      if (method.kind !== 'MemberAccessExpression' && method.kind !== 'MemberBindingExpression') return false;
      const { name } = method.name;
      const isPure = PURE_METHODS.has(name) || (name === 'As' && preservesContent(expression.arguments));
      return isPure && isStable(method) && areStable(expression.arguments);
    }
    default:
      return false;
  }
}

function areStable(list: readonly Argument[]): boolean {
  return list.every(({ expression, modifier }) => modifier === undefined && isStable(expression));
}

function preservesContent([first]: readonly Argument[]): boolean {
  return first?.expression.kind === 'LiteralExpression' && first.expression.value === true;
}
