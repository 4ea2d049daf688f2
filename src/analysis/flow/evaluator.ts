/** What the parts of the walk over an expression ask of each other. */
import type { Argument, Expression, Statement } from '../../syntax/csharp/ast.js';
import type { Span } from '../../syntax/text/position.js';
import type { Access } from './access.js';
import type { Known, Reached } from './facts.js';
import type { Value } from './value.js';

type Unplaced<A> = A extends unknown ? Omit<A, 'caught'> : never;

export interface Evaluator {
  evaluate(expression: Expression, facts: Reached): Value;
  /** Everything in them, in their order: what holds afterwards. */
  evaluateArguments(list: readonly Argument[], facts: Reached): Reached;
  /** A function's body: what its returns give. */
  evaluateBody(statements: readonly Statement[], facts: Reached): Value;
  /** Uses a member of a value, which throws when it is null: what holds if it did not. */
  dereference(value: Value, span: Span, facts?: Reached): Reached;
  knownOf(path: string, facts: Reached): Known | undefined;
  record(access: Unplaced<Access>): void;
  /** A name that stands for a value from here on. */
  bind(name: string, value: Value): void;
  /** Walks code whose exceptions go no further. */
  inTry(walk: () => Reached): Reached;
}
