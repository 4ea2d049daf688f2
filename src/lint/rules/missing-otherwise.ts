/** A choose that routes some calls and says nothing about the rest. */
import { isBoundedRange, type Routing, routingOf, uncovered } from '../../analysis/routing.js';
import { subjectText } from '../../analysis/subject.js';
import { valuesText } from '../../analysis/values-text.js';
import { type Place, walkElements } from '../../model/walk.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const missingOtherwise = defineRule({
  id: 'missing-otherwise',
  category: 'reliability',
  severity: 'warning',
  summary: 'A choose routes by ranges and has no otherwise for the values that they leave out.',
  why: 'Calls with such a value keep the backend that was set before, or go to the service URL of the API.',
  check: ({ chooses }) => chooses.flatMap((choose) => {
    const routing = routingOf(choose);
    return routing === undefined ? [] : finding(routing);
  }),
});

function finding({ choose, ranges, routes }: Routing): RuleFinding[] {
  const { place, branches } = choose;
  const { range } = ranges.subject.type;
  if (branches.some((branch) => branch.place.element.name === 'otherwise') || hasBackendBefore(place)) return [];
  // A list of single values may name all that there are.
  if (!routes.some(({ must }) => must.integers.intervals.some((interval) => isBoundedRange(interval, range)))) return [];
  const left = uncovered(ranges);
  if (left.isEmpty) return [];
  return [{
    at: place.element.origin,
    place,
    message: `choose routes by ${subjectText(ranges.subject)} and has no otherwise: no branch takes ${valuesText(left, range)}, and such calls keep the backend set before or go to the service URL of the API`,
    hint: 'add an otherwise with the backend for all other calls, or with an answer that refuses them',
  }];
}

/** Whether a set-backend-service in the same section comes first; then leaving the choose without a branch has a meaning. */
function hasBackendBefore(choose: Place): boolean {
  for (const { element, section } of walkElements(choose.document)) {
    if (element === choose.element) return false;
    if (section === choose.section && (element.name === 'set-backend-service' || element.name === 'include-fragment')) return true;
  }
  return false;
}
