/** What is recorded of a service after a push, an interrupted one, and a rollback. */
import { contentDigest } from '../canonical/content-digest.js';
import type { PlannedAction, Plan } from '../plan/plan.js';
import { ABSENT, type PublishedResource, type PublishedState } from '../plan/published-state.js';
import { type Address, addressIdentity } from '../resource-key.js';
import type { InterruptedPush } from './journal.js';
import type { PushedResource, PushResult, ResourceState } from './push-result.js';

/**
 * What the project holds is recorded with what the service then held; `created` stays with what a push of this project made. What was not written,
 * or is somebody else's, keeps the record it had, so that it goes on to be seen as drift. What the service did not tell of is recorded with both contents
 * that it may hold.
 * @param state of the last push; `stateAfterInterruption` when that was interrupted
 * @param result absent when there was nothing to push
 */
export function stateAfter(state: PublishedState | undefined, plan: Plan, result?: PushResult): PublishedState {
  const records = new Records(state);
  for (const address of plan.unchanged) {
    const digest = plan.unchangedDigests?.[address];
    if (digest !== undefined) records.set(address, { digest, created: records.get(address)?.created ?? false });
  }
  for (const resource of result?.resources ?? []) {
    const { address, action, state: became, digest } = resource;
    if (became === 'unknown') records.setEither(address, eitherContent(resource), action);
    if (!HOLDS_NEW.has(became)) continue;
    if (digest === undefined) records.delete(address);
    else records.set(address, { digest, created: isCreated(action, records.get(address)) });
  }
  const { subscription, resourceGroup, service } = plan.target;
  return { subscription, resourceGroup, service, resources: records.all() };
}

const HOLDS_NEW: ReadonlySet<ResourceState> = new Set(['written', 'not-restored']);

interface EitherContent {
  /** undefined: it may not be there. */
  readonly digest: string | undefined;
  readonly previousDigest: string | undefined;
}

/** What others had changed before the push stays theirs: where it still stands, that goes on to be seen. */
function eitherContent({ change }: PushedResource): EitherContent {
  const digest = change?.after && contentDigest(change.after);
  return { digest, previousDigest: change?.drifted === true ? digest : change?.before && contentDigest(change.before) };
}

/**
 * What an interrupted push was at may hold either content; so may what it had written, because it may have been interrupted while it put that back,
 * or could not note that it had, on a full disk.
 */
export function stateAfterInterruption(state: PublishedState | undefined, { target, resources }: InterruptedPush): PublishedState {
  const records = new Records(state);
  for (const { address, action, digest, previousDigest, settled } of resources) {
    if (!settled) records.setEither(address, { digest, previousDigest }, action);
    else if (digest === undefined) records.delete(address);
    else records.set(address, { digest, created: isCreated(action, records.get(address)) });
  }
  const { subscription, resourceGroup, service } = target;
  return { subscription, resourceGroup, service, resources: records.all() };
}

/**
 * What others had changed before the push is theirs again, and is seen as drift again because the record of the push stays.
 * @param state before the rollback; undefined when nothing had been recorded
 */
export function stateAfterRollBack(state: PublishedState | undefined, result: PushResult): PublishedState | undefined {
  if (state === undefined) return undefined;
  const records = new Records(state);
  for (const { address, action, state: became, digest, drifted } of result.resources) {
    if ((became !== 'restored' && became !== 'not-written') || drifted === true) continue;
    if (digest === undefined) records.delete(address);
    // Only what a push of this project made is ever deleted by one.
    else records.set(address, { digest, created: action === 'delete' || records.get(address)?.created === true });
  }
  return { ...state, resources: records.all() };
}

function isCreated(action: PlannedAction, earlier: PublishedResource | undefined): boolean {
  return action === 'create' || action === 'delete' || earlier?.created === true;
}

/** By address, whose upper and lower case do not count; in the order of the addresses. */
class Records {
  readonly #records = new Map<string, readonly [Address, PublishedResource]>();

  constructor(state: PublishedState | undefined) {
    for (const [address, resource] of Object.entries(state?.resources ?? {})) this.set(address, resource);
  }

  get(address: Address): PublishedResource | undefined {
    return this.#records.get(addressIdentity(address))?.[1];
  }

  set(address: Address, resource: PublishedResource): void {
    this.#records.set(addressIdentity(address), [address, resource]);
  }

  setEither(address: Address, { digest = ABSENT, previousDigest = ABSENT }: EitherContent, action: PlannedAction): void {
    this.set(address, { digest, ...(previousDigest === digest ? {} : { orDigest: previousDigest }), created: isCreated(action, this.get(address)) });
  }

  delete(address: Address): void {
    this.#records.delete(addressIdentity(address));
  }

  all(): PublishedState['resources'] {
    const records = [...this.#records.values()].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(records);
  }
}
