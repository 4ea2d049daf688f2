/** Two branches of one choose claim the same value. */
import type { ChooseRanges } from '../../analysis/choose-ranges.js';
import { type Overlap, overlaps } from '../../analysis/overlaps.js';
import { isSameBackend } from '../../analysis/routed-backend.js';
import { subjectText } from '../../analysis/subject.js';
import { valuesText } from '../../analysis/values-text.js';
import { branchText, rangeOrigin } from '../branch-place.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const overlappingPriorityRanges = defineRule({
  id: 'overlapping-priority-ranges',
  category: 'correctness',
  severity: 'error',
  summary: 'Ranges of one choose overlap.',
  why: 'The gateway runs the first branch that matches, so the later one never gets the values that both claim.',
  check: ({ chooses }) => chooses.flatMap((choose) => overlaps(choose).filter(({ subject }) => subject.kind !== 'expression').map((overlap) => finding(choose, overlap))),
});

function finding(choose: ChooseRanges, { subject, later, winners }: Overlap): RuleFinding {
  const { range } = subject.type;
  const { branch } = later;
  const isRouted = choose.place.element.priorityRouting !== undefined || winners.some(({ earlier }) => !isSameBackend(earlier.branch.backend, branch.backend));
  const losses = winners.map(({ earlier, shared }) => `${valuesText(shared, range)} already ${shared.size === 1n ? 'goes' : 'go'} to ${branchText(earlier.branch)}`);
  return {
    at: rangeOrigin(choose, later.branch),
    place: branch.place,
    step: '/@condition',
    ...(isRouted ? {} : { severity: 'warning' }),
    message: `the range ${valuesText(later.must.integers, range)} of ${subjectText(subject)} overlaps an earlier one: ${losses.join('; ')}, so ${branchText(branch)} never gets ${winners.length === 1 && winners[0]?.shared.size === 1n ? 'it' : 'them'}`,
    hint: 'make the ranges meet without a shared value, or put the branch that should win first and let the other contain it',
    related: winners.map(({ earlier, shared }) => ({
      message: `${branchText(earlier.branch)} takes ${valuesText(earlier.must.integers, range)} and wins for ${valuesText(shared, range)}`,
      at: rangeOrigin(choose, earlier.branch),
    })),
  };
}
