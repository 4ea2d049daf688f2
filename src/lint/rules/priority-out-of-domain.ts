/** A range that reaches beyond the priorities there are. */
import type { BranchValues, ChooseRanges } from '../../analysis/choose-ranges.js';
import { statedDomain } from '../../analysis/routing.js';
import { subjectText } from '../../analysis/subject.js';
import { valuesText } from '../../analysis/values-text.js';
import { branchText, rangeOrigin } from '../branch-place.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const priorityOutOfDomain = defineRule({
  id: 'priority-out-of-domain',
  category: 'correctness',
  severity: 'warning',
  summary: 'A range reaches beyond the values that its subject can have.',
  why: 'No call has such a value, so the range does less than it says.',
  check: ({ chooses }) => chooses.flatMap((choose) => [...beyondDomain(choose), ...beyondType(choose)]),
});

/** Ranges that leave the domain of a priorityRouting. */
function beyondDomain(choose: ChooseRanges): RuleFinding[] {
  const domain = statedDomain(choose);
  if (domain === undefined) return [];
  const [ranges] = choose.subjects;
  return (ranges?.branches ?? []).flatMap(({ branch, must }): RuleFinding[] => {
    const { integers } = must;
    const { hull } = integers;
    if (branch.place.element.name !== 'when' || hull === undefined || (hull.from >= domain.from && hull.to <= domain.to)) return [];
    const isOutside = hull.to < domain.from || hull.from > domain.to;
    return [{
      at: rangeOrigin(choose, branch),
      place: branch.place,
      step: '/@condition',
      message: `the range ${hull.from} to ${hull.to} of ${branchText(branch)} ${isOutside ? 'lies outside of' : 'reaches beyond'} the domain ${domain.from} to ${domain.to}, so ${isOutside ? 'no call that keeps to the domain gets it' : 'a part of it is never used'}`,
      hint: 'shorten the range, or widen the domain',
    }];
  });
}

/** Conditions with constants that the subject's type does not hold; branches that can never run for it are reported as unreachable. */
function beyondType(choose: ChooseRanges): RuleFinding[] {
  return choose.subjects.flatMap(({ subject, branches }) => branches.flatMap((values) => finding(choose, values, subject)));
}

function finding(choose: ChooseRanges, { branch, reached }: BranchValues, subject: ChooseRanges['subjects'][number]['subject']): RuleFinding[] {
  const beyond = branch.ranges.subjects.get(subject.key)?.beyond ?? [];
  if (beyond.length === 0 || reached.isEmpty) return [];
  const { name, range } = subject.type;
  return [{
    at: rangeOrigin(choose, branch),
    place: branch.place,
    step: '/@condition',
    message: `${subjectText(subject)} is compared with ${beyond.join(', ')}, which no ${name} reaches (${range.from} to ${range.to}); the branch takes ${valuesText(reached.integers, range)}`,
    hint: `compare with a number that ${name === 'int' ? 'an int' : 'a long'} holds, or leave the bound out`,
  }];
}
