/** What a service holds of that which can be published. */
import type { SkippedSource } from '../desired/desired-resource.js';
import type { ResourceBody } from '../resource-body.js';
import type { ResourceKey } from '../resource-key.js';
import type { Target } from '../target.js';

export interface LiveService {
  readonly target: Target;
  /** Each once, in the order of their addresses. Secret named values are without their values. */
  readonly resources: readonly HeldResource[];
  /** What is there and was not read, each with its reason. */
  readonly notRead: readonly SkippedSource[];
}

export interface HeldResource {
  readonly key: ResourceKey;
  readonly body: ResourceBody;
}
