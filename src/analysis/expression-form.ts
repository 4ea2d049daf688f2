/** What can be said of an expression's type and constancy by how it is written. */
import type { Expression } from '../syntax/csharp/ast.js';
import { typeName } from './integer-type.js';
import { receiverName } from './locals.js';
import { numberKind } from './dotnet/convert.js';
import { collectionOf } from './request-collection.js';
import { withoutParentheses } from './unwrap.js';

/** Whether it is made of literals and limits of types alone, so that the compiler computes it; locals do not count. */
export function isWrittenConstant(expression: Expression): boolean {
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case 'LiteralExpression':
      return true;
    case 'MemberAccessExpression':
      return numberKind(receiverName(inner.expression)) !== undefined;
    case 'PrefixUnaryExpression':
      return isWrittenConstant(inner.operand);
    case 'CastExpression':
      return isWrittenConstant(inner.expression);
    case 'BinaryExpression':
      return isWrittenConstant(inner.left) && isWrittenConstant(inner.right);
    case 'ConditionalExpression':
      return isWrittenConstant(inner.condition) && isWrittenConstant(inner.whenTrue) && isWrittenConstant(inner.whenFalse);
    default:
      return false;
  }
}

/** Whether its type is surely object: `context.Variables["x"]`, `(object)x`. */
export function isObjectTyped(expression: Expression): boolean {
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case 'CastExpression':
      return typeName(inner.type)?.replace('System.', '').toLowerCase() === 'object';
    case 'ElementAccessExpression':
      return collectionOf(inner.expression) === 'variable';
    case 'InvocationExpression': {
      const method = inner.expression;
      if (method.kind !== 'MemberAccessExpression' || method.name.name !== 'GetValueOrDefault' || collectionOf(method.expression) !== 'variable') return false;
      const [type] = method.name.kind === 'GenericName' ? method.name.typeArguments : [];
      return type === undefined || typeName(type)?.toLowerCase() === 'object';
    }
    default:
      return false;
  }
}
