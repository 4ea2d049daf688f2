/** Methods whose results an assumption about the request may decide. */
import type { Expression, InvocationExpression, MemberAccessExpression } from '../syntax/csharp/ast.js';
import { type AssumedValue, isAbout, isText, NO_NUMBER_TEXT, THROWS, UNKNOWN } from './assumed-value.js';
import type { AssumedState } from './evaluate-assumed.js';
import { CONVERSIONS } from './constant.js';
import { type IntegerType, integerType, integerTypeNamed, parseInteger, typeName } from './integer-type.js';
import { receiverName, tryParseCall } from './locals.js';
import { collectionOf, type RequestText } from './request-text.js';
import { withoutParentheses } from './unwrap.js';

type Evaluate = (operand: Expression) => AssumedValue;

/** The value of a call; `int.TryParse` also sets its variable. */
export function calledValue(call: InvocationExpression, state: AssumedState, evaluate: Evaluate): AssumedValue {
  const parse = tryParseCall(call);
  if (parse !== undefined) {
    const number = parsed(evaluate(parse.text), parse.type);
    state.locals.set(parse.name, number === THROWS ? 0n : number);
    return number === UNKNOWN ? UNKNOWN : number !== THROWS;
  }
  if (call.expression.kind !== 'MemberAccessExpression') return UNKNOWN;
  const { expression: receiver, name: method } = call.expression;
  const collection = collectionOf(receiver);
  if (collection !== undefined) return lookedUp(collection, call, call.expression, state, evaluate);
  const owner = receiverName(receiver);
  const [argument, ...rest] = call.arguments;
  if (argument !== undefined && rest.length === 0) {
    const type = method.name === 'Parse' ? integerTypeNamed(owner) : undefined;
    if (type !== undefined) return parsed(evaluate(argument.expression), type);
    const conversion = owner === 'Convert' ? CONVERSIONS.get(method.name) : undefined;
    if (conversion !== undefined) return converted(evaluate(argument.expression), conversion);
    if (STRING_TYPES.has(owner) && (method.name === 'IsNullOrEmpty' || method.name === 'IsNullOrWhiteSpace')) return isBlank(evaluate(argument.expression));
  }
  if (call.arguments.length > 0) return UNKNOWN;
  if (method.name === 'First' || method.name === 'FirstOrDefault') {
    const values = withoutParentheses(receiver);
    const first = values.kind === 'ElementAccessExpression' ? firstValue(values, state, evaluate) : UNKNOWN;
    return first === THROWS && method.name === 'FirstOrDefault' ? UNKNOWN : first;
  }
  return method.name === 'ToString' || method.name === 'Trim' ? textOf(evaluate(receiver), method.name) : UNKNOWN;
}

const STRING_TYPES: ReadonlySet<string> = new Set(['string', 'String', 'System.String']);

/** What `int.Parse` gives. */
function parsed(text: AssumedValue, type: IntegerType): AssumedValue {
  if (text === UNKNOWN || text === THROWS) return text;
  return typeof text === 'string' ? (parseInteger(text, type) ?? THROWS) : THROWS;
}

/** What `Convert.ToInt32` gives: 0 for null. */
function converted(value: AssumedValue, type: IntegerType): AssumedValue {
  if (value === null) return 0n;
  return typeof value === 'bigint' ? value : typeof value === 'boolean' ? UNKNOWN : parsed(value, type);
}

function isBlank(text: AssumedValue): AssumedValue {
  if (text === null) return true;
  if (text === NO_NUMBER_TEXT) return false;
  return typeof text === 'string' ? text.trim() === '' : text === THROWS ? THROWS : UNKNOWN;
}

function textOf(value: AssumedValue, method: 'ToString' | 'Trim'): AssumedValue {
  if (value === null) return THROWS;
  if (typeof value === 'bigint' && method === 'ToString') return String(value);
  if (typeof value === 'string') return method === 'Trim' ? value.trim() : value;
  return value === NO_NUMBER_TEXT || value === THROWS ? value : UNKNOWN;
}

/** `GetValueOrDefault` and `ContainsKey` of variables, headers and query parameters. */
function lookedUp(kind: RequestText['kind'], call: InvocationExpression, { name: method }: MemberAccessExpression, state: AssumedState, evaluate: Evaluate): AssumedValue {
  const [nameArgument, defaultArgument] = call.arguments;
  const name = nameArgument === undefined ? UNKNOWN : evaluate(nameArgument.expression);
  if (typeof name !== 'string') return UNKNOWN;
  const [type] = method.kind === 'GenericName' ? method.typeArguments : [];
  const isInteger = type !== undefined && integerType(type) !== undefined;
  const value = kind === 'variable' ? state.variables.get(name) : undefined;
  if (value !== undefined) return method.name === 'GetValueOrDefault' ? typed(value, { isInteger, name: type && typeName(type) }) : UNKNOWN;
  const { assumption } = state;
  if (assumption === undefined || !isAbout(assumption, kind, name)) return UNKNOWN;
  if (method.name === 'ContainsKey') return assumption.state !== 'missing';
  if (method.name !== 'GetValueOrDefault') return UNKNOWN;
  if (assumption.state === 'unreadable') return NO_NUMBER_TEXT;
  return defaultArgument === undefined ? (isInteger ? 0n : null) : evaluate(defaultArgument.expression);
}

/** `GetValueOrDefault<T>` throws when the value is no T (reference/expressions.md §3). */
function typed(value: AssumedValue, type: { readonly isInteger: boolean; readonly name: string | undefined }): AssumedValue {
  if (value === UNKNOWN || value === THROWS) return value;
  if (type.isInteger) return typeof value === 'bigint' ? value : THROWS;
  if (type.name === 'string') return isText(value) || value === null ? value : THROWS;
  return type.name === 'object' ? value : UNKNOWN;
}

/** The first value of `context.Request.Headers["x"]`; taking it from a missing header fails in any case (reference/expressions.md §3). */
export function firstValue(values: Extract<Expression, { kind: 'ElementAccessExpression' }>, { assumption }: AssumedState, evaluate: Evaluate): AssumedValue {
  const kind = collectionOf(values.expression);
  const [name] = values.arguments.map(({ expression }) => evaluate(expression));
  if (kind === undefined || typeof name !== 'string' || assumption === undefined || !isAbout(assumption, kind, name)) return UNKNOWN;
  return assumption.state === 'missing' ? THROWS : NO_NUMBER_TEXT;
}
