/** Whose content stands in a resource: the old, the new, or somebody else's. */
import type { Arm, LiveResource } from '../arm/arm.js';
import { sameContent } from '../canonical/content-digest.js';
import { isSecretText, type ResourceBody } from '../resource-body.js';
import type { Secret } from '../../model/secret.js';

/** The two contents a resource may rightly hold; undefined is that there is none. */
export interface Sides {
  readonly from: ResourceBody | undefined;
  readonly to: ResourceBody | undefined;
  /** With which `from` was last seen. */
  readonly fromEtag: string | undefined;
}

/** What the service said to a write that it took. */
export interface Accepted {
  readonly etag?: string;
}

/**
 * `altered`: what we wrote, by its ETag, and not what we sent. `unclear`: the two contents differ in a secret alone, which may not be read, and the
 * ETag does not tell.
 */
export type Holding = 'to' | 'from' | 'altered' | 'other' | 'unclear';

/**
 * @param accepted absent when the write was answered with an error
 * @throws RemoteError when a secret had to be compared and the service did not answer
 */
export async function holdingOf(arm: Arm, sides: Sides, live: LiveResource | undefined, accepted: Accepted | undefined): Promise<Holding> {
  const { from, to, fromEtag } = sides;
  if (live === undefined) return to === undefined ? 'to' : from === undefined ? 'from' : 'other';
  const secret = await comparableSecret(arm, sides, live);
  const likeNew = likeness(to, live, secret);
  const likeOld = likeness(from, live, secret);
  if (likeNew > likeOld) return 'to';
  const isAnswered = accepted?.etag !== undefined && accepted.etag === live.etag;
  if (likeNew < likeOld) return likeOld === SURE || live.etag === fromEtag || secret === undefined ? 'from' : 'other';
  if (likeNew === DIFFERENT) return isAnswered ? 'altered' : 'other';
  if (live.etag === fromEtag) return 'from';
  return isAnswered || (accepted !== undefined && accepted.etag === undefined) ? 'to' : 'unclear';
}

const DIFFERENT = 0;
/** All that can be seen is the same; a secret that one of the two does not tell may differ. */
const SEEMINGLY = 1;
const SURE = 2;

function likeness(side: ResourceBody | undefined, live: LiveResource, secret: Secret | undefined): number {
  if (side === undefined || !sameContent(side, live.body)) return DIFFERENT;
  const expected = secretOf(side);
  if (!isSecretText(live.body)) return SURE;
  if (expected === undefined || secret === undefined) return SEEMINGLY;
  return expected.equals(secret) ? SURE : DIFFERENT;
}

/** The live value, when one of the sides has a value to compare it with. */
async function comparableSecret(arm: Arm, { from, to }: Sides, { key, body }: LiveResource): Promise<Secret | undefined> {
  if (key.kind !== 'named-value' || !isSecretText(body) || (secretOf(to) ?? secretOf(from)) === undefined) return undefined;
  return arm.readSecret(key.id);
}

function secretOf(body: ResourceBody | undefined): Secret | undefined {
  return body?.kind === 'named-value' ? body.secretValue : undefined;
}
