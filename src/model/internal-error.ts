/** A mistake of this tool's, not of its user's: shown with the request to report it. */

/** The message is one sentence, lower-case start, no final stop: what should have held and did not. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
