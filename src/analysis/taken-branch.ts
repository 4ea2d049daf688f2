/** The branch of a choose that runs under an assumption about the request. */
import type { Place } from '../model/walk.js';
import { type AssumedValue, type Assumption, THROWS } from './assumed-value.js';
import { assumedValue } from './variables-after.js';

/**
 * @param assumption undefined when it does not hold any more
 * @param variables of the request, as the choose finds them
 * @returns the branch; `none`: no branch runs; `fails`: a condition throws; undefined: it cannot be told
 */
export function takenBranch<Branch extends { readonly place: Place }>(branches: readonly Branch[], assumption: Assumption | undefined, variables: ReadonlyMap<string, AssumedValue>): Branch | 'none' | 'fails' | undefined {
  for (const branch of branches) {
    const condition = branch.place.element.attributes.find(({ name }) => name === 'condition');
    if (condition === undefined) return branch.place.element.name === 'otherwise' ? branch : undefined;
    const holds = assumedValue(condition.value, assumption, variables);
    if (holds === true || holds === 'true') return branch;
    if (holds === THROWS) return 'fails';
    if (holds !== false && holds !== 'false') return undefined;
  }
  return 'none';
}
