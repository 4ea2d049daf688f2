/** `--max-warnings`: how many warnings a run may have. */
import type { Diagnostic } from '../model/diagnostic.js';
import { UsageError } from '../model/usage-error.js';
import { counted } from '../report/summary.js';

/**
 * Infinity when the option is not given.
 * @throws UsageError for anything but a whole number from 0
 */
export function parseMaxWarnings(value: string | undefined): number {
  if (value === undefined) return Infinity;
  if (!/^\d+$/u.test(value)) throw new UsageError(`--max-warnings is '${value}'; it takes a number from 0`);
  return Number(value);
}

/** What to say when there are more warnings than that. */
export function tooManyWarnings(diagnostics: readonly Diagnostic[], most: number): string | undefined {
  const count = diagnostics.filter(({ severity }) => severity === 'warning').length;
  return count > most ? `${counted(count, 'warning')}, but --max-warnings allows ${most}\n` : undefined;
}
