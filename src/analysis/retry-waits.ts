/** How long a retry waits between its attempts. Source: reference/runtime.md §3, "retry". */
import type { PolicyElement } from '../model/document.js';

export interface RetryWaits {
  /** Attempts after the first. */
  readonly count: number;
  /** Seconds before each of them, without the random part of exponential waits. */
  readonly waits: readonly number[];
  /** Their sum. */
  readonly seconds: number;
}

/** Source: the same; a count above is refused. */
const MOST_RETRIES = 50;

/** undefined when a number that decides is missing, or is given by an expression or a named value. */
export function retryWaits(retry: PolicyElement): RetryWaits | undefined {
  const count = numberIn(retry, 'count');
  const interval = numberIn(retry, 'interval');
  const delta = numberIn(retry, 'delta') ?? 0;
  const longest = numberIn(retry, 'max-interval') ?? Infinity;
  if (count === undefined || interval === undefined || [count, interval, delta, longest].some(Number.isNaN) || count > MOST_RETRIES) return undefined;
  const isFast = valueOf(retry, 'first-fast-retry')?.text.trim().toLowerCase() === 'true';
  const grows = has(retry, 'delta') && has(retry, 'max-interval') ? exponential : linear;
  const waits = Array.from({ length: count }, (_, index) => (index === 0 && isFast ? 0 : Math.min(longest, grows(interval, delta, index + 1))));
  return { count, waits, seconds: waits.reduce((sum, wait) => sum + wait, 0) };
}

function linear(interval: number, delta: number, retry: number): number {
  return interval + (retry - 1) * delta;
}

/** The random factor, 0.8 to 1.2, is 1 on average. */
function exponential(interval: number, delta: number, retry: number): number {
  return interval + 2 ** (retry - 1) * delta;
}

/** undefined when the attribute is missing, NaN when it is no number as written. */
function numberIn(element: PolicyElement, attribute: string): number | undefined {
  const value = valueOf(element, attribute);
  if (value === undefined) return undefined;
  const text = value.text.trim();
  return value.kind === 'literal' && /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function has(element: PolicyElement, attribute: string): boolean {
  return valueOf(element, attribute) !== undefined;
}

function valueOf({ attributes }: PolicyElement, attribute: string): PolicyElement['attributes'][number]['value'] | undefined {
  return attributes.find(({ name }) => name === attribute)?.value;
}
