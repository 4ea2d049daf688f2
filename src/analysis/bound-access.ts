/** What stands behind a question mark, as an access of what stands before it: `a?.b.c[0]` is `a.b.c[0]` where `a` is not null. */
import type { Expression } from '../syntax/csharp/ast.js';

type Link = Extract<Expression, { readonly kind: 'MemberAccessExpression' | 'ElementAccessExpression' | 'InvocationExpression' | 'ConditionalAccessExpression' }>;

/** @returns undefined when nothing in it is bound to what stands before, which is never so in code without syntax errors */
export function boundAccess(whenNotNull: Expression, receiver: Expression): Expression | undefined {
  const links: Link[] = [];
  let inner = whenNotNull;
  while (isLink(inner)) {
    links.push(inner);
    inner = inner.expression;
  }
  if (inner.kind !== 'MemberBindingExpression' && inner.kind !== 'ElementBindingExpression') return undefined;
  const first: Expression = inner.kind === 'MemberBindingExpression'
    ? { kind: 'MemberAccessExpression', expression: receiver, name: inner.name, span: inner.span }
    : { kind: 'ElementAccessExpression', expression: receiver, arguments: inner.arguments, span: inner.span };
  return links.reduceRight<Expression>((expression, link) => ({ ...link, expression }), first);
}

function isLink(expression: Expression): expression is Link {
  return expression.kind === 'MemberAccessExpression' || expression.kind === 'ElementAccessExpression' || expression.kind === 'InvocationExpression' || expression.kind === 'ConditionalAccessExpression';
}
