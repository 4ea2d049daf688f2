/** How .NET makes values of one type from those of another: reading text, System.Convert, casts. */
import { type Overflow, within } from './operators.js';
import { char, type DotnetValue, fits, integer, type IntegerKind, isChar, isDouble, isInteger, RANGES, type Result, textOf, THROWS, UNKNOWN } from './value.js';

const INTEGER_TEXT = /^[\t-\r ]*([+-]?\d+)[\t-\r ]*\0*$/;
const LONGEST_NUMBER = 100;

/** The number that `int.Parse` reads, with sign and white space around; undefined when it throws. Source: .NET, NumberStyles.Integer. */
export function readInteger(text: string, kind: IntegerKind): bigint | undefined {
  const digits = text.length > LONGEST_NUMBER ? undefined : INTEGER_TEXT.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const value = BigInt(digits.replace('+', ''));
  return fits(kind, value) ? value : undefined;
}

/** What `int.Parse` gives. */
export function parseInteger(text: DotnetValue, kind: IntegerKind): Result {
  if (text === null) return THROWS;
  if (typeof text !== 'string') return UNKNOWN;
  const value = readInteger(text, kind);
  return value === undefined ? THROWS : integer(kind, value);
}

/** What `bool.Parse` gives. Source: .NET, which takes white space and NULs off both ends and ignores case. */
export function parseBoolean(text: DotnetValue): Result {
  if (text === null) return THROWS;
  if (typeof text !== 'string') return UNKNOWN;
  const word = /^[\s\0]*(true|false)[\s\0]*$/i.exec(text)?.[1]?.toLowerCase();
  return word === undefined ? THROWS : word === 'true';
}

/** What `double.Parse` gives; UNKNOWN for all but whole numbers, which cultures write differently. */
export function parseDouble(text: DotnetValue): Result {
  if (text === null) return THROWS;
  const digits = typeof text === 'string' ? /^[\t-\r ]*([+-]?\d{1,15})[\t-\r ]*$/.exec(text)?.[1] : undefined;
  return digits === undefined || /^-0+$/.test(digits) ? UNKNOWN : { kind: 'double', value: Number(digits) };
}

/** What `Convert.ToInt32` gives: 0 for null; halves go to the even neighbour. */
export function toInteger(value: DotnetValue, kind: IntegerKind): Result {
  if (value === null) return integer(kind, 0n);
  if (typeof value === 'string') return parseInteger(value, kind);
  if (typeof value === 'boolean') return integer(kind, value ? 1n : 0n);
  if (isInteger(value)) return within(kind, value.value, 'throws');
  if (isChar(value)) return integer(kind, BigInt(value.value.charCodeAt(0)));
  if (!isDouble(value)) return UNKNOWN;
  const rounded = roundedToEven(value.value);
  return Number.isFinite(rounded) ? within(kind, BigInt(rounded), 'throws') : THROWS;
}

export function toBoolean(value: DotnetValue): Result {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return parseBoolean(value);
  return isInteger(value) ? value.value !== 0n : isDouble(value) ? value.value !== 0 : UNKNOWN;
}

export function toDouble(value: DotnetValue): Result {
  if (value === null) return { kind: 'double', value: 0 };
  if (typeof value === 'string') return parseDouble(value);
  if (typeof value === 'boolean') return { kind: 'double', value: value ? 1 : 0 };
  if (isInteger(value)) return { kind: 'double', value: Number(value.value) };
  return isDouble(value) ? value : UNKNOWN;
}

/** `Convert.ToString(null)` is null or empty, as the argument's type has it. */
export function toText(value: DotnetValue): Result {
  return value === null ? UNKNOWN : textOf(value);
}

/** Halves go to the even neighbour. */
export function roundedToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** A conversion between types of numbers, as a cast does it; undefined for a type that is none. */
export function castNumber(value: DotnetValue, type: string, overflow: Overflow): Result | undefined {
  const kind = NUMBERS.get(type);
  if (kind === undefined) return undefined;
  if (kind === 'char') return castChar(value);
  if (kind === 'double') return isInteger(value) || isDouble(value) ? toDouble(value) : UNKNOWN;
  if (isChar(value)) return integer(kind, BigInt(value.value.charCodeAt(0)));
  if (isInteger(value)) return within(kind, value.value, overflow);
  // What a double beyond the type becomes is not defined.
  return isDouble(value) && fitsTruncated(value.value, kind) ? integer(kind, BigInt(Math.trunc(value.value))) : UNKNOWN;
}

function castChar(value: DotnetValue): Result {
  if (isChar(value)) return value;
  return isInteger(value) && value.value >= 0n && value.value <= 0xffffn ? char(String.fromCharCode(Number(value.value))) : UNKNOWN;
}

function fitsTruncated(value: number, kind: IntegerKind): boolean {
  return value > Number(RANGES[kind].from) - 1 && value < Number(RANGES[kind].to);
}

const SPELLINGS = { int: 'Int32', uint: 'UInt32', long: 'Int64', ulong: 'UInt64', double: 'Double', char: 'Char' } as const;

const NUMBERS: ReadonlyMap<string, keyof typeof SPELLINGS> = new Map(
  (['int', 'uint', 'long', 'ulong', 'double', 'char'] as const).flatMap((kind) => [kind, SPELLINGS[kind], `System.${SPELLINGS[kind]}`].map((spelling) => [spelling, kind] as const)),
);

/** `int`, for `Int32` and `System.Int32`; undefined for a type that holds no number or character. */
export function numberKind(type: string): IntegerKind | 'double' | 'char' | undefined {
  return NUMBERS.get(type);
}
