/** What a benchmark comes to: our time beside a named peer's, or why it could not be measured. */

export interface BenchResult {
  readonly title: string;
  /** What ran on what. */
  readonly method: string;
  readonly rows: readonly BenchRow[];
  /** Left out when the peer was not there. */
  readonly ratio?: { readonly value: number; readonly target: string; readonly isMet: boolean };
  readonly note?: string;
}

export interface BenchRow {
  readonly what: string;
  /** With its unit. */
  readonly value: string;
}

export const milliseconds = (value: number): string => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;

/** `ours` may take at most `limit` times as long as `peer`. */
export function atMost(ours: number, peer: number, limit: number): NonNullable<BenchResult['ratio']> {
  return { value: ours / peer, target: `at most ${limit} times`, isMet: ours / peer <= limit };
}

/** `peer` has to take at least `limit` times as long as `ours`. */
export function atLeast(ours: number, peer: number, limit: number): NonNullable<BenchResult['ratio']> {
  return { value: peer / ours, target: `at least ${limit} times faster`, isMet: peer / ours >= limit };
}
