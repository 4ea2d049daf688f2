/** How .NET compares texts, where every culture that the gateway may have agrees. */
import { type DotnetValue, type EnumValue, isEnumValue, type Result, UNKNOWN } from './value.js';

/** Whether all cultures compare and convert the text alike; ASCII without control characters, which some ignore. */
export function isPlainAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

const IGNORES_CASE: ReadonlyMap<string, boolean> = new Map(
  ['Ordinal', 'InvariantCulture', 'CurrentCulture'].flatMap((name) => [[`StringComparison.${name}`, false], [`StringComparison.${name}IgnoreCase`, true]] as const),
);

export function isComparison(value: DotnetValue | undefined): value is EnumValue {
  return isEnumValue(value) && IGNORES_CASE.has(value.name);
}

/** A value of StringComparison, by its name in C#. */
export function comparisonNamed(name: string): EnumValue | undefined {
  const short = name.replace(/^System\./, '');
  return IGNORES_CASE.has(short) ? { kind: 'enum', name: short } : undefined;
}

/** `text.Equals(other)`, `text.Equals(other, comparison)`. */
export function areTextsEqual(text: DotnetValue, other: DotnetValue, comparison: DotnetValue | undefined): Result {
  if (!isTextOrNull(text) || !isTextOrNull(other)) return UNKNOWN;
  if (comparison === undefined) return text === other;
  if (!isComparison(comparison)) return UNKNOWN;
  if (text === null || other === null) return text === other;
  if (!isPlainAscii(text) || !isPlainAscii(other)) return comparison.name === 'StringComparison.Ordinal' ? text === other : UNKNOWN;
  return IGNORES_CASE.get(comparison.name) === true ? text.toLowerCase() === other.toLowerCase() : text === other;
}

function isTextOrNull(value: DotnetValue): value is string | null {
  return typeof value === 'string' || value === null;
}
