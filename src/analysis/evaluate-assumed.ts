/** Evaluates C# with what is known of the request; what that does not decide stays unknown. */
import type { BinaryExpression, ConditionalAccessExpression, Expression, InterpolatedStringExpression, LiteralExpression, PrefixUnaryExpression } from '../syntax/csharp/ast.js';
import { type AssumedValue, type Assumption, isAbout, isText, NO_NUMBER_TEXT, THROWS, UNKNOWN } from './assumed-value.js';
import { calledValue, firstValue, memberValue } from './assumed-methods.js';
import { boundAccess } from './bound-access.js';
import { castValue } from './cast-value.js';
import { type Overflow, binaryResult, unaryResult } from './dotnet/operators.js';
import { staticField } from './dotnet/static-methods.js';
import { charAt } from './dotnet/text-methods.js';
import { char, int, integer, isInteger, isTextArray, sameValue, textOf } from './dotnet/value.js';
import { isObjectTyped, isWrittenConstant } from './expression-form.js';
import { typeName } from './integer-type.js';
import { receiverName } from './locals.js';
import { isReplacedLater } from './replaced-later.js';
import { collectionOf } from './request-collection.js';
import { withoutParentheses } from './unwrap.js';

/** The values of local variables. */
export interface LocalValues {
  /** @param depth of the expression that asks */
  get(name: string, depth: number): AssumedValue | undefined;
  set(name: string, value: AssumedValue): unknown;
}

/** What an evaluation sees; it changes `locals`. */
export interface AssumedState {
  /** Undefined when the header or parameter may have been changed since the request came in. */
  readonly assumption: Assumption | undefined;
  /** Of the request, by name; one that is not in the map is unknown. */
  readonly variables: ReadonlyMap<string, AssumedValue>;
  readonly locals: LocalValues;
  /** Texts are taken as they are written, though a named value or a deployment takes the place of a part of them. */
  readonly asWritten?: boolean;
  /** Inside of `checked(…)` and `unchecked(…)`. */
  readonly overflow?: Overflow;
}

/** Nesting after which values are unknown, so that no expression exhausts the stack. */
const DEPTH_LIMIT = 300;

/** @returns THROWS when evaluating surely ends in an exception */
export function evaluateAssumed(expression: Expression, state: AssumedState, depth = 0): AssumedValue {
  if (depth > DEPTH_LIMIT) return UNKNOWN;
  const evaluate = (operand: Expression): AssumedValue => evaluateAssumed(operand, state, depth + 1);
  switch (expression.kind) {
    case 'ParenthesizedExpression':
      return evaluate(expression.expression);
    case 'CheckedExpression':
      return evaluateAssumed(expression.expression, { ...state, overflow: expression.keyword === 'checked' ? 'throws' : 'wraps' }, depth + 1);
    case 'LiteralExpression':
      return state.asWritten !== true && isReplacedLater(expression.raw) ? UNKNOWN : literalValue(expression);
    case 'InterpolatedStringExpression':
      return interpolated(expression, state, evaluate);
    case 'IdentifierName': {
      const value = state.locals.get(expression.name, depth);
      return value === undefined ? UNKNOWN : value;
    }
    case 'MemberAccessExpression':
      return staticField(receiverName(expression.expression), expression.name.name) ?? memberValue(expression, evaluate);
    case 'PrefixUnaryExpression':
      return leastInteger(expression) ?? prefixed(expression, evaluate(expression.operand), state);
    case 'CastExpression':
      return castValue(expression, evaluate(expression.expression), overflowOf(expression, state));
    case 'TypeTestExpression': {
      const value = expression.operator === 'as' && typeName(expression.type)?.toLowerCase() === 'string' ? evaluate(expression.expression) : UNKNOWN;
      return isText(value) || value === null || value === THROWS ? value : UNKNOWN;
    }
    case 'ConditionalExpression': {
      const condition = evaluate(expression.condition);
      if (typeof condition === 'boolean') return evaluate(condition ? expression.whenTrue : expression.whenFalse);
      return condition === THROWS ? THROWS : same(evaluate(expression.whenTrue), evaluate(expression.whenFalse));
    }
    case 'BinaryExpression':
      return binary(expression, state, evaluate);
    case 'ElementAccessExpression':
      return indexed(expression, state, evaluate);
    case 'ConditionalAccessExpression':
      return conditionallyAccessed(expression, evaluate(expression.expression), state, depth);
    case 'InvocationExpression':
      return calledValue(expression, state, evaluate);
    case 'ObjectCreationExpression':
      return (expression.arguments ?? []).some((argument) => evaluate(argument.expression) === THROWS) ? THROWS : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function literalValue({ type, value }: LiteralExpression): AssumedValue {
  if (typeof value === 'bigint') return type === 'int' || type === 'uint' || type === 'long' || type === 'ulong' ? integer(type, value) : UNKNOWN;
  if (typeof value === 'number') return type === 'double' ? { kind: 'double', value } : UNKNOWN;
  if (type === 'char') return typeof value === 'string' ? char(value) : UNKNOWN;
  return type === 'default' ? UNKNOWN : value;
}

function interpolated({ parts }: InterpolatedStringExpression, { asWritten }: AssumedState, evaluate: (operand: Expression) => AssumedValue): AssumedValue {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'InterpolatedText') {
      if (asWritten !== true && isReplacedLater(part.raw)) return UNKNOWN;
      text += part.text;
      continue;
    }
    const value = part.alignment === undefined && part.format === undefined ? evaluate(part.expression) : UNKNOWN;
    if (value === THROWS) return THROWS;
    const shown = typeof value === 'symbol' || isTextArray(value) ? UNKNOWN : textOf(value);
    if (shown === UNKNOWN) return UNKNOWN;
    text += shown;
  }
  return text;
}

/** Both ways lead to the same, or it is unknown. */
function same(a: AssumedValue, b: AssumedValue): AssumedValue {
  return sameValue(a, b) ? a : UNKNOWN;
}

/** `-2147483648` is an int, and `-9223372036854775808` a long, though their digits alone are not. */
function leastInteger({ operator, operand }: PrefixUnaryExpression): AssumedValue | undefined {
  if (operator !== '-' || operand.kind !== 'LiteralExpression') return undefined;
  if (operand.type === 'uint' && operand.value === 2n ** 31n) return integer('int', -(2n ** 31n));
  return operand.type === 'ulong' && operand.value === 2n ** 63n ? integer('long', -(2n ** 63n)) : undefined;
}

function prefixed(expression: PrefixUnaryExpression, operand: AssumedValue, state: AssumedState): AssumedValue {
  if (typeof operand === 'symbol') return operand === THROWS ? THROWS : UNKNOWN;
  return unaryResult(expression.operator, operand, overflowOf(expression, state));
}

/** No name of C#. */
const BOUND = '?';

/** `value?.Split(' ')[1]`. */
function conditionallyAccessed({ whenNotNull, span }: ConditionalAccessExpression, value: AssumedValue, state: AssumedState, depth: number): AssumedValue {
  if (typeof value === 'symbol' || value === null) return value === null || value === THROWS ? value : UNKNOWN;
  const access = boundAccess(whenNotNull, { kind: 'IdentifierName', name: BOUND, span });
  const locals: LocalValues = {
    get: (name, asking) => (name === BOUND ? value : state.locals.get(name, asking)),
    set: (name, given) => state.locals.set(name, given),
  };
  return access === undefined ? UNKNOWN : evaluateAssumed(access, { ...state, locals }, depth + 1);
}

/** What the compiler can compute, it checks; all else wraps. */
function overflowOf(expression: Expression, { overflow }: AssumedState): Overflow {
  return overflow ?? (isWrittenConstant(expression) ? 'refused' : 'wraps');
}

function binary(expression: BinaryExpression, state: AssumedState, evaluate: (operand: Expression) => AssumedValue): AssumedValue {
  const { operator } = expression;
  const left = evaluate(expression.left);
  if (left === THROWS) return THROWS;
  if (operator === '??') return left === null ? evaluate(expression.right) : left;
  if (operator === '&&' || operator === '||') {
    const decides = operator === '||';
    if (left === decides) return left;
    const right = evaluate(expression.right);
    if (left === !decides) return right;
    return right === decides ? right : UNKNOWN;
  }
  const right = evaluate(expression.right);
  if (right === THROWS) return THROWS;
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
  if (operator === '==' || operator === '!=') {
    // Objects are equal when they are the same one.
    if (left !== null && right !== null && (isObjectTyped(expression.left) || isObjectTyped(expression.right))) return UNKNOWN;
    const equal = left === NO_NUMBER_TEXT ? equalsNoNumber(right) : right === NO_NUMBER_TEXT ? equalsNoNumber(left) : undefined;
    if (equal !== undefined) return equal === UNKNOWN ? UNKNOWN : equal === (operator === '==');
  }
  if (left === NO_NUMBER_TEXT || right === NO_NUMBER_TEXT) return UNKNOWN;
  return binaryResult(operator, left, right, overflowOf(expression, state));
}

/** Which text it is nobody knows; it is neither empty nor a number. */
function equalsNoNumber(other: AssumedValue): boolean | typeof UNKNOWN {
  if (other === null || other === '') return false;
  return typeof other === 'string' && /^\s*[+-]?\d+\s*$/.test(other) ? false : UNKNOWN;
}

/** `context.Variables["x"]`, null when it is missing (reference/expressions.md §3). */
function storedValue(name: string, { variables, assumption }: AssumedState): AssumedValue {
  const value = variables.get(name);
  if (value !== undefined) return value;
  return assumption !== undefined && isAbout(assumption, 'variable', name) ? null : UNKNOWN;
}

/** `context.Variables["x"]`, `context.Request.Headers["x"][0]`, `text[0]`. */
function indexed(access: Extract<Expression, { kind: 'ElementAccessExpression' }>, state: AssumedState, evaluate: (operand: Expression) => AssumedValue): AssumedValue {
  const [argument, ...rest] = access.arguments;
  const index = argument === undefined || rest.length > 0 ? UNKNOWN : evaluate(argument.expression);
  if (index === THROWS) return THROWS;
  if (typeof index === 'string') return collectionOf(access.expression) === 'variable' ? storedValue(index, state) : UNKNOWN;
  if (!isInteger(index)) return UNKNOWN;
  const values = withoutParentheses(access.expression);
  const first = index.value === 0n && values.kind === 'ElementAccessExpression' ? firstValue(values, state, evaluate) : UNKNOWN;
  return first === UNKNOWN ? itemAt(evaluate(access.expression), int(Number(index.value))) : first;
}

function itemAt(values: AssumedValue, index: ReturnType<typeof int>): AssumedValue {
  if (values === null || values === THROWS) return THROWS;
  if (typeof values === 'string') return charAt(values, index);
  if (typeof values === 'symbol' || !isTextArray(values)) return UNKNOWN;
  return (index.value < 0n ? undefined : values.items[Number(index.value)]) ?? THROWS;
}
