/** What others have changed since the last push of this project. */
import { contentDigest } from '../canonical/content-digest.js';
import type { ResourceBody } from '../resource-body.js';
import { addressIdentity, type Address } from '../resource-key.js';
import type { Drift } from './plan.js';
import { ABSENT, type PublishedState } from './published-state.js';

/** What was seen of a resource that the project holds, or that is to be deleted. */
export interface SeenResource {
  readonly address: Address;
  /** undefined: there is none. */
  readonly live: ResourceBody | undefined;
  /** Whether a push would write or delete it. */
  readonly isWritten: boolean;
}

/** In the order of the record. What was not looked at is not in it; a change of nothing but a secret cannot be seen. */
export function findDrift(state: PublishedState | undefined, seen: readonly SeenResource[]): Drift[] {
  const byIdentity = new Map(seen.map((resource) => [addressIdentity(resource.address), resource]));
  return Object.entries(state?.resources ?? {}).flatMap(([recorded, { digest, orDigest }]): Drift[] => {
    const resource = byIdentity.get(addressIdentity(recorded));
    if (resource === undefined) return [];
    const { address, live, isWritten } = resource;
    const found = live === undefined ? ABSENT : contentDigest(live);
    if (found === digest || found === orDigest) return [];
    return [{ address, kind: live === undefined ? 'gone' : 'changed', overwritten: isWritten }];
  });
}
