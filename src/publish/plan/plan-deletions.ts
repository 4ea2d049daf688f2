/** What --prune deletes: what a push of this project made, and the project does not hold any more. */
import type { Arm, LiveResource } from '../arm/arm.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import { addressIdentity, addressOf, parseAddress, type Address, type ResourceKey } from '../resource-key.js';
import { readWhole, type Waiting } from './compared-resource.js';
import type { ListedService } from './listed-service.js';
import { namedThings } from './named-things.js';
import type { PublishedState } from './published-state.js';

export interface PlannedDeletions {
  readonly deleted: readonly LiveResource[];
  /** One sentence each: what stays though it is to go. */
  readonly notes: readonly string[];
}

/**
 * What is gone already is nothing to do. What is still named stays: a backend, fragment or named value by the project, a fragment by anything that
 * this push neither deletes nor writes anew. Source: reference/management-api.md §4, 7 to 9.
 * @param leftovers as `leftOver` gives them
 * @param all of the project
 * @throws RemoteError
 */
export async function plannedDeletions(leftovers: readonly ResourceKey[], all: readonly DesiredResource[], listed: ListedService, arm: Arm, waiting: Waiting): Promise<PlannedDeletions> {
  const settled = new Set([...all.map(({ key }) => key), ...leftovers].map((key) => addressIdentity(addressOf(key))));
  const namers = namersOf(all, listed);
  const outcomes = await Promise.all(leftovers.map(async (key): Promise<PlannedDeletions> => {
    const address = addressOf(key);
    const users = namers.get(addressIdentity(address)) ?? await otherUsers(key, settled, arm, waiting.signal);
    if (users.length > 0) return { deleted: [], notes: [`${address} is not deleted, because it is named by ${users.join(', ')}`] };
    const live = await readWhole(key, arm, waiting);
    return live === undefined ? NOTHING : { deleted: [live], notes: [] };
  }));
  return { deleted: outcomes.flatMap(({ deleted }) => deleted), notes: outcomes.flatMap(({ notes }) => notes) };
}

/**
 * What a push of this project made, the project does not hold any more, and the service still has.
 * @param all of the project
 * @throws RemoteError
 */
export async function leftOver(state: PublishedState, all: readonly DesiredResource[], listed: ListedService, arm: Arm, signal?: AbortSignal): Promise<readonly ResourceKey[]> {
  const held = new Set(all.map(({ key }) => addressIdentity(addressOf(key))));
  const candidates = Object.entries(state.resources).flatMap(([address, { created }]) => (created && !held.has(addressIdentity(address)) ? (parseAddress(address) ?? []) : []));
  const found = await Promise.all(candidates.map(async (key) => (key.kind === 'policy' ? await arm.read(key, signal) : listed.get(key)) !== undefined));
  return candidates.filter((_, index) => found[index]);
}

const NOTHING: PlannedDeletions = { deleted: [], notes: [] };

/** By what is named: the addresses of the project's resources that name it. */
function namersOf(all: readonly DesiredResource[], listed: ListedService): ReadonlyMap<string, readonly Address[]> {
  const idsByDisplayName = new Map(listed.namedValues().map(({ id, body }) => [body.displayName, id]));
  const namers = new Map<string, Set<Address>>();
  for (const resource of all) {
    for (const { kind, name } of namedThings(resource)) {
      const id = kind === 'named-value' ? idsByDisplayName.get(name) : name;
      if (id === undefined) continue;
      const identity = addressIdentity(addressOf({ kind, id }));
      namers.set(identity, (namers.get(identity) ?? new Set()).add(addressOf(resource.key)));
    }
  }
  return new Map([...namers].map(([identity, addresses]) => [identity, [...addresses]]));
}

/**
 * Whoever includes a fragment, outside of the project: what is of the project does not include it after the push.
 * @param settled identities of what the push writes or deletes, if it includes the fragment now
 */
async function otherUsers(key: ResourceKey, settled: ReadonlySet<string>, arm: Arm, signal: AbortSignal | undefined): Promise<readonly Address[]> {
  if (key.kind !== 'fragment') return [];
  const users = await arm.usersOfFragment(key.id, signal);
  return users.filter((user) => !settled.has(addressIdentity(user)));
}
