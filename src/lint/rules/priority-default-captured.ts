/** A call without a priority counts as one with a number, and a numbered range takes it. */
import type { Branch } from '../../analysis/choose-ranges.js';
import { type PriorityDefault, priorityDefaults } from '../../analysis/priority-default.js';
import { isSameBackend } from '../../analysis/routed-backend.js';
import { type Routing, routingOf } from '../../analysis/routing.js';
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

/** One finding for each branch that takes such calls. A choose without an otherwise of its own has nothing else to give them. */
function captured({ choose, ranges, routes }: Routing): RuleFinding[] {
  const otherwise = choose.branches.find(({ place }) => place.element.name === 'otherwise');
  if (otherwise?.backend === undefined) return [];
  const defaults = priorityDefaults(choose, ranges);
  return routes.flatMap(({ branch, must }) => {
    const taken = defaults.filter(({ outcome }) => outcome === branch);
    const [first] = taken;
    if (first === undefined || isSameBackend(branch.backend, otherwise.backend)) return [];
    return [finding(branch, otherwise, taken, { first, range: valuesText(must.integers, ranges.subject.type.range), subject: subjectText(ranges.subject) })];
  });
}

function finding(
  branch: Branch,
  otherwise: Branch,
  taken: readonly PriorityDefault[],
  { first, range, subject }: { readonly first: PriorityDefault; readonly range: string; readonly subject: string },
): RuleFinding {
  const { value, source } = first;
  const number = value === undefined ? '' : ` counts as ${value} and`;
  const sources = taken.flatMap(({ source: at }) => at ?? []);
  return {
    at: branchOrigin(branch),
    place: branch.place,
    step: '/@condition',
    message: `a call whose ${callsText(taken)}${number} falls into the range ${range} of ${subject}, so it gets ${branchText(branch)} and not ${branchText(otherwise)} of otherwise`,
    hint: 'let a missing or unreadable value stand for a number outside of every range, such as -1',
    related: [
      ...(source === undefined || sources.length === 0 ? [] : [{ message: 'here the call gets its number', at: source }]),
      { message: 'calls without a priority are expected here', at: otherwise.place.element.origin },
    ],
  };
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
