/** The values of calls and members, with what is known of the request. */
import type { Expression, InvocationExpression, MemberAccessExpression } from '../syntax/csharp/ast.js';
import { type AssumedValue, isAbout, isText, NO_NUMBER_TEXT, THROWS, UNKNOWN } from './assumed-value.js';
import { parseInteger } from './dotnet/convert.js';
import { isStaticMethod, staticMethod } from './dotnet/static-methods.js';
import { isTextMethod, textMethod } from './dotnet/text-methods.js';
import { type DotnetValue, int, integer, isInteger, isTextArray, textOf } from './dotnet/value.js';
import type { AssumedState } from './evaluate-assumed.js';
import { type IntegerType, integerType, typeName } from './integer-type.js';
import { receiverName, tryParseCall } from './locals.js';
import { collectionOf, type RequestCollection } from './request-collection.js';
import { withoutParentheses } from './unwrap.js';

type Evaluate = (operand: Expression) => AssumedValue;

/** The value of a call; `int.TryParse` also sets its variable. */
export function calledValue(call: InvocationExpression, state: AssumedState, evaluate: Evaluate): AssumedValue {
  const parse = tryParseCall(call);
  if (parse !== undefined) {
    const number = parsed(evaluate(parse.text), parse.type);
    state.locals.set(parse.name, number === THROWS ? integer(parse.type.name, 0n) : number);
    return number === UNKNOWN ? UNKNOWN : number !== THROWS;
  }
  if (call.expression.kind !== 'MemberAccessExpression') return UNKNOWN;
  const { expression: receiver, name: method } = call.expression;
  const collection = collectionOf(receiver);
  if (collection !== undefined) return lookedUp(collection, call, call.expression, state, evaluate);
  if (call.arguments.some(({ name, modifier }) => name !== undefined || modifier !== undefined)) return UNKNOWN;
  const owner = receiverName(receiver);
  if (isStaticMethod(owner, method.name)) return calledStatically(owner, method.name, call.arguments.map(({ expression }) => evaluate(expression)));
  const values = withoutParentheses(receiver);
  const isFirst = call.arguments.length === 0 && (method.name === 'First' || method.name === 'FirstOrDefault');
  const first = isFirst && values.kind === 'ElementAccessExpression' ? firstValue(values, state, evaluate) : UNKNOWN;
  if (first !== UNKNOWN) return first === THROWS && method.name === 'FirstOrDefault' ? UNKNOWN : first;
  return calledOn(receiver, method.name, call, evaluate);
}

/** `text.Length`, `array.Length`; of other members, whether what has them throws. */
export function memberValue({ expression, name: { name } }: MemberAccessExpression, evaluate: Evaluate): AssumedValue {
  const value = evaluate(expression);
  if (value === null || value === THROWS) return THROWS;
  if (name !== 'Length') return UNKNOWN;
  if (typeof value === 'string') return int(value.length);
  return typeof value !== 'symbol' && isTextArray(value) ? int(value.items.length) : UNKNOWN;
}

/** What `int.TryParse` reads; THROWS when it gives false. */
function parsed(text: AssumedValue, { name }: IntegerType): AssumedValue {
  if (text === NO_NUMBER_TEXT) return THROWS;
  return typeof text === 'symbol' ? text : parseInteger(text, name);
}

/** Methods that make a number of a text, and those that ask whether there is one. */
const READS_NUMBER = /\.(?:Parse|ToInt32|ToInt64)$/;
const ASKS_FOR_TEXT = /\.(?:IsNullOrEmpty|IsNullOrWhiteSpace)$/;

function calledStatically(owner: string, method: string, values: readonly AssumedValue[]): AssumedValue {
  if (values.includes(THROWS)) return values.find((value) => value === THROWS || value === UNKNOWN) ?? THROWS;
  const plain = plainValues(values);
  if (plain !== undefined) return staticMethod(owner, method, plain) ?? UNKNOWN;
  if (values.length !== 1 || values[0] !== NO_NUMBER_TEXT) return UNKNOWN;
  const name = `${owner}.${method}`;
  return READS_NUMBER.test(name) ? THROWS : ASKS_FOR_TEXT.test(name) ? false : UNKNOWN;
}

/** undefined when one of them is not known in full. */
function plainValues(values: readonly AssumedValue[]): DotnetValue[] | undefined {
  const plain = values.filter((value): value is DotnetValue => typeof value !== 'symbol');
  return plain.length === values.length ? plain : undefined;
}

/** They give null for what is no credential, and for null too. Source: reference/expressions.md §3. */
const READS_CREDENTIAL: ReadonlySet<string> = new Set(['AsJwt', 'AsBasic']);

function calledOn(receiver: Expression, method: string, call: InvocationExpression, evaluate: Evaluate): AssumedValue {
  const value = evaluate(receiver);
  if (value === THROWS) return THROWS;
  if (READS_CREDENTIAL.has(method) && call.arguments.length === 0 && (value === null || value === '')) return null;
  if (!isTextMethod(method) && !ARRAY_METHODS.has(method)) return call.arguments.some(({ expression }) => evaluate(expression) === THROWS) ? THROWS : UNKNOWN;
  if (value === UNKNOWN) return UNKNOWN;
  if (value === NO_NUMBER_TEXT) return call.arguments.length === 0 && (method === 'ToString' || method === 'Trim') ? NO_NUMBER_TEXT : UNKNOWN;
  if (value === null) return isTextMethod(method) ? THROWS : UNKNOWN;
  const values = call.arguments.map(({ expression }) => evaluate(expression));
  if (values.includes(THROWS)) return values.find((one) => one === THROWS || one === UNKNOWN) ?? THROWS;
  const plain = plainValues(values);
  if (plain === undefined) return UNKNOWN;
  if (typeof value === 'string') return textMethod(value, method, plain);
  if (plain.length > 0) return UNKNOWN;
  if (isTextArray(value)) return ARRAY_METHODS.get(method)?.(value.items) ?? UNKNOWN;
  return method === 'ToString' ? textOf(value) : UNKNOWN;
}

/** Of arrays that are not empty, which those of Split never are. */
const ARRAY_METHODS: ReadonlyMap<string, (items: readonly string[]) => AssumedValue> = new Map<string, (items: readonly string[]) => AssumedValue>([
  ['First', (items) => items[0] ?? THROWS],
  ['FirstOrDefault', (items) => items[0] ?? null],
  ['Last', (items) => items.at(-1) ?? THROWS],
  ['LastOrDefault', (items) => items.at(-1) ?? null],
  ['Count', (items) => int(items.length)],
]);

/** `GetValueOrDefault` and `ContainsKey` of variables, headers and query parameters. */
function lookedUp(kind: RequestCollection, call: InvocationExpression, { name: method }: MemberAccessExpression, state: AssumedState, evaluate: Evaluate): AssumedValue {
  const [nameArgument, defaultArgument] = call.arguments;
  const name = nameArgument === undefined ? UNKNOWN : evaluate(nameArgument.expression);
  if (typeof name !== 'string') return UNKNOWN;
  const [type] = method.kind === 'GenericName' ? method.typeArguments : [];
  const number = type === undefined ? undefined : integerType(type);
  const value = kind === 'variable' ? state.variables.get(name) : undefined;
  if (value !== undefined) return method.name === 'GetValueOrDefault' ? typed(value, { number, name: type && typeName(type) }) : UNKNOWN;
  const { assumption } = state;
  if (assumption === undefined || !isAbout(assumption, kind, name)) return UNKNOWN;
  if (method.name === 'ContainsKey') return assumption.state !== 'missing';
  if (method.name !== 'GetValueOrDefault') return UNKNOWN;
  if (assumption.state === 'unreadable') return NO_NUMBER_TEXT;
  return defaultArgument === undefined ? (number === undefined ? null : integer(number.name, 0n)) : evaluate(defaultArgument.expression);
}

/** `GetValueOrDefault<T>` throws when the value is no T (reference/expressions.md §3). */
function typed(value: AssumedValue, type: { readonly number: IntegerType | undefined; readonly name: string | undefined }): AssumedValue {
  if (value === UNKNOWN || value === THROWS) return value;
  if (type.number !== undefined) return isInteger(value) && value.kind === type.number.name ? value : THROWS;
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
