/** Expressions that read a text or a stored value from the request: variables, headers, query parameters. */
import type { Expression, InvocationExpression, MemberAccessExpression } from '../syntax/csharp/ast.js';
import { valueHere, writtenText } from './constant.js';
import { typeName } from './integer-type.js';
import { collectionOf, type RequestCollection } from './request-collection.js';
import type { Locals } from './locals.js';
import { withoutParentheses } from './unwrap.js';

export interface RequestText {
  readonly kind: RequestCollection;
  readonly name: string;
  /** What is read when there is none: a text, no text, an exception, or something that is not known. */
  readonly whenMissing: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'null' | 'throws' | 'unknown' };
}

/** The text that the expression reads; undefined when it reads something else. */
export function requestText(expression: Expression, locals: Locals): RequestText | undefined {
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case 'IdentifierName': {
      const local = locals.get(inner.name);
      return local?.kind === 'value' ? requestText(local.expression, local.locals) : undefined;
    }
    case 'CastExpression':
      return typeName(inner.type)?.toLowerCase() === 'string' ? requestText(inner.expression, locals) : undefined;
    case 'TypeTestExpression':
      return inner.operator === 'as' && typeName(inner.type)?.toLowerCase() === 'string' ? requestText(inner.expression, locals) : undefined;
    case 'ElementAccessExpression':
      return indexedText(inner.expression, inner.arguments, locals);
    case 'InvocationExpression':
      return inner.expression.kind === 'MemberAccessExpression' ? calledText(inner, inner.expression, locals) : undefined;
    case 'BinaryExpression': {
      const read = inner.operator === '??' ? requestText(inner.left, locals) : undefined;
      if (read?.whenMissing.kind !== 'null') return read;
      return { ...read, whenMissing: defaultText(inner.right, locals) };
    }
    default:
      return undefined;
  }
}

/** `context.Variables["x"]`, `context.Request.Headers["x"][0]`. */
function indexedText(receiver: Expression, args: InvocationExpression['arguments'], locals: Locals): RequestText | undefined {
  const [argument, ...others] = args;
  if (argument === undefined || others.length > 0) return undefined;
  if (valueHere(argument.expression, locals) === 0n) {
    const values = withoutParentheses(receiver);
    return values.kind === 'ElementAccessExpression' ? firstValue(values, locals) : undefined;
  }
  const name = collectionOf(receiver) === 'variable' ? writtenText(argument.expression, locals) : undefined;
  return name === undefined ? undefined : { kind: 'variable', name, whenMissing: { kind: 'null' } };
}

function calledText(call: InvocationExpression, method: MemberAccessExpression, locals: Locals): RequestText | undefined {
  const receiver = withoutParentheses(method.expression);
  switch (method.name.name) {
    case 'GetValueOrDefault':
      return valueOrDefault(call, method, locals);
    case 'ToString':
    case 'Trim': {
      const read = call.arguments.length === 0 ? requestText(receiver, locals) : undefined;
      return read?.whenMissing.kind === 'null' ? { ...read, whenMissing: { kind: 'throws' } } : read;
    }
    case 'First':
      return call.arguments.length === 0 && receiver.kind === 'ElementAccessExpression' ? firstValue(receiver, locals) : undefined;
    default:
      return undefined;
  }
}

/** `context.Request.Headers.GetValueOrDefault("x", "0")`, `context.Variables.GetValueOrDefault<string>("x")`. */
function valueOrDefault(call: InvocationExpression, { expression: receiver, name: method }: MemberAccessExpression, locals: Locals): RequestText | undefined {
  const kind = collectionOf(receiver);
  const [nameArgument, defaultArgument, ...rest] = call.arguments;
  const name = nameArgument === undefined || rest.length > 0 ? undefined : writtenText(nameArgument.expression, locals);
  if (kind === undefined || name === undefined) return undefined;
  const [type] = method.kind === 'GenericName' ? method.typeArguments : [];
  if (kind === 'variable' && (type === undefined || !['string', 'object'].includes(typeName(type)?.toLowerCase() ?? ''))) return undefined;
  return { kind, name, whenMissing: defaultArgument === undefined ? { kind: 'null' } : defaultText(defaultArgument.expression, locals) };
}

/** `context.Request.Headers["x"][0]`; what a missing header gives is not documented, but it is no number (reference/expressions.md §3). */
function firstValue({ expression, arguments: args }: Extract<Expression, { kind: 'ElementAccessExpression' }>, locals: Locals): RequestText | undefined {
  const kind = collectionOf(expression);
  const name = args.length === 1 && args[0] !== undefined ? writtenText(args[0].expression, locals) : undefined;
  return kind === undefined || kind === 'variable' || name === undefined ? undefined : { kind, name, whenMissing: { kind: 'throws' } };
}

function defaultText(expression: Expression, locals: Locals): RequestText['whenMissing'] {
  const value = valueHere(expression, locals);
  if (value === null) return { kind: 'null' };
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'unknown' };
}
