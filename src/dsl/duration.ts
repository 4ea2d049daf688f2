/** Durations as authors give them, in the ISO 8601 form that the management API takes. */
import { UsageError } from '../model/usage-error.js';
import { describe } from './policy.js';

/** `{ seconds: 30 }`, `{ minutes: 1 }`, … (they add up), or ISO 8601: `PT30S`. */
export type Duration = `P${string}` | { readonly days?: number; readonly hours?: number; readonly minutes?: number; readonly seconds?: number };

const ISO_DURATION = /^P(?!$)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/u;

const UNITS = ['days', 'hours', 'minutes', 'seconds'];

/**
 * @param place what it is for, in messages
 * @throws UsageError for a text that is no duration, units that are none, and numbers below 0 or with a fraction
 */
export function isoDuration(duration: Duration, place: string): string {
  if (typeof duration === 'string' && ISO_DURATION.test(duration)) return duration;
  if (typeof duration !== 'object' || duration === null) throw new UsageError(`${place} is ${describe(duration)}; write { seconds: 30 } or ISO 8601 as in PT30S`);
  const unknown = Object.keys(duration).find((unit) => !UNITS.includes(unit));
  if (unknown !== undefined) throw new UsageError(`${place} has no unit ${unknown}; it has ${UNITS.join(', ')}`);
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = duration;
  const numbers = [days, hours, minutes, seconds];
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) throw new UsageError(`${place} takes whole numbers of 0 or more`);
  const date = days === 0 ? '' : `${days}D`;
  const time = [part(hours, 'H'), part(minutes, 'M'), part(seconds, 'S')].join('');
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

function part(amount: number, unit: string): string {
  return amount === 0 ? '' : `${amount}${unit}`;
}
