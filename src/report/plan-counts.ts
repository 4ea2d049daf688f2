/** How much a plan would change, in numbers and in the line that closes every plan. */
import type { Plan, PlannedAction } from '../publish/plan/plan.js';

export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  readonly unchanged: number;
}

export function planCounts({ changes, unchanged }: Pick<Plan, 'changes' | 'unchanged'>): PlanCounts {
  const count = (action: PlannedAction): number => changes.reduce((sum, change) => sum + (change.action === action ? 1 : 0), 0);
  return { create: count('create'), update: count('update'), replace: count('replace'), delete: count('delete'), unchanged: unchanged.length };
}

/**
 * The line that closes every plan: `Plan: 1 to add, 2 to change, 0 to destroy.`
 * @param wanted what the service is to hold
 */
export function planSummary(plan: Pick<Plan, 'changes' | 'unchanged'>, wanted: string): string {
  return plan.changes.length === 0 ? `No changes. The service holds ${wanted}.` : `Plan: ${changeCounts(plan)}.`;
}

/** `1 to add, 2 to change, 0 to destroy`; what is replaced is changed in place, so it counts as changed. */
export function changeCounts(plan: Pick<Plan, 'changes' | 'unchanged'>): string {
  const counts = planCounts(plan);
  return `${counts.create} to add, ${counts.update + counts.replace} to change, ${counts.delete} to destroy`;
}
