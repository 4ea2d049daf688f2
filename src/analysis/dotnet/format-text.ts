/** What `string.Format` and interpolated strings give, as long as they say nothing of alignment and format. */
import { type DotnetValue, isTextArray, type Result, textOf, THROWS, UNKNOWN } from './value.js';

/** `string.Format(pattern, values)`. */
export function formatted(pattern: DotnetValue = null, ...values: readonly DotnetValue[]): Result {
  if (pattern === null) return THROWS;
  // A null alone may be the value or no array of values.
  if (typeof pattern !== 'string' || values.some(isTextArray) || (values.length === 1 && values[0] === null)) return UNKNOWN;
  let text = '';
  for (const { 0: part, groups } of pattern.matchAll(/\{\{|\}\}|\{(?<hole>[^{}]*)\}|[{}]|[^{}]+/g)) {
    const hole = groups?.['hole'];
    if (hole === undefined) {
      if (part === '{' || part === '}') return THROWS;
      text += part === '{{' || part === '}}' ? part.charAt(0) : part;
      continue;
    }
    if (!/^\d{1,3}$/.test(hole)) return /\d/.test(hole) ? UNKNOWN : THROWS;
    const value = values[Number(hole)];
    if (value === undefined) return THROWS;
    const shown = textOf(value);
    if (shown === UNKNOWN) return UNKNOWN;
    text += shown;
  }
  return text;
}
