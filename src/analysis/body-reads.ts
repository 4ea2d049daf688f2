/** Reads of a message's body in C#. Source: reference/expressions.md §3, "Body". */
import { parsedExpression } from '../model/parsed-expression.js';
import type { ExpressionValue, PolicyValue } from '../model/value.js';
import type { Argument, ConditionalAccessExpression, Expression, InvocationExpression } from '../syntax/csharp/ast.js';
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
    if (node.kind === 'ConditionalAccessExpression') return conditionalCalls(node);
    return node.kind === 'InvocationExpression' && node.expression.kind === 'MemberAccessExpression' ? [{ call: node, receiver: memberPath(node.expression.expression) }] : [];
  }).flatMap(({ call, receiver }) => readBy(value, call, receiver));
}

/** A method call, and what it is called on as far as that is a chain of members: `context.Request.Body`. */
interface Call {
  readonly call: InvocationExpression;
  readonly receiver: string;
}

/** The calls behind the question marks of `a?.b?.c()`. */
function conditionalCalls(node: ConditionalAccessExpression): Call[] {
  const calls: Call[] = [];
  let prefix = memberPath(node.expression);
  let rest = node.whenNotNull;
  for (; rest.kind === 'ConditionalAccessExpression' && mayLeadToBody(prefix); rest = rest.whenNotNull) {
    calls.push(...callsIn(rest.expression, prefix));
    prefix += memberPath(rest.expression);
  }
  return mayLeadToBody(prefix) ? [...calls, ...callsIn(rest, prefix)] : calls;
}

/** Anything else is not followed, so that long chains take little time. */
function mayLeadToBody(path: string): boolean {
  return [...BODIES.keys()].some((body) => body.startsWith(path));
}

/** The calls in a chain that goes on from a receiver: `.Body.As<JObject>()["a"]`. */
function callsIn(chain: Expression, prefix: string): Call[] {
  const calls: Call[] = [];
  for (let link: Expression | undefined = chain; link !== undefined; ) {
    if (link.kind === 'InvocationExpression') {
      const method: Expression = link.expression;
      if (method.kind === 'MemberBindingExpression') calls.push({ call: link, receiver: prefix });
      else if (method.kind === 'MemberAccessExpression') calls.push({ call: link, receiver: prefix + memberPath(method.expression) });
      link = method;
    } else {
      link = link.kind === 'MemberAccessExpression' || link.kind === 'ElementAccessExpression' ? link.expression : undefined;
    }
  }
  return calls;
}

const READS: ReadonlySet<string> = new Set(['As', 'AsFormUrlEncodedContent']);

function readBy(value: ExpressionValue, { expression: method, arguments: given, span }: InvocationExpression, receiver: string): BodyRead[] {
  const name = method.kind === 'MemberAccessExpression' || method.kind === 'MemberBindingExpression' ? method.name.name : '';
  const message = READS.has(name) ? BODIES.get(receiver) : undefined;
  if (message === undefined) return [];
  return [{ message, preserves: given.some(isNotFalse), span: { start: value.codeStart + span.start, end: value.codeStart + span.end } }];
}

/** An argument that is no literal may be true. */
function isNotFalse({ expression }: Argument): boolean {
  const inner = withoutParentheses(expression);
  return inner.kind !== 'LiteralExpression' || inner.value === true;
}

const BODIES: ReadonlyMap<string, Message> = new Map([['context.Request.Body', 'Request'], ['context.Response.Body', 'Response']]);

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
    default:
      return '?';
  }
}
