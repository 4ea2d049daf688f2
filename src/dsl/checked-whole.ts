/** Whole numbers within limits. */
import { UsageError } from '../model/usage-error.js';

/**
 * @param place what has the number, for the message
 * @throws UsageError for a fraction and for a number outside of the limits
 */
export function checkedWhole(number: number, { min, max = Infinity }: { readonly min: number; readonly max?: number }, place: string, name: string): number {
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new UsageError(`${place} has ${name}: ${number}; it takes a whole number ${max === Infinity ? `of ${min} or more` : `from ${min} to ${max}`}`);
}
