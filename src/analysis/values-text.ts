/** Sets of numbers as people write them. */
import type { Interval, IntervalSet } from './interval-set.js';

const MOST_RANGES = 4;

/**
 * `0 to 100`, `429 and 500 or more`, `100`; a range that starts or ends with the type is `up to 100`, `501 or more`, `every value`.
 * @param within all that there is
 */
export function valuesText(values: IntervalSet, within: Interval): string {
  const texts = values.intervals.slice(0, MOST_RANGES).map((interval) => intervalText(interval, within));
  const more = values.intervals.length - texts.length;
  if (more > 0) texts.push(`${more} more`);
  if (texts.length <= 1) return texts[0] ?? 'no value';
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}

export function intervalText({ from, to }: Interval, within: Interval): string {
  if (from === to) return String(from);
  if (from <= within.from) return to >= within.to ? 'every value' : `up to ${to}`;
  return to >= within.to ? `${from} or more` : `${from} to ${to}`;
}
