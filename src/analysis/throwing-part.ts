/** The part of an expression that throws under an assumption about the request. */
import type { ConditionalAccessExpression, ElementAccessExpression, Expression, InvocationExpression, MemberAccessExpression, ParsedCode, Statement } from '../syntax/csharp/ast.js';
import { type AssumedValue, type Assumption, THROWS } from './assumed-value.js';
import { boundAccess } from './bound-access.js';
import { type AssumedState, evaluateAssumed } from './evaluate-assumed.js';
import { runAssumed } from './run-assumed.js';
import { descendants } from './syntax-search.js';

/** What can throw though its parts do not; casts can, but headers and query parameters are cast to nothing but text. */
export type ThrowingPart = ElementAccessExpression | InvocationExpression | MemberAccessExpression;

/** The innermost; undefined when the expression does not surely throw, or throws on purpose. */
export function throwingPart(code: ParsedCode, assumption: Assumption | undefined, variables: AssumedState['variables']): ThrowingPart | undefined {
  const locals = new Map<string, AssumedValue>();
  if (runAssumed(code, assumption, variables, locals) !== THROWS) return undefined;
  return innermost(code.form === 'block' ? code.block : code.expression, { assumption, variables, locals });
}

function innermost(root: Expression | Statement, state: AssumedState): ThrowingPart | undefined {
  const parts = [...descendants(root)].filter(isPart).sort((one, other) => lengthOf(one) - lengthOf(other) || one.span.start - other.span.start);
  const part = parts.find((one) => evaluateAssumed(one, state) === THROWS);
  if (part?.kind !== 'ConditionalAccessExpression') return part;
  // What is bound behind the question mark does not throw by itself.
  const access = boundAccess(part.whenNotNull, part.expression);
  return access === undefined ? undefined : innermost(access, state);
}

function lengthOf({ span }: Expression): number {
  return span.end - span.start;
}

function isPart(node: Expression | Statement): node is ThrowingPart | ConditionalAccessExpression {
  return node.kind === 'ElementAccessExpression' || node.kind === 'InvocationExpression' || node.kind === 'MemberAccessExpression' || node.kind === 'ConditionalAccessExpression';
}
