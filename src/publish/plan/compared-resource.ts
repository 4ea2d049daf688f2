/** One resource of the project beside what the service holds of it. */
import type { Arm, LiveResource } from '../arm/arm.js';
import { sameContent } from '../canonical/content-digest.js';
import { backendType, overlaidBody } from '../canonical/overlaid-body.js';
import type { Clock } from '../clock.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import { readSettled } from '../push/settled-read.js';
import { isSecretText, type ResourceBody } from '../resource-body.js';
import type { ResourceKey } from '../resource-key.js';
import type { ListedService } from './listed-service.js';
import type { PlannedAction } from './plan.js';

export type ComparedResource = UnchangedResource | ChangedResource;

export interface UnchangedResource {
  readonly kind: 'unchanged';
  readonly desired: DesiredResource;
  readonly before: ResourceBody;
  /** The value of the secret could not be read, and counts as the same. */
  readonly isUnsure: boolean;
}

export interface ChangedResource {
  readonly kind: 'changed';
  readonly desired: DesiredResource;
  readonly action: Exclude<PlannedAction, 'delete'>;
  /** undefined for create. */
  readonly live: LiveResource | undefined;
  readonly after: ResourceBody;
}

/** How what takes time is waited for. */
export interface Waiting {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/**
 * What lists tell is not asked again. What is to be changed is read by itself, because only that gives the ETag of the content that was compared; the
 * value of a secret is read behind it, so that no later one is ever taken for the one of that ETag.
 * @throws RemoteError
 */
export async function comparedResource(desired: DesiredResource, listed: ListedService, arm: Arm, waiting: Waiting): Promise<ComparedResource> {
  const { key } = desired;
  if (key.kind !== 'policy') {
    const known = listed.get(key);
    if (known === undefined) return created(desired);
    if (known.body !== undefined && known.isPending !== true) {
      const before = comparesSecrets(desired.body, known.body) ? await withSecret(key, known.body, arm, waiting.signal) : known.body;
      if (holdsDesired(desired, before)) return unchanged(desired, before);
    }
  }
  const live = await readWhole(key, arm, waiting);
  if (live === undefined) return created(desired);
  if (holdsDesired(desired, live.body)) return unchanged(desired, live.body);
  const after = overlaidBody(desired.body, live.body);
  return { kind: 'changed', desired, action: isReplaced(after, live.body) ? 'replace' : 'update', live, after };
}

function holdsDesired({ body }: DesiredResource, live: ResourceBody): boolean {
  return sameContent(overlaidBody(body, live), live);
}

function unchanged(desired: DesiredResource, before: ResourceBody): UnchangedResource {
  return { kind: 'unchanged', desired, before, isUnsure: comparesSecrets(desired.body, before) && isSecretText(before) && before.secretValue === undefined };
}

/**
 * A resource with all that has to be known to put it back, the value of a secret too where it may be read. What another push, or one that was
 * interrupted, has just written is waited for: a plan that compares what the service is still at is out of date when it is made.
 * @throws RemoteError
 */
export async function readWhole(key: ResourceKey, arm: Arm, { clock, signal }: Waiting): Promise<LiveResource | undefined> {
  let live = await arm.read(key, signal);
  if (live?.provisioning === 'in-progress') {
    const settled = await readSettled(arm, key, clock, signal);
    if (settled.kind === 'unreadable') throw settled.error;
    ({ live } = settled);
  }
  return live && { ...live, body: await withSecret(key, live.body, arm, signal) };
}

async function withSecret<B extends ResourceBody>(key: ResourceKey, body: B, arm: Arm, signal: AbortSignal | undefined): Promise<B> {
  if (key.kind !== 'named-value' || !isSecretText(body)) return body;
  const secretValue = await arm.readSecret(key.id, signal);
  return secretValue === undefined ? body : { ...body, secretValue };
}

function created(desired: DesiredResource): ChangedResource {
  return { kind: 'changed', desired, action: 'create', live: undefined, after: overlaidBody(desired.body, undefined) };
}

/** Whether both have secrets of their own, and the project knows its one. */
function comparesSecrets(desired: ResourceBody, live: ResourceBody): boolean {
  return isSecretText(desired) && desired.secretValue !== undefined && isSecretText(live);
}

function isReplaced(after: ResourceBody, before: ResourceBody): boolean {
  return after.kind === 'backend' && before.kind === 'backend' && backendType(after) !== backendType(before);
}
