/** A branch of a choose that no request reaches. */
import type { ChooseRanges } from '../../analysis/choose-ranges.js';
import { subjectText } from '../../analysis/subject.js';
import { type Unreachable, unreachableBranches } from '../../analysis/unreachable.js';
import { valuesText } from '../../analysis/values-text.js';
import type { Severity } from '../../model/severity.js';
import { branchOrigin, branchText } from '../branch-place.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const unreachableBranch = defineRule({
  id: 'unreachable-branch',
  category: 'correctness',
  severity: 'error',
  summary: 'No request reaches a branch of a choose.',
  why: 'The gateway runs the first branch whose condition holds; the policies of this one never run.',
  check: ({ chooses }) => chooses.flatMap((choose) => unreachableBranches(choose).filter((found) => !isStatedRoute(choose, found)).map(finding)),
});

/** Routes of priorityRouting that others take are reported as overlapping ranges. */
function isStatedRoute({ place }: ChooseRanges, { branch, reason }: Unreachable): boolean {
  return place.element.priorityRouting !== undefined && branch.place.element.name === 'when' && reason.kind === 'taken';
}

function finding({ branch, reason }: Unreachable): RuleFinding {
  const { element } = branch.place;
  const isOtherwise = element.name === 'otherwise';
  return {
    at: branchOrigin(branch),
    place: branch.place,
    step: isOtherwise ? '' : '/@condition',
    severity: severityOf(reason, isOtherwise),
    ...explained(reason, isOtherwise),
  };
}

/** A branch switched off by hand, a cautious otherwise and what an enclosing condition rules out are no certain mistakes. */
function severityOf(reason: Unreachable['reason'], isOtherwise: boolean): Severity {
  if (isOtherwise || reason.kind === 'never' || reason.kind === 'always' || reason.kind === 'enclosed') return 'warning';
  return reason.subject.isNarrowed ? 'warning' : 'error';
}

function explained(reason: Unreachable['reason'], isOtherwise: boolean): Pick<RuleFinding, 'message' | 'hint' | 'related'> {
  const branch = isOtherwise ? 'otherwise' : 'this branch';
  switch (reason.kind) {
    case 'never':
      return { message: `${branch} never runs: its condition is always false`, hint: 'remove the branch, or give it the condition that it is meant to have' };
    case 'always':
      return {
        message: `${branch} never runs: the condition of an earlier one is always true, and the gateway runs the first that holds`,
        hint: 'remove the branch, or give the earlier one the condition that it is meant to have',
        related: [{ message: 'this condition is always true', at: branchOrigin(reason.earlier) }],
      };
    case 'contradiction':
      return {
        message: `${branch} never runs: no value of ${subjectText(reason.subject.subject)} fulfils its condition`,
        hint: 'correct the bounds; && asks for all of its parts at once, || for one of them',
      };
    case 'enclosed': {
      const { subject, possible } = reason.subject;
      return {
        message: `${branch} never runs: inside of the enclosing branch ${subjectText(subject)} can only be ${valuesText(possible.integers, subject.type.range)}`,
        hint: 'correct the condition, or move the branch out of the enclosing one',
      };
    }
    case 'taken': {
      const { subject } = reason.subject;
      const { range } = subject.type;
      const values = valuesText(reason.values.may.integers, range);
      return {
        message: `${branch} never runs: earlier branches take every value of ${subjectText(subject)}${values === 'every value' ? '' : ` that it is for (${values})`}`,
        hint: isOtherwise ? 'remove it, or leave it something to do' : 'put the narrower condition first, or remove the branch',
        related: reason.takers.map(({ branch: taker, must }) => ({ message: `${branchText(taker)} takes ${valuesText(must.integers, range)}`, at: branchOrigin(taker) })),
      };
    }
  }
}
