/** What calls and indexers of context's dictionaries and bodies give and prove. Source: reference/expressions.md §3. */
import type { Argument, Expression, InvocationExpression, SimpleName } from '../../syntax/csharp/ast.js';
import type { Span } from '../../syntax/text/position.js';
import { constantValue } from '../constant.js';
import { NO_LOCALS } from '../locals.js';
import { withoutParentheses } from '../unwrap.js';
import type { Evaluator } from './evaluator.js';
import { type Reached, withFact, withFacts } from './facts.js';
import { containsPath, entryPath, takenPath } from './nullable-path.js';
import { obviousType } from './obvious-type.js';
import { typeText } from './type-text.js';
import { pathsOf, presentValue, truthValue, unknownValue, type Value } from './value.js';

const VARIABLES = 'context.Variables';

/** `receiver[arguments]`. */
export function indexValue(evaluator: Evaluator, receiver: Value, { arguments: list, span }: { readonly arguments: readonly Argument[]; readonly span: Span }, facts: Reached): Value {
  const after = evaluator.evaluateArguments(list, facts);
  const entry = entryOf(receiver, list);
  if (entry === undefined) return unknownValue(after);
  const known = evaluator.knownOf(entry.path, after);
  const value = { ...unknownValue(after), path: entry.path, known };
  if (receiver.member !== VARIABLES) return value;
  evaluator.record({ kind: 'variable', name: entry.name, form: 'indexer', type: undefined, hasDefault: false, known, span });
  return { ...value, member: entry.path, stored: entry.name };
}

interface Entry {
  readonly name: string;
  readonly path: string;
}

function entryOf({ member }: Value, [first]: readonly Argument[]): Entry | undefined {
  const name = member === undefined || first === undefined ? undefined : constantValue(first.expression, NO_LOCALS);
  const path = member === undefined || typeof name !== 'string' ? undefined : entryPath(member, name);
  return path === undefined || typeof name !== 'string' ? undefined : { name, path };
}

interface Call {
  readonly evaluator: Evaluator;
  readonly receiver: Value;
  readonly method: SimpleName;
  readonly call: InvocationExpression;
}

/** `receiver.method(…)`. */
export function callValue(evaluator: Evaluator, receiver: Value, method: SimpleName, call: InvocationExpression): Value {
  const { name } = method;
  const entry = entryOf(receiver, call.arguments);
  const known = entry === undefined ? undefined : DICTIONARY_CALLS.get(name)?.({ evaluator, receiver, method, call }, entry);
  if (known !== undefined) return known;
  const emptyTest = EMPTY_TESTS.has(name) ? call.arguments[0] : undefined;
  if (emptyTest !== undefined && isStringType(call)) return emptyTested(evaluator.evaluate(emptyTest.expression, receiver.after));
  const dereferenced = TAKES_NULL.has(name) ? receiver.after : evaluator.dereference(receiver, call.span);
  const after = evaluator.evaluateArguments(call.arguments, dereferenced);
  if (BODY_READS.has(name) && receiver.member?.endsWith('.Body') === true) return { ...unknownValue(bodyTaken(evaluator, receiver.member, call, after)), presentIf: [] };
  if (name === 'ToString') return presentValue(after);
  return { ...unknownValue(after), presentIf: TAKES_NULL.has(name) ? pathsOf(receiver) : [] };
}

/** Extension methods that answer null or false for null. */
const TAKES_NULL: ReadonlySet<string> = new Set(['AsJwt', 'AsBasic', 'TryParseJwt', 'TryParseBasic']);

const EMPTY_TESTS: ReadonlySet<string> = new Set(['IsNullOrEmpty', 'IsNullOrWhiteSpace']);

function isStringType({ expression }: InvocationExpression): boolean {
  const type = expression.kind === 'MemberAccessExpression' ? withoutParentheses(expression.expression) : undefined;
  if (type?.kind === 'PredefinedTypeExpression') return type.keyword === 'string';
  return type?.kind === 'IdentifierName' ? type.name === 'String' : type?.kind === 'MemberAccessExpression' && type.name.name === 'String';
}

function emptyTested(value: Value): Value {
  const { after, known, textWhenNull } = value;
  const paths = textWhenNull?.text.trim() === '' ? [textWhenNull.path] : pathsOf(value);
  return truthValue(after, known === 'null' ? undefined : withFacts(after, paths, 'present'));
}

const DICTIONARY_CALLS: ReadonlyMap<string, (call: Call, entry: Entry) => Value> = new Map([
  ['ContainsKey', containsKey],
  ['TryGetValue', tryGetValue],
  ['GetValueOrDefault', valueOrDefault],
]);

function containsKey({ evaluator, receiver, call }: Call, entry: Entry): Value {
  const after = evaluator.evaluateArguments(call.arguments, receiver.after);
  return tested({ evaluator, receiver, call, after }, entry);
}

function tested({ evaluator, receiver, call, after }: Pick<Call, 'evaluator' | 'receiver' | 'call'> & { readonly after: Reached }, { name, path }: Entry): Value {
  const isVariable = receiver.member === VARIABLES;
  const known = evaluator.knownOf(path, after);
  if (isVariable) evaluator.record({ kind: 'variable', name, form: 'test', type: undefined, hasDefault: true, known, span: call.span });
  const whenTrue = known === 'null' && !isVariable ? undefined : withFact(after, isVariable ? containsPath(name) : path, 'present');
  const missing = withFact(after, path, 'null');
  return truthValue(whenTrue, known === 'present' ? undefined : isVariable ? withFact(missing, containsPath(name), 'null') : missing);
}

/** `TryGetValue("x", out var value)`. */
function tryGetValue({ evaluator, receiver, call }: Call, entry: Entry): Value {
  const after = evaluator.evaluateArguments(call.arguments, receiver.after);
  const target = call.arguments[1]?.expression;
  if (target?.kind === 'DeclarationExpression' && target.designation.kind === 'SingleDesignation') {
    const stored = receiver.member === VARIABLES ? { stored: entry.name } : {};
    evaluator.bind(target.designation.name, { ...unknownValue(after), path: entry.path, member: entry.path, ...stored });
  }
  return tested({ evaluator, receiver, call, after }, entry);
}

/** `context.Variables.GetValueOrDefault<int>("x", 0)`, `context.Request.Headers.GetValueOrDefault("X")`. */
function valueOrDefault({ evaluator, receiver, method, call }: Call, { name, path }: Entry): Value {
  const [, second] = call.arguments;
  const fallback = second === undefined ? undefined : evaluator.evaluate(second.expression, receiver.after);
  const after = fallback?.after ?? receiver.after;
  const known = evaluator.knownOf(path, after);
  if (receiver.member === VARIABLES) {
    evaluator.record({ kind: 'variable', name, form: 'value', type: requestedType(method, second?.expression), hasDefault: second !== undefined, known, span: call.span });
  }
  const member = receiver.member === VARIABLES ? { member: path } : {};
  if (fallback === undefined || fallback.known === 'null') return { ...unknownValue(after), ...member, path, known };
  const text = typeof fallback.constant === 'string' ? { textWhenNull: { path, text: fallback.constant } } : {};
  // A default of false makes true a proof that the variable is there.
  return { ...unknownValue(after), ...member, ...text, known: fallback.known, whenTrue: fallback.constant === false ? withFact(after, path, 'present') : after };
}

function requestedType(method: SimpleName, fallback: Expression | undefined): string | undefined {
  if (method.kind !== 'GenericName') return fallback === undefined ? undefined : obviousType(fallback);
  const [type] = method.typeArguments;
  return type === undefined ? undefined : typeText(type);
}

const BODY_READS: ReadonlySet<string> = new Set(['As', 'AsFormUrlEncodedContent']);

function bodyTaken(evaluator: Evaluator, body: string, { arguments: list, span }: InvocationExpression, after: Reached): Reached {
  const preserves = list.some(({ expression }) => constantValue(expression, NO_LOCALS) !== false);
  evaluator.record({ kind: 'body', body, preserves, taken: after?.get(takenPath(body)) === 'present', span });
  return preserves ? after : withFact(after, takenPath(body), 'present');
}
