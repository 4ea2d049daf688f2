/** Evaluates C# under an assumption about the request; what the assumption does not decide stays unknown. */
import type { BinaryOperator, Expression, TypeNode } from '../syntax/csharp/ast.js';
import { type AssumedValue, type Assumption, isAbout, isText, NO_NUMBER_TEXT, THROWS, UNKNOWN } from './assumed-value.js';
import { calledValue, firstValue } from './assumed-methods.js';
import { constantValue } from './constant.js';
import { integerType, typeName } from './integer-type.js';
import { NO_LOCALS } from './locals.js';
import { collectionOf } from './request-text.js';
import { withoutParentheses } from './unwrap.js';

/** What an evaluation sees; it changes `locals`. */
export interface AssumedState {
  /** Undefined when the header or parameter may have been changed since the request came in. */
  readonly assumption: Assumption | undefined;
  /** Of the request, by name; one that is not in the map is unknown. */
  readonly variables: ReadonlyMap<string, AssumedValue>;
  readonly locals: Map<string, AssumedValue>;
}

/** Nesting after which values are unknown, so that no expression exhausts the stack. */
const DEPTH_LIMIT = 300;

export function evaluateAssumed(expression: Expression, state: AssumedState, depth = 0): AssumedValue {
  if (depth > DEPTH_LIMIT) return UNKNOWN;
  const evaluate = (operand: Expression): AssumedValue => evaluateAssumed(operand, state, depth + 1);
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case 'LiteralExpression':
      return literalValue(inner);
    case 'IdentifierName':
      return state.locals.get(inner.name) ?? UNKNOWN;
    case 'MemberAccessExpression':
      return constantValue(inner, NO_LOCALS) ?? UNKNOWN;
    case 'PrefixUnaryExpression':
      return prefixed(inner.operator, evaluate(inner.operand));
    case 'CastExpression':
      return cast(inner.type, evaluate(inner.expression));
    case 'TypeTestExpression': {
      const value = inner.operator === 'as' ? evaluate(inner.expression) : UNKNOWN;
      return isText(value) || value === null ? value : UNKNOWN;
    }
    case 'ConditionalExpression': {
      const condition = evaluate(inner.condition);
      if (typeof condition === 'boolean') return evaluate(condition ? inner.whenTrue : inner.whenFalse);
      return condition === THROWS ? THROWS : same(evaluate(inner.whenTrue), evaluate(inner.whenFalse));
    }
    case 'BinaryExpression':
      return binary(inner.operator, inner.left, inner.right, evaluate);
    case 'ElementAccessExpression':
      return indexed(inner, state, evaluate);
    case 'ConditionalAccessExpression':
      return evaluate(inner.expression) === null ? null : UNKNOWN;
    case 'InvocationExpression':
      return calledValue(inner, state, evaluate);
    default:
      return UNKNOWN;
  }
}

function literalValue(literal: Extract<Expression, { kind: 'LiteralExpression' }>): AssumedValue {
  const value = constantValue(literal, NO_LOCALS);
  return value === undefined ? UNKNOWN : value;
}

/** Both ways lead to the same, or it is unknown. */
function same(a: AssumedValue, b: AssumedValue): AssumedValue {
  return a === b ? a : UNKNOWN;
}

function prefixed(operator: string, operand: AssumedValue): AssumedValue {
  if (operand === THROWS) return THROWS;
  if (operator === '!' && typeof operand === 'boolean') return !operand;
  if (operator === '-' && typeof operand === 'bigint') return -operand;
  return operator === '+' ? operand : UNKNOWN;
}

/** Casts unbox: a value of another type throws (reference/expressions.md §3). */
function cast(type: TypeNode, value: AssumedValue): AssumedValue {
  if (value === THROWS || value === UNKNOWN) return value;
  if (integerType(type) !== undefined) return typeof value === 'bigint' ? value : THROWS;
  const name = typeName(type)?.toLowerCase();
  if (name === 'object') return value;
  if (name === 'string') return isText(value) || value === null ? value : THROWS;
  return name === 'bool' && typeof value === 'boolean' ? value : UNKNOWN;
}

function binary(operator: BinaryOperator, leftOperand: Expression, rightOperand: Expression, evaluate: (operand: Expression) => AssumedValue): AssumedValue {
  const left = evaluate(leftOperand);
  if (left === THROWS) return THROWS;
  if (operator === '??') return left === null ? evaluate(rightOperand) : left;
  if (operator === '&&' || operator === '||') {
    const decides = operator === '||';
    if (left === decides) return left;
    const right = evaluate(rightOperand);
    if (left === !decides) return right;
    return right === decides ? right : UNKNOWN;
  }
  const right = evaluate(rightOperand);
  if (right === THROWS) return THROWS;
  if (operator === '==' || operator === '!=') {
    const equal = areEqual(left, right);
    return equal === undefined ? UNKNOWN : equal === (operator === '==');
  }
  return typeof left === 'bigint' && typeof right === 'bigint' ? computed(operator, left, right) : UNKNOWN;
}

/** undefined when it is not known. */
function areEqual(left: AssumedValue, right: AssumedValue): boolean | undefined {
  if (left === UNKNOWN || right === UNKNOWN || left === THROWS || right === THROWS) return undefined;
  if (left !== NO_NUMBER_TEXT && right !== NO_NUMBER_TEXT) return left === right;
  const other = left === NO_NUMBER_TEXT ? right : left;
  // Which text it is nobody knows; it is neither empty nor a number.
  if (other === null || other === '') return false;
  return typeof other === 'string' && /^\s*[+-]?\d+\s*$/.test(other) ? false : undefined;
}

function computed(operator: BinaryOperator, left: bigint, right: bigint): AssumedValue {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return UNKNOWN;
  }
}

/** `context.Variables["x"]`, null when it is missing (reference/expressions.md §3). */
function storedValue(name: string, { variables, assumption }: AssumedState): AssumedValue {
  const value = variables.get(name);
  if (value !== undefined) return value;
  return assumption !== undefined && isAbout(assumption, 'variable', name) ? null : UNKNOWN;
}

/** `context.Variables["x"]`, `context.Request.Headers["x"][0]`. */
function indexed(access: Extract<Expression, { kind: 'ElementAccessExpression' }>, state: AssumedState, evaluate: (operand: Expression) => AssumedValue): AssumedValue {
  const [argument, ...rest] = access.arguments;
  const index = argument === undefined || rest.length > 0 ? UNKNOWN : evaluate(argument.expression);
  if (typeof index === 'string') return collectionOf(access.expression) === 'variable' ? storedValue(index, state) : UNKNOWN;
  const values = withoutParentheses(access.expression);
  return index === 0n && values.kind === 'ElementAccessExpression' ? firstValue(values, state, evaluate) : UNKNOWN;
}
