/** A call without a priority counts as one with a number, and a numbered range takes it. */
import type { Branch } from '../../analysis/choose-ranges.js';
import type { IntervalSet } from '../../analysis/interval-set.js';
import { type PriorityDefault, priorityDefaults } from '../../analysis/priority-default.js';
import { isSameBackend } from '../../analysis/routed-backend.js';
import { isBoundedRange, type Routing, routingOf, uncovered } from '../../analysis/routing.js';
import { subjectText } from '../../analysis/subject.js';
import { valuesText } from '../../analysis/values-text.js';
import { branchOrigin, branchText } from '../branch-place.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const priorityDefaultCaptured = defineRule({
  id: 'priority-default-captured',
  category: 'correctness',
  severity: 'warning',
  summary: 'Calls without a readable priority land in a numbered range.',
  why: 'A missing or unreadable header is given a number that one of the ranges holds, so that those calls get its backend instead of the one for everything else.',
  check: ({ chooses }) => chooses.flatMap((choose) => {
    const routing = routingOf(choose);
    return routing === undefined ? [] : captured(routing);
  }),
});

/**
 * One finding for each branch that takes such calls. A choose without an otherwise of its own has nothing else to give them; a default
 * that names a single value (`== 1`), or lies on one side of a single bound, is one that the author chose.
 */
function captured(routing: Routing): RuleFinding[] {
  const { choose, ranges, routes } = routing;
  const otherwise = choose.branches.find(({ place }) => place.element.name === 'otherwise');
  if (otherwise?.backend === undefined) return [];
  // Whether callers can leave out a variable that comes from another document nobody can tell here.
  const defaults = priorityDefaults(choose, ranges).filter(({ assumption }) => assumption.kind !== 'variable');
  return routes.flatMap(({ branch, must }) => {
    const taken = defaults.filter(({ outcome, value }) => outcome === branch && isInRange(routing, must.integers, value));
    const [first] = taken;
    if (first === undefined || isSameBackend(branch.backend, otherwise.backend)) return [];
    return [finding(routing, taken, { first, branch, otherwise, range: valuesText(must.integers, ranges.subject.type.range) })];
  });
}

/** Whether the value lies in a range of several numbers that has two ends, or that is one of several ranges. */
function isInRange({ ranges, routes }: Routing, values: IntervalSet, value: bigint | undefined): boolean {
  const { range: within } = ranges.subject.type;
  return values.intervals.some((range) =>
    (value === undefined || (range.from <= value && value <= range.to)) && range.from < range.to && (routes.length > 1 || isBoundedRange(range, within)));
}

function finding(
  routing: Routing,
  taken: readonly PriorityDefault[],
  { first, branch, otherwise, range }: { readonly first: PriorityDefault; readonly branch: Branch; readonly otherwise: Branch; readonly range: string },
): RuleFinding {
  const { value, source } = first;
  const subject = subjectText(routing.ranges.subject);
  const number = value === undefined ? '' : ` counts as ${value} and`;
  const sources = taken.flatMap(({ source: at }) => at ?? []);
  return {
    at: branchOrigin(branch),
    place: branch.place,
    step: '/@condition',
    message: `a call whose ${callsText(taken)}${number} falls into the range ${range} of ${subject}, so it gets ${branchText(branch)} and not ${branchText(otherwise)} of otherwise`,
    hint: hintFor(routing),
    related: [
      ...(source === undefined || sources.length === 0 ? [] : [{ message: 'here the call gets its number', at: source }]),
      { message: 'calls without a priority are expected here', at: otherwise.place.element.origin },
    ],
  };
}

function hintFor({ choose, ranges }: Routing): string {
  if (choose.place.element.priorityRouting !== undefined) return 'leave `missing` out of priorityRouting: then such calls go to otherwise';
  const free = uncovered(ranges);
  const example = free.has(-1n) ? -1n : (free.intervals.findLast(({ to }) => to < 0n)?.to ?? free.intervals[0]?.from);
  return `let a missing or unreadable value stand for a number outside of every range${example === undefined ? '' : `, such as ${example}`}`;
}

/** `header Priority is missing or no number`. */
function callsText(taken: readonly PriorityDefault[]): string {
  const states = new Map<string, string[]>();
  for (const { assumption } of taken) {
    const source = subjectText(assumption);
    states.set(source, [...(states.get(source) ?? []), assumption.state === 'missing' ? 'missing' : 'no number']);
  }
  return [...states].map(([source, list]) => `${source} is ${list.join(' or ')}`).join(', or whose ');
}
