/** Puts the changes of a plan into an order in which they can be made. */
import { layerOf, LAYERS } from '../push/push-order.js';
import { addressIdentity } from '../resource-key.js';
import type { PlannedChange } from './plan.js';

/** Wide scopes first: where a wide one cannot be written, no narrow one that builds on it is. */
const SCOPES = ['global', 'workspace', 'product', 'api', 'operation'] as const;

/**
 * By layer, within one by scope and address, and each behind what it needs. Deletions of policies go from narrow to wide.
 * @param changes whose needs lead in no circle; where they do, there are findings that forbid to push, and any order will do
 */
export function orderChanges(changes: readonly PlannedChange[]): PlannedChange[] {
  const byIdentity = new Map(changes.map((change) => [addressIdentity(change.address), change]));
  const sorted = [...changes].sort((a, b) => compareNumbers(layerRank(a), layerRank(b)) || compareNumbers(scopeRank(a), scopeRank(b)) || compareText(a.address, b.address));
  const begun = new Set<PlannedChange>();
  const ordered: PlannedChange[] = [];
  const put = (change: PlannedChange): void => {
    if (begun.has(change)) return;
    begun.add(change);
    for (const need of change.needs) {
      const needed = byIdentity.get(addressIdentity(need));
      if (needed !== undefined) put(needed);
    }
    ordered.push(change);
  };
  for (const change of sorted) put(change);
  return ordered;
}

function layerRank(change: PlannedChange): number {
  return LAYERS.indexOf(layerOf(change));
}

function scopeRank({ key, action }: PlannedChange): number {
  const rank = key.kind === 'policy' ? SCOPES.indexOf(key.scope.kind) : 0;
  return action === 'delete' ? -rank : rank;
}

function compareNumbers(a: number, b: number): number {
  return a - b;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
