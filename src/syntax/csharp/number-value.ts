/** The constant and type of a C# number literal. Source: C# specification, 6.4.5.3 Integer literals and 6.4.5.4 Real literals. */
import type { LiteralExpression } from './ast.js';

const REAL_SUFFIXES: Readonly<Record<string, 'float' | 'double' | 'decimal'>> = { f: 'float', d: 'double', m: 'decimal' };

const INTEGER_TYPES = [
  { type: 'int', limit: 2n ** 31n },
  { type: 'uint', limit: 2n ** 32n },
  { type: 'long', limit: 2n ** 63n },
  { type: 'ulong', limit: 2n ** 64n },
] as const;

const LONGEST_INTEGER = 80;

/** The value of a number token; undefined when it fits no integer type. A malformed literal, reported by the lexer, gives 0. */
export function numberValue(raw: string): Pick<LiteralExpression, 'type' | 'value'> | undefined {
  const text = raw.toLowerCase().replaceAll('_', '');
  const prefixed = text.startsWith('0x') || text.startsWith('0b');
  const real = prefixed ? undefined : REAL_SUFFIXES[text.slice(-1)];
  if (real !== undefined) return { type: real, value: Number(text.slice(0, -1)) };
  if (!prefixed && /[.e]/.test(text)) return { type: 'double', value: Number(text) };
  const digits = text.replace(/[ul]+$/, '');
  const suffix = text.slice(digits.length);
  if (digits.length > LONGEST_INTEGER) return undefined;
  const value = digits.length > (prefixed ? 2 : 0) ? BigInt(digits) : 0n;
  const fitting = INTEGER_TYPES.find(({ type, limit }) =>
    value < limit && (!suffix.includes('u') || type.startsWith('u')) && (!suffix.includes('l') || type.endsWith('long')));
  return fitting === undefined ? undefined : { type: fitting.type, value };
}
