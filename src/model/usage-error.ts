/** A mistake of the person who calls the tool or writes a policy: shown as its message alone, one sentence that says what to do. */

export class UsageError extends Error {
  override readonly name = 'UsageError';
}
