/** Why a push, or its rollback, could not do what it should with one resource. */
import type { ContentChange } from '../canonical/content-change.js';
import type { Address } from '../resource-key.js';

export class PushError extends Error {
  override readonly name = 'PushError';
  readonly address: Address;
  /** Where what the service stores differs from what was sent. */
  readonly differences: readonly ContentChange[];

  /** @param message one sentence that names the resource; holds no secret */
  constructor(address: Address, message: string, options: ErrorOptions & { readonly differences?: readonly ContentChange[] } = {}) {
    super(message, options);
    this.address = address;
    this.differences = options.differences ?? [];
  }
}
