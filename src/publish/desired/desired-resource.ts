/** What the project wants a service to hold. */
import type { PolicyDocument } from '../../model/document.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Origin } from '../../model/origin.js';
import type { ResourceBody } from '../resource-body.js';
import type { ResourceKey } from '../resource-key.js';

export interface DesiredResource {
  readonly key: ResourceKey;
  /** Overrides of the environment are in it. */
  readonly body: ResourceBody;
  /** Where it is declared: file and place. */
  readonly origin: Origin;
  /** Of policies and fragments: what `body.value` was printed from; the service's line and column lead back to it. */
  readonly document?: PolicyDocument;
  /** Addresses (parents aside) that have to be there before: named values, backends, members of pools, fragments; those of this project only. */
  readonly needs: readonly string[];
  /** Of a secret named value without a value at hand: the environment variable that is to hold it, and is not set or empty. */
  readonly unsetVariable?: string;
}

export interface DesiredState {
  /** Each address once, in no particular order. */
  readonly resources: readonly DesiredResource[];
  /** What the project holds and publish does not write, each with its reason. */
  readonly skipped: readonly SkippedSource[];
  /** Errors among them forbid to go on. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the project has files that were not looked at: what is missing here may be in them, so that nothing may be pruned. */
  readonly isPart?: boolean;
}

export interface SkippedSource {
  /** As shown: a file, or a file with the resource in it. */
  readonly source: string;
  /** One sentence. */
  readonly reason: string;
}
