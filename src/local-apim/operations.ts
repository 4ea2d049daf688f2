/** Long-running operations: what has been accepted and is not done yet, and what became of it. Source: reference/management-api.md §2.2. */
import type { JsonObject } from '../model/json.js';
import type { ServiceError } from './content/stored-policy.js';
import { identityOf } from './resource-name.js';

export interface OperationPlan {
  /** Of the resource. */
  readonly path: string;
  /** Whether there was nothing before. */
  readonly creates: boolean;
  /** What the resource is to hold. */
  readonly content: JsonObject;
  /** What its ETag is to be. */
  readonly etag: bigint;
  /** `lies`: says that it is done, and nothing is. */
  readonly outcome: 'succeeds' | 'lies' | { readonly error: ServiceError };
}

export interface Operation extends OperationPlan {
  /** 24 hexadecimal digits. */
  readonly id: string;
  readonly startedAt: number;
  readonly updatedAt: number;
  readonly state: 'running' | 'succeeded' | 'failed';
}

type RunningOperation = { -readonly [Key in keyof Operation]: Operation[Key] } & { pollsLeft: number };

/** An operation that nobody asks about is done after this time; the service does not wait to be asked. */
const LONGEST_MS = 1000;
/** Results that are kept for whoever asks. */
const MOST_FINISHED = 1000;
const ID_DIGITS = 24;

export class Operations {
  readonly #all = new Map<string, RunningOperation>();
  /** By the resource's identity: one at a time. */
  readonly #running = new Map<string, RunningOperation>();
  readonly #polls: number;
  readonly #apply: (operation: Operation) => void;
  readonly #now: () => number;
  #count = 0;

  /**
   * @param polls how often an operation is said to be running
   * @param apply puts what a successful one brings into the store
   * @param now milliseconds since 1970
   */
  constructor(polls: number, apply: (operation: Operation) => void, now: () => number = Date.now) {
    this.#polls = polls;
    this.#apply = apply;
    this.#now = now;
  }

  begin(plan: OperationPlan): Operation {
    this.#count += 1;
    const now = this.#now();
    const operation: RunningOperation = { ...plan, id: this.#count.toString(16).padStart(ID_DIGITS, '0'), startedAt: now, updatedAt: now, state: 'running', pollsLeft: this.#polls };
    this.#all.set(operation.id, operation);
    this.#running.set(identityOf(plan.path), operation);
    this.#forgetOldest();
    return operation;
  }

  /** One more question about it, which brings it nearer to its end; undefined for an id that was never given out, or long ago. */
  poll(id: string): Operation | undefined {
    const operation = this.#all.get(id);
    if (operation === undefined || operation.state !== 'running') return operation;
    if (operation.pollsLeft === 0) this.#settle(operation);
    else operation.pollsLeft -= 1;
    return operation;
  }

  /** What is under way on a resource. */
  runningOn(path: string): Operation | undefined {
    return this.#running.get(identityOf(path));
  }

  running(): Iterable<Operation> {
    return this.#running.values();
  }

  /** Ends those whose time is over; asked before each request. */
  settleOverdue(): void {
    const latestStart = this.#now() - LONGEST_MS;
    for (const operation of [...this.#running.values()]) if (operation.startedAt <= latestStart) this.#settle(operation);
  }

  settleAll(): void {
    for (const operation of [...this.#running.values()]) this.#settle(operation);
  }

  #settle(operation: RunningOperation): void {
    this.#running.delete(identityOf(operation.path));
    operation.state = typeof operation.outcome === 'object' ? 'failed' : 'succeeded';
    operation.updatedAt = this.#now();
    if (operation.outcome === 'succeeds') this.#apply(operation);
  }

  #forgetOldest(): void {
    for (const { id, state } of this.#all.values()) {
      if (this.#all.size <= MOST_FINISHED) return;
      if (state !== 'running') this.#all.delete(id);
    }
  }
}
