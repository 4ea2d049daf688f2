/** Reads of a message's body in C#. Source: reference/expressions.md §3, "Body". */
import { parsedExpression } from '../model/parsed-expression.js';
import type { ExpressionValue, PolicyValue } from '../model/value.js';
import type { Argument, Expression } from '../syntax/csharp/ast.js';
import type { Span } from '../syntax/text/position.js';
import { descendants } from './syntax-search.js';
import { withoutParentheses } from './unwrap.js';

export type Message = 'Request' | 'Response';

export interface BodyRead {
  readonly message: Message;
  /** Whether it leaves the body for whoever comes next. */
  readonly preserves: boolean;
  /** In the value's text. */
  readonly span: Span;
}

/** `context.Request.Body.As<string>()` and the like; reads through a variable are not followed. */
export function bodyReads(value: PolicyValue): BodyRead[] {
  if (value.kind !== 'expression' || !value.code.includes('Body')) return [];
  return [...descendants(parsedExpression(value).code)].flatMap((node) => {
    switch (node.kind) {
      case 'InvocationExpression':
        return node.expression.kind === 'MemberAccessExpression' ? readBy(value, node.expression.name.name, node.expression.expression, node.arguments, node.span) : [];
      case 'ConditionalAccessExpression': {
        const { whenNotNull } = node;
        const call = whenNotNull.kind === 'InvocationExpression' && whenNotNull.expression.kind === 'MemberBindingExpression' ? whenNotNull : undefined;
        return call?.expression.kind === 'MemberBindingExpression' ? readBy(value, call.expression.name.name, node.expression, call.arguments, node.span) : [];
      }
      default:
        return [];
    }
  });
}

const READS: ReadonlySet<string> = new Set(['As', 'AsFormUrlEncodedContent']);

function readBy(value: ExpressionValue, method: string, receiver: Expression, given: readonly Argument[], span: Span): BodyRead[] {
  const message = READS.has(method) ? bodyOf(receiver) : undefined;
  if (message === undefined) return [];
  return [{ message, preserves: given.some(isNotFalse), span: { start: value.codeStart + span.start, end: value.codeStart + span.end } }];
}

/** An argument that is no literal may be true. */
function isNotFalse({ expression }: Argument): boolean {
  const inner = withoutParentheses(expression);
  return inner.kind !== 'LiteralExpression' || inner.value === true;
}

/** `context.Request.Body`, with or without `?`. */
function bodyOf(receiver: Expression): Message | undefined {
  const path = memberPath(receiver);
  return path === 'context.Request.Body' ? 'Request' : path === 'context.Response.Body' ? 'Response' : undefined;
}

/** @param steps how far to follow: long chains must not exhaust the stack */
function memberPath(expression: Expression, steps = 6): string {
  if (steps === 0) return '?';
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case 'IdentifierName':
      return inner.name;
    case 'MemberAccessExpression':
      return `${memberPath(inner.expression, steps - 1)}.${inner.name.name}`;
    case 'MemberBindingExpression':
      return `.${inner.name.name}`;
    case 'ConditionalAccessExpression':
      return memberPath(inner.expression, steps - 1) + memberPath(inner.whenNotNull, steps - 1);
    default:
      return '?';
  }
}
