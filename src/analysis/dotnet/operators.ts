/** C#'s operators on values. */
import type { BinaryOperator, PrefixUnaryExpression } from '../../syntax/csharp/ast.js';
import { type DotnetValue, fits, type Integer, integer, type IntegerKind, isChar, isDouble, isInteger, type Result, sameValue, textOf, THROWS, UNKNOWN, wrapped } from './value.js';

/** What happens to a number that its type does not hold: `checked` throws, the compiler refuses constants. */
export type Overflow = 'wraps' | 'throws' | 'refused';

/** The value of `left operator right`; both operands have been evaluated, so `&&`, `||` and `??` are not among them. */
export function binaryResult(operator: BinaryOperator, left: DotnetValue, right: DotnetValue, overflow: Overflow): Result {
  if (operator === '==') return areEqual(left, right);
  if (operator === '!=') return negated(areEqual(left, right));
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) return joined(textOf(left), textOf(right));
  if (typeof left === 'boolean' && typeof right === 'boolean') return LOGICAL[operator]?.(left, right) ?? UNKNOWN;
  const one = promoted(left);
  const other = promoted(right);
  if (one === undefined || other === undefined) return UNKNOWN;
  const order = ORDERS[operator];
  if (order !== undefined) return order(compared(one, other));
  if (isInteger(one) && isInteger(other)) return integerResult(operator, one, other, overflow);
  const value = REAL_ARITHMETIC[operator]?.(Number(one.value), Number(other.value));
  return value === undefined ? UNKNOWN : { kind: 'double', value };
}

/** The value of `operator operand`. */
export function unaryResult(operator: PrefixUnaryExpression['operator'], operand: DotnetValue, overflow: Overflow): Result {
  if (operator === '!') return typeof operand === 'boolean' ? !operand : UNKNOWN;
  const number = promoted(operand);
  if (number === undefined) return UNKNOWN;
  if (operator === '+') return number;
  if (isDouble(number)) return operator === '-' ? { kind: 'double', value: -number.value } : UNKNOWN;
  if (operator === '~') return number.kind === 'int' || number.kind === 'long' ? integer(number.kind, ~number.value) : UNKNOWN;
  if (operator !== '-' || number.kind === 'ulong') return UNKNOWN;
  return within(number.kind === 'uint' ? 'long' : number.kind, -number.value, overflow);
}

/** A number in its type, or what its overflow comes to. */
export function within(kind: IntegerKind, value: bigint, overflow: Overflow): Result {
  if (fits(kind, value)) return integer(kind, value);
  return overflow === 'wraps' ? wrapped(kind, value) : overflow === 'throws' ? THROWS : UNKNOWN;
}

function joined(left: string | typeof UNKNOWN, right: string | typeof UNKNOWN): Result {
  return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : left + right;
}

function negated(value: boolean | typeof UNKNOWN): Result {
  return value === UNKNOWN ? UNKNOWN : !value;
}

function areEqual(left: DotnetValue, right: DotnetValue): boolean | typeof UNKNOWN {
  const one = promoted(left);
  const other = promoted(right);
  if (one !== undefined && other !== undefined) return compared(one, other) === 0;
  const isComparable = (value: DotnetValue): boolean => value === null || typeof value === 'string' || typeof value === 'boolean' || promoted(value) !== undefined;
  return isComparable(left) && isComparable(right) ? sameValue(left, right) : UNKNOWN;
}

type PlainNumber = Integer | { readonly kind: 'double'; readonly value: number };

/** A char is a number to all operators. */
function promoted(value: DotnetValue): PlainNumber | undefined {
  if (isChar(value)) return integer('int', BigInt(value.value.charCodeAt(0)));
  return isInteger(value) || isDouble(value) ? value : undefined;
}

/** NaN when they have no order. */
function compared(left: PlainNumber, right: PlainNumber): number {
  if (isInteger(left) && isInteger(right)) return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
  const [one, other] = [Number(left.value), Number(right.value)];
  return one < other ? -1 : one > other ? 1 : one === other ? 0 : Number.NaN;
}

type Table<T> = Readonly<Partial<Record<BinaryOperator, T>>>;

const LOGICAL: Table<(left: boolean, right: boolean) => boolean> = { '&': (a, b) => a && b, '|': (a, b) => a || b, '^': (a, b) => a !== b };

const ORDERS: Table<(order: number) => boolean> = { '<': (order) => order < 0, '<=': (order) => order <= 0, '>': (order) => order > 0, '>=': (order) => order >= 0 };

const REAL_ARITHMETIC: Table<(left: number, right: number) => number> = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b };

const ARITHMETIC: Table<(left: bigint, right: bigint) => bigint> = {
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b, '&': (a, b) => a & b, '|': (a, b) => a | b, '^': (a, b) => a ^ b,
};

function integerResult(operator: BinaryOperator, left: Integer, right: Integer, overflow: Overflow): Result {
  if (operator === '<<' || operator === '>>') return shifted(operator, left, right);
  const arithmetic = ARITHMETIC[operator];
  const kind = commonKind(left, right, overflow === 'refused');
  if (arithmetic === undefined || kind === undefined) return UNKNOWN;
  if (operator === '/' || operator === '%') {
    if (right.value === 0n) return THROWS;
    // No type holds the quotient, so .NET throws also where additions wrap.
    if (right.value === -1n && !fits(kind, -left.value)) return overflow === 'refused' ? UNKNOWN : THROWS;
  }
  return within(kind, arithmetic(left.value, right.value), overflow);
}

/** The type to which both are widened; undefined where it is that of the one which is a constant, and nobody knows which is. */
function commonKind(left: Integer, right: Integer, areConstants: boolean): IntegerKind | undefined {
  if (left.kind === right.kind) return left.kind;
  const kinds = new Set([left.kind, right.kind]);
  if (kinds.has('ulong')) return kinds.has('uint') ? 'ulong' : undefined;
  if (!kinds.has('uint') || kinds.has('long')) return 'long';
  if (!areConstants) return undefined;
  return left.value >= 0n && right.value >= 0n ? 'uint' : 'long';
}

/** Only the lower bits of the count count. */
function shifted(operator: '<<' | '>>', { kind, value }: Integer, count: Integer): Result {
  if (count.kind !== 'int') return UNKNOWN;
  const bits = count.value & (kind === 'int' || kind === 'uint' ? 31n : 63n);
  return wrapped(kind, operator === '<<' ? value << bits : value >> bits);
}
