/** What a push would do. */
import type { Origin } from '../../model/origin.js';
import type { PolicyDocument } from '../../model/document.js';
import type { ContentChange } from '../canonical/content-change.js';
import type { SkippedSource } from '../desired/desired-resource.js';
import type { ResourceBody } from '../resource-body.js';
import type { Address, ResourceKey } from '../resource-key.js';
import type { Target } from '../target.js';

export interface Plan {
  readonly target: Target;
  /** In an order in which they can be written: what others need comes first, deletions last. */
  readonly changes: readonly PlannedChange[];
  readonly unchanged: readonly Address[];
  /** Of the unchanged, so that they can be recorded as what this project published. */
  readonly unchangedDigests?: Readonly<Record<Address, string>>;
  /** What others have changed since the last push of this project, whether or not the plan would undo it. */
  readonly drift: readonly Drift[];
  readonly skipped: readonly SkippedSource[];
  /** One sentence each: a secret that could not be compared, no record of an earlier push. */
  readonly notes: readonly string[];
}

/** `replace`: in place, by a resource of another kind, such as a pool where a single backend was; nothing is ever deleted to be created again. */
export type PlannedAction = 'create' | 'update' | 'replace' | 'delete';

export interface PlannedChange {
  readonly key: ResourceKey;
  readonly address: Address;
  readonly action: PlannedAction;
  /** Of the live resource, with its quotes; absent for create. */
  readonly etag?: string;
  /** What stands there now, as it was read; a secret's value is in it where it could be read. Never printed or saved. */
  readonly before?: ResourceBody;
  readonly beforeDigest?: string;
  /** What will be written; absent for delete. Properties that the project does not state are taken over from `before`. Never printed or saved. */
  readonly after?: ResourceBody;
  readonly afterDigest?: string;
  /** For people: secrets are masked. */
  readonly changes: readonly ContentChange[];
  /** Whether others have changed it since the last push. */
  readonly drifted: boolean;
  /** Where the project declares it; absent for delete. */
  readonly origin?: Origin;
  readonly document?: PolicyDocument;
  /** Addresses of changes of this plan that have to be written before. */
  readonly needs: readonly Address[];
}

export interface Drift {
  readonly address: Address;
  /** `gone`: it was published and is not there any more. */
  readonly kind: 'changed' | 'gone';
  /** Whether a push would write over it. */
  readonly overwritten: boolean;
}
