/** Values between two ranges that lead to no range. */
import type { BranchValues } from '../../analysis/choose-ranges.js';
import { type Gap, gapsOf, type Routing, routingOf } from '../../analysis/routing.js';
import { subjectText } from '../../analysis/subject.js';
import { intervalText, valuesText } from '../../analysis/values-text.js';
import { branchText, fallbackText, rangeOrigin } from '../branch-place.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const priorityRangeGap = defineRule({
  id: 'priority-range-gap',
  category: 'correctness',
  severity: 'warning',
  summary: 'Values between two ranges of a choose belong to none.',
  why: 'Calls with such a value are routed as if their value were unknown: to otherwise, or nowhere.',
  check: ({ chooses }) => chooses.flatMap((choose) => {
    const routing = routingOf(choose);
    return routing === undefined ? [] : gapsOf(routing).map((gap) => finding(routing, gap));
  }),
});

function finding({ choose, ranges: { subject } }: Routing, { values, below, above }: Gap): RuleFinding {
  const { range } = subject.type;
  const missed = intervalText(values, range);
  const side = (route: BranchValues): string => `${valuesText(route.must.integers, range)} (${branchText(route.branch)})`;
  const neighbours = [below, above].filter((route) => route !== undefined);
  const where = neighbours.length === 2 ? `between ${neighbours.map(side).join(' and ')}` : neighbours.map((route) => `next to ${side(route)}`).join('');
  const at = above ?? below;
  return {
    at: at === undefined ? choose.place.element.origin : rangeOrigin(choose, at.branch),
    place: at?.branch.place ?? choose.place,
    ...(at === undefined ? {} : { step: '/@condition' }),
    message: `no range holds ${missed} of ${subjectText(subject)}, ${where === '' ? 'which are in the domain' : where}; such calls ${fallbackText(choose)}`,
    hint: values.from === values.to ? `extend one of the ranges to ${values.from}` : `extend one of the ranges, or add one for ${missed}`,
    related: below === undefined || below === at ? [] : [{ message: `the range below is ${valuesText(below.must.integers, range)}`, at: rangeOrigin(choose, below.branch) }],
  };
}
