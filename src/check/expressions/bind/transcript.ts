/** What binding a piece of code found out: kept apart while it is tried, joined when it counts. */
import type { TypeDefinition } from '../../../catalog/expressions/type.js';
import type { Span } from '../../../syntax/text/position.js';
import type { ConstantValue } from '../types/operand.js';
import type { ExpressionProblem } from './problem.js';
import type { Local } from './scope.js';

/** Where a member of a type is used. The gateway looks at some kinds of syntax only. Source: reference/expressions.md §2. */
export interface MemberUsage {
  readonly syntax: 'member-access' | 'conditional-member' | 'invocation' | 'element-access' | 'conditional-element' | 'creation' | 'initializer';
  /** The type that declares the member, which is the one that counts. */
  readonly declaringType: TypeDefinition;
  /** `.ctor` for a constructor, `Item` for an indexer, `Invoke` for calling a delegate. */
  readonly member: string;
  /** Of the overload that is called. */
  readonly parameterCount?: number;
  /** The whole access, call or creation. */
  readonly span: Span;
  /** The member's name, or the brackets' or the type's place. */
  readonly nameSpan: Span;
}

export class Transcript {
  readonly problems: ExpressionProblem[] = [];
  readonly usages: MemberUsage[] = [];
  /** Local variables by the node that names or declares them. */
  readonly locals = new Map<object, Local>();
  /** Values of constant conditions, by their node. */
  readonly constants = new Map<object, ConstantValue>();

  add(other: Transcript): void {
    this.problems.push(...other.problems);
    this.usages.push(...other.usages);
    for (const [node, local] of other.locals) this.locals.set(node, local);
    for (const [node, value] of other.constants) this.constants.set(node, value);
  }
}
