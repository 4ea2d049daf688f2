/** What became of a push, resource by resource. */
import type { RemoteError } from '../../model/remote-error.js';
import type { PlannedAction, PlannedChange } from '../plan/plan.js';
import type { Address } from '../resource-key.js';

/**
 * `pushed`: all of the plan holds and was read back, but for deletions of what others use, which are `not-written`. `rolled-back`: something failed, and what had been written is as it was before.
 * `failed`: something failed, and not all is as it was before: the resources say which.
 */
export interface PushResult {
  readonly outcome: 'pushed' | 'rolled-back' | 'failed';
  readonly resources: readonly PushedResource[];
  /** Why it stopped; absent when pushed. */
  readonly cause?: Error;
  /** Absolute path of the journal; absent when there was nothing to do. */
  readonly journal?: string;
  /** One sentence each: what was odd though it went well, and what of the journal could not be written. */
  readonly notes?: readonly string[];
}

/**
 * `written`: holds the new content, read back. `not-written`: holds what it held. `restored`: had been written and holds the old content again.
 * `edited`: somebody else has written it in the meantime; left as it is. `not-restored`: holds what the push made of it, and was not put back.
 * `unknown`: the service did not say what became of a request.
 */
export type ResourceState = 'written' | 'not-written' | 'restored' | 'edited' | 'not-restored' | 'unknown';

export interface PushedResource {
  readonly address: Address;
  readonly action: PlannedAction;
  readonly state: ResourceState;
  readonly change?: PlannedChange;
  /** Of the content it holds now, as it was read back; absent when it is not there, or not known. */
  readonly digest?: string;
  /** Of a rollback: what it put back others had made, and it is theirs again. */
  readonly drifted?: boolean;
  /** What went wrong with this one. */
  readonly error?: Error | RemoteError;
}

/** What a progress display hears of. */
export type PushEvent =
  | { readonly kind: 'started'; readonly address: Address; readonly action: PlannedAction }
  | { readonly kind: 'retried'; readonly address: Address; readonly attempt: number; readonly reason: string }
  | { readonly kind: 'finished'; readonly address: Address; readonly state: ResourceState }
  | { readonly kind: 'rolling-back'; readonly reason: string };
