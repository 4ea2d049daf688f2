/** What the author of a priorityRouting pattern stated, kept on the choose it compiles to so that rules can hold it to it. */
import type { Origin } from './origin.js';

export interface PriorityRouting {
  /** Header or variable that carries the priority, for messages. */
  readonly subject: string;
  /** The priorities that callers may send, both ends included. */
  readonly domain: { readonly from: number; readonly to: number };
  readonly routes: readonly PriorityRoute[];
  /** Backend for everything else, a missing or unparsable header included. */
  readonly otherwise?: string;
}

/** Both ends are included. */
export interface PriorityRoute {
  readonly from: number;
  readonly to: number;
  readonly backend: string;
  readonly origin: Origin;
}
