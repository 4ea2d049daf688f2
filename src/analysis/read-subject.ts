/** Recognises the expressions that read a subject's number. */
import type { Expression, InvocationExpression, MemberAccessExpression, SimpleName } from '../syntax/csharp/ast.js';
import { printCode } from '../syntax/csharp/print-code.js';
import { CONVERSIONS, valueHere, writtenText } from './constant.js';
import { readInteger } from './dotnet/convert.js';
import { INT, type IntegerType, integerType, integerTypeNamed, LONG } from './integer-type.js';
import { type Local, type Locals, receiverName } from './locals.js';
import { collectionOf } from './request-collection.js';
import { type RequestText, requestText } from './request-text.js';
import { isStable } from './stable-expression.js';
import { expressionSubject, namedSubject, type Outcome, type Reading } from './subject.js';
import { withoutParentheses } from './unwrap.js';

/**
 * What the expression reads, when its value is a subject's number; undefined when it is something else or cannot be told.
 * `context.Variables.GetValueOrDefault<int>("x")`, `(int)context.Variables["x"]` and `int.Parse((string)context.Variables["x"])`
 * read the same variable.
 */
export function readingOf(expression: Expression, locals: Locals): Reading | undefined {
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case 'IdentifierName': {
      const local = locals.get(inner.name);
      return local && localReading(local);
    }
    case 'CastExpression': {
      const type = integerType(inner.type);
      return type && castReading(inner.expression, type, locals);
    }
    case 'MemberAccessExpression':
      return COUNTING_MEMBERS.has(inner.name.name) ? stableReading(inner, INT) : undefined;
    case 'InvocationExpression':
      return inner.expression.kind === 'MemberAccessExpression' ? calledReading(inner, inner.expression, locals) : undefined;
    default:
      return undefined;
  }
}

/** Members of type int, whoever has them. */
const COUNTING_MEMBERS: ReadonlySet<string> = new Set(['StatusCode', 'Length', 'Count']);

/** Methods that give a value of the type in angle brackets. */
const TYPED_METHODS: ReadonlySet<string> = new Set(['Value', 'ToObject']);

function localReading(local: Local): Reading | undefined {
  if (local.kind === 'constant') return undefined;
  if (local.kind === 'value') return readingOf(local.expression, local.locals);
  const text = requestText(local.call.text, local.locals);
  return text && parsedReading(text, local.call.type, 'zero');
}

function castReading(operand: Expression, type: IntegerType, locals: Locals): Reading | undefined {
  const stored = requestText(operand, locals);
  if (stored?.kind === 'variable') return { subject: namedSubject('variable', stored.name, type), missing: 'throws', unreadable: 'throws' };
  const reading = readingOf(operand, locals);
  if (reading !== undefined) return reading.subject.type === type || type === LONG ? reading : undefined;
  return stored === undefined ? stableReading({ kind: 'CastExpression', type: { kind: 'PredefinedType', keyword: type.name, span: operand.span }, expression: operand, span: operand.span }, type) : undefined;
}

function calledReading(call: InvocationExpression, method: MemberAccessExpression, locals: Locals): Reading | undefined {
  const { name } = method.name;
  if (name === 'GetValueOrDefault') return valueOrDefault(call, method, locals);
  if (name === 'Count' && call.arguments.length === 0) return stableReading(call, INT);
  if (TYPED_METHODS.has(name)) {
    const type = typeArgument(method.name);
    return type && stableReading(call, type);
  }
  const parsed = parsedArgument(call, method);
  if (parsed === undefined) return undefined;
  const text = requestText(parsed.text, locals);
  if (text !== undefined) return parsedReading(text, parsed.type, parsed.isConversion ? 'conversion' : 'parse');
  return isStable(parsed.text) ? { subject: expressionSubject(codeOf(call), parsed.type), missing: 'throws', unreadable: 'throws' } : undefined;
}

/** `context.Variables.GetValueOrDefault<int>("x", 0)`. */
function valueOrDefault(call: InvocationExpression, { expression: receiver, name: method }: MemberAccessExpression, locals: Locals): Reading | undefined {
  const type = typeArgument(method);
  const [nameArgument, defaultArgument, ...rest] = call.arguments;
  if (type === undefined || nameArgument === undefined || rest.length > 0) return undefined;
  const name = writtenText(nameArgument.expression, locals);
  if (collectionOf(receiver) !== 'variable' || name === undefined) return stableReading(call, type);
  const value = defaultArgument === undefined ? 0n : valueHere(defaultArgument.expression, locals);
  return { subject: namedSubject('variable', name, type), missing: typeof value === 'bigint' ? value : 'unknown', unreadable: 'throws' };
}

/** The text in `int.Parse(text)`, `Convert.ToInt32(text)`. */
function parsedArgument(call: InvocationExpression, { expression: receiver, name: method }: MemberAccessExpression): { text: Expression; type: IntegerType; isConversion: boolean } | undefined {
  const [text, ...rest] = call.arguments;
  if (text === undefined || rest.length > 0) return undefined;
  const owner = receiverName(receiver);
  const type = method.name === 'Parse' ? integerTypeNamed(owner) : owner === 'Convert' ? CONVERSIONS.get(method.name) : undefined;
  return type && { text: text.expression, type, isConversion: owner === 'Convert' };
}

/** @param way what no text and an unreadable one come to: an exception, with TryParse 0; Convert makes 0 of null and fails on other texts */
function parsedReading(text: RequestText, type: IntegerType, way: 'parse' | 'conversion' | 'zero'): Reading {
  const failure: Outcome = way === 'zero' ? 0n : 'throws';
  const { kind, name, whenMissing } = text;
  const outcomes = { null: way === 'parse' ? 'throws' : 0n, throws: 'throws', unknown: 'unknown' } as const;
  const missing = whenMissing.kind === 'text' ? (readInteger(whenMissing.text, type.name) ?? failure) : outcomes[whenMissing.kind];
  return { subject: namedSubject(kind, name, type), missing, unreadable: failure };
}

function typeArgument(name: SimpleName): IntegerType | undefined {
  const [type, ...rest] = name.kind === 'GenericName' ? name.typeArguments : [];
  return type === undefined || rest.length > 0 ? undefined : integerType(type);
}

function stableReading(expression: Expression, type: IntegerType): Reading | undefined {
  return isStable(expression) ? { subject: expressionSubject(codeOf(expression), type), missing: 'throws', unreadable: 'throws' } : undefined;
}

function codeOf(expression: Expression): string {
  return printCode({ form: 'expression', expression });
}
