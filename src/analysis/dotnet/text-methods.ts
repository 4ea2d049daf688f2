/** What .NET's methods of String give; UNKNOWN where the culture or the version of .NET has a say. */
import { areTextsEqual, isComparison, isPlainAscii } from './compare-texts.js';
import { char, type DotnetValue, int, isChar, isInteger, type Result, THROWS, UNKNOWN } from './value.js';

type Method = (text: string, values: readonly DotnetValue[]) => Result;

const METHODS: Readonly<Record<string, Method>> = {
  ToString: withoutArguments((text) => text),
  ToLower: withoutArguments((text) => (isPlainAscii(text) ? text.toLowerCase() : UNKNOWN)),
  ToLowerInvariant: withoutArguments((text) => (isPlainAscii(text) ? text.toLowerCase() : UNKNOWN)),
  ToUpper: withoutArguments((text) => (isPlainAscii(text) ? text.toUpperCase() : UNKNOWN)),
  ToUpperInvariant: withoutArguments((text) => (isPlainAscii(text) ? text.toUpperCase() : UNKNOWN)),
  Trim: (text, values) => trimmed(text, values, { start: true, end: true }),
  TrimStart: (text, values) => trimmed(text, values, { start: true, end: false }),
  TrimEnd: (text, values) => trimmed(text, values, { start: false, end: true }),
  Substring: substring,
  Remove: (text, values) => removed(text, values),
  Replace: replaced,
  Contains: (text, [searched, ...rest]) => (rest.length > 0 ? UNKNOWN : typeof searched === 'string' ? text.includes(searched) : searched === null ? THROWS : UNKNOWN),
  StartsWith: (text, values) => affix(text, values, (searched) => text.slice(0, searched.length)),
  EndsWith: (text, values) => affix(text, values, (searched) => (searched === '' ? '' : text.slice(-searched.length))),
  IndexOf: (text, values) => index(values, text, (searched) => text.indexOf(searched)),
  LastIndexOf: (text, values) => (values[0] === '' ? UNKNOWN : index(values, text, (searched) => text.lastIndexOf(searched))),
  Equals: (text, [other, comparison, ...rest]) => (other === undefined || rest.length > 0 ? UNKNOWN : areTextsEqual(text, other, comparison)),
  Split: split,
};

export function isTextMethod(name: string): boolean {
  return Object.hasOwn(METHODS, name);
}

/** `text.Method(values)`. */
export function textMethod(text: string, method: string, values: readonly DotnetValue[]): Result {
  return Object.hasOwn(METHODS, method) ? (METHODS[method]?.(text, values) ?? UNKNOWN) : UNKNOWN;
}

/** `text[index]`. */
export function charAt(text: string, at: DotnetValue): Result {
  if (!isInteger(at)) return UNKNOWN;
  const found = at.value < 0n ? undefined : text[Number(at.value)];
  return found === undefined ? THROWS : char(found);
}

/** The white space of .NET, which has U+0085 and not U+FEFF. Source: Char.IsWhiteSpace. */
export const WHITE_SPACE = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

function withoutArguments(method: (text: string) => Result): Method {
  return (text, values) => (values.length === 0 ? method(text) : UNKNOWN);
}

function trimmed(text: string, values: readonly DotnetValue[], sides: { readonly start: boolean; readonly end: boolean }): Result {
  if (!values.every(isChar)) return UNKNOWN;
  const dropped = values.length === 0 ? WHITE_SPACE : values.map(({ value }) => `\\u${value.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const drops = new RegExp(`[${dropped}]`);
  let [start, end] = [0, text.length];
  while (sides.start && start < end && drops.test(text.charAt(start))) start++;
  while (sides.end && end > start && drops.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Where the part of the text is that a start and a length name; THROWS beyond the text. */
function extent(text: string, [from, length, ...rest]: readonly DotnetValue[]): { readonly start: number; readonly end: number } | typeof THROWS | typeof UNKNOWN {
  if (!isInteger(from) || (length !== undefined && !isInteger(length)) || rest.length > 0) return UNKNOWN;
  const start = Number(from.value);
  const end = length === undefined ? text.length : start + Number(length.value);
  return start < 0 || end < start || end > text.length ? THROWS : { start, end };
}

function substring(text: string, values: readonly DotnetValue[]): Result {
  const part = extent(text, values);
  return typeof part === 'symbol' ? part : text.slice(part.start, part.end);
}

function removed(text: string, values: readonly DotnetValue[]): Result {
  const part = extent(text, values);
  if (typeof part === 'symbol') return part;
  // .NET Framework refuses to remove nothing behind the end.
  return values.length === 1 && part.start === text.length ? UNKNOWN : text.slice(0, part.start) + text.slice(part.end);
}

function replaced(text: string, [old, by, ...rest]: readonly DotnetValue[]): Result {
  if (rest.length > 0) return UNKNOWN;
  if (isChar(old) && isChar(by)) return text.replaceAll(old.value, () => by.value);
  if (old === null || old === '') return THROWS;
  if (typeof old !== 'string' || (typeof by !== 'string' && by !== null)) return UNKNOWN;
  return text.replaceAll(old, () => by ?? '');
}

function affix(text: string, [searched, comparison, ...rest]: readonly DotnetValue[], part: (searched: string) => string): Result {
  if (searched === null) return THROWS;
  if (typeof searched !== 'string' || rest.length > 0) return UNKNOWN;
  if (comparison !== undefined) return isComparison(comparison) ? areTextsEqual(part(searched), searched, comparison) : UNKNOWN;
  return isPlainAscii(text) && isPlainAscii(searched) ? part(searched) === searched : UNKNOWN;
}

function index([searched, ...rest]: readonly DotnetValue[], text: string, find: (searched: string) => number): Result {
  if (searched === null) return THROWS;
  if (rest.length > 0) return UNKNOWN;
  if (isChar(searched)) return int(find(searched.value));
  return typeof searched === 'string' && isPlainAscii(text) && isPlainAscii(searched) ? int(find(searched)) : UNKNOWN;
}

function split(text: string, values: readonly DotnetValue[]): Result {
  if (!values.every(isChar)) return UNKNOWN;
  const separators = values.map(({ value }) => value);
  const isSeparator = (unit: string): boolean => (separators.length === 0 ? new RegExp(`[${WHITE_SPACE}]`).test(unit) : separators.includes(unit));
  const items: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isSeparator(text.charAt(at))) continue;
    items.push(text.slice(start, at));
    start = at + 1;
  }
  return { kind: 'string[]', items: [...items, text.slice(start)] };
}
