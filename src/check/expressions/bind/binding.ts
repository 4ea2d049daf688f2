/** The state of binding one expression: what was found, how much work was done, what `?.` was applied to. */
import type { CodeTraits } from '../../../syntax/csharp/ast.js';
import type { Bound } from './bound.js';
import type { ExpressionProblem } from './problem.js';
import { type MemberUsage, Transcript } from './transcript.js';

/** More nodes than this, lambdas bound again included, and nothing more is said of the expression. */
const STEP_LIMIT = 100_000;
const DEPTH_LIMIT = 600;

/** Thrown where going on would take too long or too deep; caught where the check begins. */
export class TooMuchWork extends Error {}

export class Binding {
  transcript = new Transcript();
  readonly traits: CodeTraits;
  /** What the `?.` and `?[` around the current node are applied to, innermost last. */
  readonly receivers: Bound[] = [];
  /** Within `unchecked(…)`, where numbers may overflow. */
  isUnchecked = false;
  #steps = 0;
  #depth = 0;

  constructor(traits: CodeTraits) {
    this.traits = traits;
  }

  report(problem: ExpressionProblem): void {
    this.transcript.problems.push(problem);
  }

  use(usage: MemberUsage): void {
    this.transcript.usages.push(usage);
  }

  /** Runs an action whose findings do not count, yet. */
  apart<T>(action: () => T): { result: T; transcript: Transcript } {
    const outer = this.transcript;
    const transcript = new Transcript();
    this.transcript = transcript;
    try {
      return { result: action(), transcript };
    } finally {
      this.transcript = outer;
    }
  }

  /** Goes one level deeper, within bounds; `leave` comes back, unless the work is given up as a whole. */
  enter(): void {
    if (++this.#steps > STEP_LIMIT || this.#depth >= DEPTH_LIMIT) throw new TooMuchWork();
    this.#depth++;
  }

  leave(): void {
    this.#depth--;
  }
}
