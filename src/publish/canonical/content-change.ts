/** One difference between what a resource holds and what it is to hold. */

export interface ContentChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** In a policy `inbound/choose[1]/when[2]/@condition`, an element's own path when all of it comes or goes; elsewhere `circuitBreaker/tripDuration`. */
  readonly path: string;
  /** Absent when added. One line of an element (`<set-backend-service backend-id="x" />`), or a value. Holds no secret. */
  readonly before?: string;
  /** Absent when removed. */
  readonly after?: string;
}
