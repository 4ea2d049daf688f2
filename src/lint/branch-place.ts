/** Names and places of branches for messages. */
import type { Branch } from '../analysis/choose-ranges.js';
import type { Origin } from '../model/origin.js';

/** The condition, or the start tag of a branch without one. */
export function branchOrigin({ place }: Branch): Origin {
  return place.element.attributes.find(({ name }) => name === 'condition')?.origin ?? place.element.origin;
}

/** `backend aoai-ptu`, else `the branch in line 12`. */
export function branchText({ place, backend }: Branch): string {
  if (backend !== undefined) return `backend ${backend.text}`;
  return `the ${place.element.name} of line ${place.element.origin.range.start.line}`;
}
