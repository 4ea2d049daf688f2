/** The values of constant C# expressions. */
import type { BinaryOperator, Expression } from '../syntax/csharp/ast.js';
import { INT, type IntegerType, integerType, integerTypeNamed, LONG, parseInteger } from './integer-type.js';
import { type Locals, receiverName } from './locals.js';
import { withoutParentheses } from './unwrap.js';

export type Constant = bigint | string | boolean | null;

/** The value when the expression always has the same, of a kind that conditions on numbers are made of; else undefined. */
export function constantValue(expression: Expression, locals: Locals): Constant | undefined {
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case 'LiteralExpression':
      return typeof inner.value === 'number' || inner.type === 'char' || inner.type === 'default' ? undefined : inner.value;
    case 'IdentifierName': {
      const local = locals.get(inner.name);
      return local?.kind === 'constant' ? local.value : undefined;
    }
    case 'PrefixUnaryExpression': {
      const operand = constantValue(inner.operand, locals);
      if (inner.operator === '!') return typeof operand === 'boolean' ? !operand : undefined;
      if (typeof operand !== 'bigint') return undefined;
      return inner.operator === '-' ? inLong(-operand) : inner.operator === '+' ? operand : undefined;
    }
    case 'BinaryExpression':
      return computed(inner.operator, constantValue(inner.left, locals), constantValue(inner.right, locals));
    case 'CastExpression': {
      const type = integerType(inner.type);
      const operand = constantValue(inner.expression, locals);
      return type !== undefined && typeof operand === 'bigint' && operand >= type.range.from && operand <= type.range.to ? operand : undefined;
    }
    case 'MemberAccessExpression':
      return limitOfType(receiverName(inner.expression), inner.name.name);
    case 'InvocationExpression':
      return parsedConstant(inner.expression, inner.arguments.map((argument) => constantValue(argument.expression, locals)));
    default:
      return undefined;
  }
}

const ARITHMETIC: Partial<Record<BinaryOperator, (a: bigint, b: bigint) => bigint | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0n ? undefined : a / b),
  '%': (a, b) => (b === 0n ? undefined : a % b),
};

function computed(operator: BinaryOperator, left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  if (typeof left === 'string' && typeof right === 'string' && operator === '+') return left + right;
  if (typeof left !== 'bigint' || typeof right !== 'bigint') return undefined;
  const value = ARITHMETIC[operator]?.(left, right);
  return value === undefined ? undefined : inLong(value);
}

/** What fits no C# integer the compiler refuses. */
function inLong(value: bigint): bigint | undefined {
  return value >= LONG.range.from && value <= LONG.range.to ? value : undefined;
}

function limitOfType(typeName: string, member: string): Constant | undefined {
  if (member === 'Empty' && (typeName === 'string' || typeName === 'String')) return '';
  const range = integerTypeNamed(typeName)?.range;
  return member === 'MaxValue' ? range?.to : member === 'MinValue' ? range?.from : undefined;
}

/** `int.Parse("5")`, `Convert.ToInt32("5")`. */
function parsedConstant(method: Expression, values: readonly (Constant | undefined)[]): Constant | undefined {
  const [value] = values;
  if (method.kind !== 'MemberAccessExpression' || values.length !== 1 || value === undefined) return undefined;
  const receiver = receiverName(method.expression);
  const type = method.name.name === 'Parse' ? integerTypeNamed(receiver) : receiver === 'Convert' ? CONVERSIONS.get(method.name.name) : undefined;
  if (type === undefined) return undefined;
  return typeof value === 'string' ? parseInteger(value, type) : typeof value === 'bigint' && receiver === 'Convert' ? value : undefined;
}

/** Methods of System.Convert that make a number of a text, a variable's value or another number. */
export const CONVERSIONS: ReadonlyMap<string, IntegerType> = new Map([['ToInt32', INT], ['ToInt64', LONG]]);
