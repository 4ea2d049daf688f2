/** Findings that a team has agreed to live with for now: what is new is told from what is in the list, and what is in the list from what is gone. */
import type { Diagnostic } from '../model/diagnostic.js';

/** So many findings of a file that are alike. */
export interface BaselineEntry {
  /** Relative to the baseline's folder, with `/`. */
  readonly file: string;
  readonly code: string;
  /** See model/fingerprint.ts. */
  readonly fingerprint: string;
  readonly count: number;
}

export type Baseline = readonly BaselineEntry[];

/** A finding as a baseline lists it. */
export interface ListedFinding {
  readonly diagnostic: Diagnostic;
  readonly file: string;
  readonly fingerprint: string;
}

export interface BaselineComparison {
  /** Findings that are not in the list, or more often than it says. */
  readonly fresh: readonly Diagnostic[];
  /** What the list says too much; `count` is how much. */
  readonly gone: Baseline;
}

export function compareWithBaseline(findings: readonly ListedFinding[], baseline: Baseline): BaselineComparison {
  const left = new Map(baseline.map((entry) => [keyOf(entry), entry.count]));
  const fresh = findings.filter(({ diagnostic: { code }, file, fingerprint }) => {
    const key = keyOf({ file, code, fingerprint });
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  return { fresh: fresh.map(({ diagnostic }) => diagnostic), gone: withCounts(baseline, (entry) => left.get(keyOf(entry)) ?? 0) };
}

/** A list of the findings. */
export function baselineOf(findings: readonly ListedFinding[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const { diagnostic: { code }, file, fingerprint } of findings) {
    const key = keyOf({ file, code, fingerprint });
    entries.set(key, { file, code, fingerprint, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** The list without what is gone. */
export function withoutGone(baseline: Baseline, gone: Baseline): Baseline {
  const counts = new Map(gone.map((entry) => [keyOf(entry), entry.count]));
  return withCounts(baseline, (entry) => entry.count - (counts.get(keyOf(entry)) ?? 0));
}

/** How many findings a list stands for. */
export function sizeOf(baseline: Baseline): number {
  return baseline.reduce((sum, { count }) => sum + count, 0);
}

/** Entries that stand for nothing are left out. */
function withCounts(baseline: Baseline, countOf: (entry: BaselineEntry) => number): Baseline {
  return baseline.map((entry) => ({ ...entry, count: countOf(entry) })).filter(({ count }) => count > 0);
}

function keyOf({ file, code, fingerprint }: Omit<BaselineEntry, 'count'>): string {
  return JSON.stringify([file, code, fingerprint]);
}
