/** What one run came to. */

export interface RunReport {
  readonly seed: number;
  readonly isKilled: boolean;
  /** The moods of the service and what came of each push and rollback, in order. */
  readonly story: string;
  /** `push rolled-back`, `rollback killed`: of those that met faults, and of rollbacks without. */
  readonly outcomes: readonly string[];
  readonly faults: number;
  /** Sent while there were faults. */
  readonly requests: number;
  /** By somebody else. */
  readonly edits: number;
  /** Resources of which a result says that it is not known what they hold. */
  readonly unknown: number;
  readonly problems: readonly Problem[];
}

export interface Problem {
  /** `lost`: neither old nor new. `overwritten`: an edit. `leaked`: a secret. `untrue`: a result. `stuck`: no way back or forward. */
  readonly kind: 'lost' | 'overwritten' | 'leaked' | 'untrue' | 'stuck';
  /** One sentence; holds no secret. */
  readonly what: string;
}

const KINDS = ['lost', 'overwritten', 'leaked', 'untrue', 'stuck'] as const satisfies readonly Problem['kind'][];

/** The figures of all runs, a line each. */
export function summaryOf(reports: readonly RunReport[]): string {
  const sum = (of: (report: RunReport) => number): string => String(reports.reduce((total, report) => total + of(report), 0));
  const outcomes = new Map<string, number>();
  for (const outcome of reports.flatMap((report) => report.outcomes)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  return [
    `${String(reports.length)} runs, ${sum(({ isKilled }) => Number(isKilled))} of them with processes that are killed: ${sum((report) => report.requests)} requests met ${sum(({ faults }) => faults)} faults and ${sum(({ edits }) => edits)} edits by somebody else`,
    [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([outcome, count]) => `${outcome}: ${String(count)}`).join(', '),
    `not known to the publisher, and said so: ${sum(({ unknown }) => unknown)} resources`,
    KINDS.map((kind) => `${sum(({ problems }) => problems.filter((problem) => problem.kind === kind).length)} ${kind}`).join(', '),
  ].join('\n');
}
