/** Names and places of branches for messages. */
import type { Branch, ChooseRanges } from '../analysis/choose-ranges.js';
import type { Origin } from '../model/origin.js';

/** The condition, or the start tag of a branch without one. */
export function branchOrigin({ place }: Branch): Origin {
  return place.element.attributes.find(({ name }) => name === 'condition')?.origin ?? place.element.origin;
}

/** Where a branch's range is stated: the route of priorityRouting, else the condition. */
export function rangeOrigin({ place, branches }: ChooseRanges, branch: Branch): Origin {
  return place.element.priorityRouting?.routes[branches.indexOf(branch)]?.origin ?? branchOrigin(branch);
}

/** `backend aoai-ptu`, else `the when of line 12`. */
export function branchText({ place, backend }: Branch): string {
  if (backend !== undefined) return `backend ${backend.text}`;
  return `the ${place.element.name} of line ${place.element.origin.range.start.line}`;
}

/** What calls do that no `when` takes: `go to backend aoai-pool of otherwise`. */
export function fallbackText({ branches }: ChooseRanges): string {
  const otherwise = branches.find(({ place }) => place.element.name === 'otherwise');
  if (otherwise === undefined) return 'leave the choose without a branch';
  return otherwise.backend === undefined ? 'fall to otherwise' : `go to backend ${otherwise.backend.text} of otherwise`;
}
