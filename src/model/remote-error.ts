/** A failure of the service, or on the way to it. */

/**
 * What can be done about it. `throttled`: 429. `unavailable`: 408, 5xx. `network`: no answer, or half of one. `busy`: 409 and 422 of another
 * operation under way. `changed`: 412, the ETag is not the resource's any more. `flaky`: a refusal that goes away, such as that of an OpenID
 * configuration that could not be fetched. `not-allowed`: 401, 403. `refused`: every other 4xx. `failed`: a long-running operation that failed.
 * `misunderstood`: an answer that is none. Source: reference/management-api.md §1.5, §2.
 */
export type RemoteErrorKind = 'throttled' | 'unavailable' | 'network' | 'busy' | 'changed' | 'flaky' | 'not-allowed' | 'refused' | 'failed' | 'misunderstood';

export interface RemoteErrorDetail {
  readonly code?: string;
  readonly target?: string;
  readonly message: string;
}

export interface RemoteErrorAbout {
  readonly kind: RemoteErrorKind;
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** The service's own, such as `ValidationError`, or Node's, such as `ECONNRESET`. */
  readonly code?: string;
  /** What to give to the service's support: the correlation id. */
  readonly requestId?: string;
  readonly details?: readonly RemoteErrorDetail[];
  /** Milliseconds to wait, where the answer says it. */
  readonly retryAfter?: number;
}

export class RemoteError extends Error implements RemoteErrorAbout {
  override readonly name = 'RemoteError';
  readonly kind: RemoteErrorKind;
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
  readonly details: readonly RemoteErrorDetail[];
  readonly retryAfter?: number;

  /** @param message one sentence: what was asked and what came back; holds no secret and no URL with a signature */
  constructor(message: string, about: RemoteErrorAbout, options?: ErrorOptions) {
    super(message, options);
    this.kind = about.kind;
    this.details = about.details ?? [];
    if (about.status !== undefined) this.status = about.status;
    if (about.code !== undefined) this.code = about.code;
    if (about.requestId !== undefined) this.requestId = about.requestId;
    if (about.retryAfter !== undefined) this.retryAfter = about.retryAfter;
  }
}
