/** Compared resources to the changes of a plan. */
import type { Secret } from '../../model/secret.js';
import type { LiveResource } from '../arm/arm.js';
import { contentDigest } from '../canonical/content-digest.js';
import { diffContent } from '../canonical/diff-content.js';
import { addressIdentity, addressOf, type Address } from '../resource-key.js';
import type { ChangedResource } from './compared-resource.js';
import { includedFragments } from './named-things.js';
import type { Drift, PlannedChange } from './plan.js';

export interface ChangesToPlan {
  readonly changed: readonly ChangedResource[];
  readonly deleted: readonly LiveResource[];
  readonly drift: readonly Drift[];
  /** Secrets that are covered wherever they stand. */
  readonly known: readonly Secret[];
}

/** In no particular order. */
export function plannedChanges({ changed, deleted, drift, known }: ChangesToPlan): PlannedChange[] {
  const drifted = new Set(drift.map(({ address }) => addressIdentity(address)));
  const addresses = new Map(changed.map(({ desired }) => [addressIdentity(addressOf(desired.key)), addressOf(desired.key)]));
  return [
    ...changed.map((resource) => writing(resource, { drifted, needs: [...needsOf(resource, addresses), ...freedNames(resource, changed)], known })),
    ...deleted.map((live) => deletion(live, { drifted, needs: includers(live, deleted), known })),
  ];
}

interface Around {
  readonly drifted: ReadonlySet<string>;
  readonly needs: readonly Address[];
  readonly known: readonly Secret[];
}

function writing({ desired, action, live, after }: ChangedResource, { drifted, needs, known }: Around): PlannedChange {
  const address = addressOf(desired.key);
  return {
    key: desired.key,
    address,
    action,
    ...(live === undefined ? {} : { etag: live.etag, before: live.body, beforeDigest: contentDigest(live.body) }),
    after,
    afterDigest: contentDigest(after),
    changes: diffContent(live?.body, after, known),
    drifted: drifted.has(addressIdentity(address)),
    origin: desired.origin,
    ...(desired.document === undefined ? {} : { document: desired.document }),
    needs,
  };
}

function deletion({ key, etag, body }: LiveResource, { drifted, needs, known }: Around): PlannedChange {
  const address = addressOf(key);
  return {
    key, address, action: 'delete', etag, before: body, beforeDigest: contentDigest(body), changes: diffContent(body, undefined, known), drifted: drifted.has(addressIdentity(address)), needs,
  };
}

/** Of what the project says is needed, what is written as well. */
function needsOf({ desired }: ChangedResource, addresses: ReadonlyMap<string, Address>): Address[] {
  return desired.needs.flatMap((need) => addresses.get(addressIdentity(need)) ?? []);
}

/** A display name that another named value has until it is written anew. */
function freedNames({ desired, after }: ChangedResource, changed: readonly ChangedResource[]): Address[] {
  if (after.kind !== 'named-value') return [];
  return changed.flatMap((other) => {
    const had = other.live?.body;
    const isFreed = other.desired !== desired && had?.kind === 'named-value' && had.displayName === after.displayName;
    return isFreed ? [addressOf(other.desired.key)] : [];
  });
}

/** Fragments that include this one and go as well: they go first. */
function includers({ key }: LiveResource, deleted: readonly LiveResource[]): Address[] {
  if (key.kind !== 'fragment') return [];
  const includes = ({ body }: LiveResource): boolean => includedFragments(body).some((id) => id.toLowerCase() === key.id.toLowerCase());
  return deleted.filter((other) => other.key.kind === 'fragment' && other.key.id !== key.id && includes(other)).map((other) => addressOf(other.key));
}
