/** The collections of a request that hold texts and values by name. */
import type { Expression } from '../syntax/csharp/ast.js';
import { withoutParentheses } from './unwrap.js';

export type RequestCollection = 'variable' | 'header' | 'query';

const COLLECTIONS: ReadonlyMap<string, RequestCollection> = new Map([
  ['context.Variables', 'variable'],
  ['context.Request.Headers', 'header'],
  ['context.Request.Url.Query', 'query'],
  ['context.Request.OriginalUrl.Query', 'query'],
]);

/** Which collection of the request an expression is: `context.Request.Headers`. */
export function collectionOf(expression: Expression): RequestCollection | undefined {
  return COLLECTIONS.get(memberPath(expression));
}

/** `context.Request.Headers`; empty for anything but a chain of members. */
export function memberPath(expression: Expression): string {
  const names: string[] = [];
  for (let inner = withoutParentheses(expression); ; inner = withoutParentheses(inner.expression)) {
    if (inner.kind === 'IdentifierName') return [inner.name, ...names.reverse()].join('.');
    if (inner.kind !== 'MemberAccessExpression') return '';
    names.push(inner.name.name);
  }
}
