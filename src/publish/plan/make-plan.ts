/** What a push would do: the project held against what the service holds, and all that would make a push fail half-way. */
import { namesText } from '../../lint/names-text.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Secret } from '../../model/secret.js';
import { UsageError } from '../../model/usage-error.js';
import type { Arm, LiveResource } from '../arm/arm.js';
import { type Clock, SYSTEM_CLOCK } from '../clock.js';
import { contentDigest } from '../canonical/content-digest.js';
import type { DesiredResource, DesiredState } from '../desired/desired-resource.js';
import { addressOf, type ResourceKey } from '../resource-key.js';
import { checkCircles, checkNames } from './check-names.js';
import { checkNamedValues } from './check-named-values.js';
import { checkParents } from './check-parents.js';
import { checkReferences } from './check-references.js';
import { checkRevisions } from './check-revisions.js';
import { checkSizes } from './check-sizes.js';
import { type ChangedResource, comparedResource, type ComparedResource, type Waiting } from './compared-resource.js';
import { findDrift, type SeenResource } from './find-drift.js';
import { listService } from './listed-service.js';
import { orderChanges } from './order-changes.js';
import type { Plan } from './plan.js';
import { leftOver, plannedDeletions } from './plan-deletions.js';
import { plannedChanges } from './planned-changes.js';
import type { PublishedState } from './published-state.js';

export interface PlanOptions {
  /** undefined: there is no record of an earlier push. */
  readonly state: PublishedState | undefined;
  /** Whether pushes to the service are recorded at all, so that a missing record is worth a note. Default true. */
  readonly isRecorded?: boolean;
  /** Deletes what an earlier push of this project made and the project does not hold any more. */
  readonly prune: boolean;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Hears how many of the project's resources have been compared. */
  readonly onProgress?: (progress: { readonly compared: number; readonly of: number }) => void;
}

export interface PlanAndFindings {
  readonly plan: Plan;
  /** Errors among them forbid to push: the plan may then be empty. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Asks for the service, three lists, one read for each policy and for each resource that changes, the value of each secret that the project knows, and
 * what new policies are attached to; which revisions are current, where the project names one by its number and without it. Policies that are left over are read as well. Writes nothing.
 * @throws RemoteError; UsageError when a part of a project is to be pruned; the signal's reason
 */
export async function makePlan(desired: DesiredState, arm: Arm, options: PlanOptions): Promise<PlanAndFindings> {
  const { resources, skipped } = desired;
  const { state, signal, clock = SYSTEM_CLOCK } = options;
  const waiting: Waiting = { clock, signal };
  if (options.prune && desired.isPart === true) throw new UsageError('--prune needs the whole project, because what a part of it does not hold may be in the rest; leave the paths out');
  const beforehand = [...checkNames(resources), ...checkCircles(resources)];
  if (beforehand.length > 0) return { plan: { target: arm.target, changes: [], unchanged: [], drift: [], skipped, notes: [] }, diagnostics: beforehand };

  const facts = await arm.service();
  const listed = await listService(arm, signal);
  const compared = await compareAll(resources, async (resource) => await comparedResource(resource, listed, arm, waiting), options);
  // What a part of a project does not hold may be in the rest.
  const leftovers = state === undefined || desired.isPart === true ? [] : await leftOver(state, resources, listed, arm, signal);
  const deletions = options.prune ? await plannedDeletions(leftovers, resources, listed, arm, waiting) : { deleted: [], notes: leftoverNotes(leftovers) };
  const changed = compared.filter((resource) => resource.kind === 'changed');
  const unchanged = compared.filter((resource) => resource.kind === 'unchanged');
  const written = changed.map(({ desired: resource }) => resource);
  const service = arm.target.service;
  const diagnostics = [
    ...checkReferences(written, resources, listed, service),
    ...checkNamedValues(changed, resources, listed, service),
    ...checkSizes(changed, facts),
    ...(await checkRevisions(resources, arm, signal)),
    ...(await checkParents(changed.filter(({ action }) => action === 'create').map(({ desired: resource }) => resource), arm, signal)),
  ];
  const drift = findDrift(state, [...compared.map(seenResource), ...deletions.deleted.map(({ key, body }) => ({ address: addressOf(key), live: body, isWritten: true }))]);
  const changes = orderChanges(plannedChanges({ changed, deleted: deletions.deleted, drift, known: knownSecrets(compared, deletions.deleted) }));
  return {
    plan: {
      target: arm.target,
      changes,
      unchanged: unchanged.map(({ desired: { key } }) => addressOf(key)),
      unchangedDigests: Object.fromEntries(unchanged.map(({ desired: { key }, before }) => [addressOf(key), contentDigest(before)])),
      drift,
      skipped,
      notes: [...notesOf(compared, options), ...deletions.notes],
    },
    diagnostics,
  };
}

async function compareAll(
  resources: readonly DesiredResource[], compare: (resource: DesiredResource) => Promise<ComparedResource>, { onProgress }: PlanOptions,
): Promise<ComparedResource[]> {
  let compared = 0;
  return await Promise.all(resources.map(async (resource) => {
    const result = await compare(resource);
    onProgress?.({ compared: ++compared, of: resources.length });
    return result;
  }));
}

function seenResource(resource: ComparedResource): SeenResource {
  const address = addressOf(resource.desired.key);
  return resource.kind === 'unchanged' ? { address, live: resource.before, isWritten: false } : { address, live: resource.live?.body, isWritten: true };
}

/** All values that must not be shown wherever they stand, such as a key that a policy held before it became a named value. */
function knownSecrets(compared: readonly ComparedResource[], deleted: readonly LiveResource[]): Secret[] {
  const bodies = compared.flatMap((resource) => (resource.kind === 'unchanged' ? [resource.desired.body, resource.before] : [resource.after, resource.live?.body]));
  return [...bodies, ...deleted.map(({ body }) => body)].flatMap((body) => (body?.kind === 'named-value' && body.secretValue !== undefined ? [body.secretValue] : []));
}

function leftoverNotes(leftovers: readonly ResourceKey[]): string[] {
  return leftovers.length === 0 ? [] : [`earlier pushes of this project created ${namesText(leftovers.map(addressOf))}, which it does not hold any more; --prune deletes what is left over`];
}

function notesOf(compared: readonly ComparedResource[], { state, prune, isRecorded = true }: PlanOptions): string[] {
  const unsure = compared.flatMap((resource) => (resource.kind === 'unchanged' && resource.isUnsure ? [addressOf(resource.desired.key)] : []));
  const changesWhatIsThere = compared.some((resource): resource is ChangedResource => resource.kind === 'changed' && resource.live !== undefined);
  return [
    ...unsure.map((address) => `the value of ${address} could not be compared, because you may not read it; it counts as unchanged`),
    ...(isRecorded && state === undefined && changesWhatIsThere ? ['there is no record of an earlier push to this service, so what others have changed cannot be told apart'] : []),
    ...(prune && state === undefined ? ['there is no record of an earlier push to this service, so there is nothing that --prune may delete'] : []),
  ];
}
