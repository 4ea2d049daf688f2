/** Which variables surely have a value at a place, and where loops and switches are left to. */
import type { Span } from '../../../syntax/text/position.js';
import { type ExpressionProblem, problem } from './problem.js';
import type { Local } from './scope.js';

/** A set of variables, one bit each: those that surely have a value. */
export type Assigned = bigint;

/** Where no execution arrives every variable counts as assigned, so that meeting such a path changes nothing. */
export const UNREACHABLE: Assigned = -1n;

/** What holds where two paths meet. */
export function meet(a: Assigned, b: Assigned): Assigned {
  return a & b;
}

/** A statement that `break` or `continue` leaves. */
export interface Leaving {
  readonly kind: 'loop' | 'switch';
  /** What holds where its `break`s go to. */
  broken: Assigned;
  /** What holds where its `continue`s go to. */
  continued: Assigned;
}

export class AssignmentState {
  now: Assigned = 0n;
  /** Around the current statement, innermost last. */
  leaving: Leaving[] = [];
  isInCatch = false;
  isInFinally = false;
  readonly problems: ExpressionProblem[] = [];
  readonly #bits = new Map<Local, bigint>();
  readonly #reported = new Set<Local>();
  /** Variables that count as assigned everywhere. */
  readonly #exempt: ReadonlySet<Local>;

  constructor(exempt: ReadonlySet<Local>) {
    this.#exempt = exempt;
  }

  /** A variable comes into being without a value. */
  declare(local: Local): void {
    if (this.#exempt.has(local) || this.now === UNREACHABLE) return;
    this.now &= ~this.#bitOf(local);
  }

  assign(local: Local): void {
    const bit = this.#bits.get(local);
    if (bit !== undefined) this.now |= bit;
  }

  /** Reports the first use of a variable without a value. */
  use(local: Local, span: Span): void {
    const bit = this.#bits.get(local);
    if (bit === undefined || (this.now & bit) !== 0n || this.#reported.has(local)) return;
    this.#reported.add(local);
    this.problems.push(problem('CS0165', span, `the variable "${local.name}" may have no value here: not every way that leads here assigns one`, 'give it a value where it is declared'));
  }

  /** The variables known so far, all with a value. */
  all(): Assigned {
    return (1n << BigInt(this.#bits.size)) - 1n;
  }

  #bitOf(local: Local): bigint {
    const known = this.#bits.get(local);
    if (known !== undefined) return known;
    const bit = 1n << BigInt(this.#bits.size);
    this.#bits.set(local, bit);
    return bit;
  }
}
