/** Static methods and fields of .NET that expressions call on values: a table, outside of which nothing is known. */
import { areTextsEqual, comparisonNamed } from './compare-texts.js';
import { numberKind, parseBoolean, parseDouble, parseInteger, roundedToEven, toBoolean, toDouble, toInteger, toText } from './convert.js';
import { formatted } from './format-text.js';
import { WHITE_SPACE } from './text-methods.js';
import { type DotnetValue, integer, isDouble, isInteger, isTextArray, RANGES, type Result, textOf, THROWS, UNKNOWN, fits } from './value.js';
import { binaryResult, within } from './operators.js';

type Method = (...values: readonly DotnetValue[]) => Result;

/** By type and name, then by the number of arguments. */
const METHODS: Readonly<Record<string, Readonly<Record<number, Method>>>> = {
  'int.Parse': { 1: (text = null) => parseInteger(text, 'int') },
  'long.Parse': { 1: (text = null) => parseInteger(text, 'long') },
  'uint.Parse': { 1: (text = null) => parseInteger(text, 'uint') },
  'ulong.Parse': { 1: (text = null) => parseInteger(text, 'ulong') },
  'double.Parse': { 1: (text = null) => parseDouble(text) },
  'bool.Parse': { 1: (text = null) => parseBoolean(text) },
  'Convert.ToInt32': { 1: (value = null) => toInteger(value, 'int') },
  'Convert.ToInt64': { 1: (value = null) => toInteger(value, 'long') },
  'Convert.ToBoolean': { 1: (value = null) => toBoolean(value) },
  'Convert.ToDouble': { 1: (value = null) => toDouble(value) },
  'Convert.ToString': { 1: (value = null) => toText(value) },
  'string.IsNullOrEmpty': { 1: (text = null) => (text === null || typeof text === 'string' ? (text ?? '') === '' : UNKNOWN) },
  'string.IsNullOrWhiteSpace': { 1: (text = null) => (text === null || typeof text === 'string' ? BLANK.test(text ?? '') : UNKNOWN) },
  'string.Equals': { 2: (one = null, other = null) => areTextsEqual(one, other, undefined), 3: (one = null, other = null, comparison = null) => areTextsEqual(one, other, comparison) },
  'string.Concat': { 2: concatenated, 3: concatenated, 4: concatenated },
  'string.Join': { 2: joined, 3: joined, 4: joined, 5: joined },
  'string.Format': { 2: formatted, 3: formatted, 4: formatted, 5: formatted },
  'Math.Min': { 2: (one = null, other = null) => chosen(one, other, '<=') },
  'Math.Max': { 2: (one = null, other = null) => chosen(one, other, '>=') },
  'Math.Abs': { 1: (value = null) => absolute(value) },
  'Math.Sign': { 1: (value = null) => (isInteger(value) ? integer('int', value.value > 0n ? 1n : value.value < 0n ? -1n : 0n) : UNKNOWN) },
  'Math.Floor': { 1: (value = null) => ofDouble(value, Math.floor) },
  'Math.Ceiling': { 1: (value = null) => ofDouble(value, Math.ceil) },
  'Math.Round': { 1: (value = null) => ofDouble(value, roundedToEven) },
};

const BLANK = new RegExp(`^[${WHITE_SPACE}]*$`);

/** Whether the table has the method, the type spelled as C# or .NET does. */
export function isStaticMethod(type: string, method: string): boolean {
  return Object.hasOwn(METHODS, `${keywordOf(type)}.${method}`);
}

/** `Type.Method(values)`; undefined when the table has no such method with so many arguments. */
export function staticMethod(type: string, method: string, values: readonly DotnetValue[]): Result | undefined {
  const name = `${keywordOf(type)}.${method}`;
  return Object.hasOwn(METHODS, name) ? METHODS[name]?.[values.length]?.(...values) : undefined;
}

/** `int.MaxValue`, `string.Empty`, `StringComparison.Ordinal`; undefined for any other. */
export function staticField(type: string, field: string): DotnetValue | undefined {
  if (field === 'Empty' && keywordOf(type) === 'string') return '';
  const kind = numberKind(type);
  if (kind !== undefined && kind !== 'double' && kind !== 'char') {
    if (field === 'MaxValue') return integer(kind, RANGES[kind].to);
    if (field === 'MinValue') return integer(kind, RANGES[kind].from);
  }
  return comparisonNamed(`${type}.${field}`);
}

const KEYWORDS: ReadonlyMap<string, string> = new Map([['String', 'string'], ['Boolean', 'bool']]);

function keywordOf(type: string): string {
  const name = type.replace(/^System\./, '');
  return numberKind(name) ?? KEYWORDS.get(name) ?? name;
}

function concatenated(...values: readonly DotnetValue[]): Result {
  return values.reduce<Result>((text, value) => (typeof text === 'symbol' || isTextArray(value) ? UNKNOWN : binaryResult('+', text, textual(value), 'wraps')), '');
}

/** Null is the empty text. */
function textual(value: DotnetValue): DotnetValue {
  return value ?? '';
}

function joined(separator: DotnetValue = null, ...values: readonly DotnetValue[]): Result {
  if (typeof separator !== 'string' && separator !== null) return UNKNOWN;
  const [first, ...rest] = values;
  if (first === null) return UNKNOWN;
  const items = isTextArray(first) && rest.length === 0 ? first.items : values.map(textOf);
  const texts = items.filter((item): item is string => typeof item === 'string');
  return texts.length === items.length ? texts.join(separator ?? '') : UNKNOWN;
}

function chosen(one: DotnetValue, other: DotnetValue, operator: '<=' | '>='): Result {
  if (isInteger(one) && isInteger(other) && one.kind === other.kind) return binaryResult(operator, one, other, 'wraps') === true ? one : other;
  if (isInteger(one) && isInteger(other) && fits('long', one.value) && fits('long', other.value)) return chosen(integer('long', one.value), integer('long', other.value), operator);
  const [left, right] = [toDouble(one), toDouble(other)];
  const areNumbers = (isInteger(one) || isDouble(one)) && (isInteger(other) || isDouble(other));
  if (!areNumbers || !isDouble(left) || !isDouble(right) || Number.isNaN(left.value + right.value)) return UNKNOWN;
  return { kind: 'double', value: operator === '<=' ? Math.min(left.value, right.value) : Math.max(left.value, right.value) };
}

/** The least number of a type has no positive counterpart. */
function absolute(value: DotnetValue): Result {
  if (isDouble(value)) return { kind: 'double', value: Math.abs(value.value) };
  if (!isInteger(value)) return UNKNOWN;
  if (value.kind === 'uint' || value.kind === 'ulong') return UNKNOWN;
  return value.value < 0n ? within(value.kind, -value.value, 'throws') : value;
}

/** A whole number would be one of decimal or of double, which the compiler does not choose between. */
function ofDouble(value: DotnetValue, operation: (value: number) => number): Result {
  return isDouble(value) ? { kind: 'double', value: operation(value.value) } : value === null ? THROWS : UNKNOWN;
}
