/** Chooses among overloads and makes the choice, or its failure, count. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { Expression } from '../../../syntax/csharp/ast.js';
import type { Span } from '../../../syntax/text/position.js';
import { displayOperand } from '../types/display.js';
import type { Invocable } from '../types/map-arguments.js';
import type { OverloadProblem } from '../types/overload-problem.js';
import { resolveOverload } from '../types/resolve-overload.js';
import { type BoundArgument, abandonArguments, argumentSpan, completeArguments } from './bind-arguments.js';
import { LOCAL_FUNCTIONS } from './local-functions.js';
import { type BoundValue, value } from './bound.js';
import { conversionHint, convert } from './convert.js';
import { failed } from './problem.js';
import type { Scope } from './scope.js';
import type { MemberUsage } from './transcript.js';

/** What is called, as written. */
export interface Call {
  readonly name: string;
  readonly node: Expression;
  /** Where the compiler reports that no overload fits. */
  readonly nameSpan: Span;
  readonly typeArguments: readonly Type[];
  /** What an extension method is called on: its first argument. */
  readonly receiver?: BoundValue;
  /** The delegate that is called. */
  readonly delegate?: Type;
  /** Absent where the gateway does not look at what is used. */
  readonly syntax?: MemberUsage['syntax'];
}

export type Choice<M extends Invocable> =
  | { readonly kind: 'chosen'; readonly member: M; complete(scope: Scope): BoundValue }
  | { readonly kind: 'failed'; report(scope: Scope): BoundValue }
  /** Too little is known, or there is no candidate. */
  | { readonly kind: 'unknown' };

/** The candidate that the arguments fit best. Nothing counts until the choice is completed or reported. */
export function chooseMember<M extends Invocable>(candidates: readonly M[], callArguments: readonly BoundArgument[], call: Call): Choice<M> {
  if (candidates.length === 0) return { kind: 'unknown' };
  const { name, typeArguments, receiver, delegate } = call;
  const given = receiver === undefined ? callArguments : [{ operand: receiver }, ...callArguments];
  const shift = given.length - callArguments.length;
  const result = resolveOverload(candidates, given, { name, typeArguments, isExtensionCall: receiver !== undefined, ...(delegate === undefined ? {} : { delegate }) });
  switch (result.kind) {
    case 'unknown':
      return result;
    case 'failed':
      return { kind: 'failed', report: (scope) => reportFailure({ ...result, isOnly: candidates.filter(({ parameters }) => parameters.length === given.length).length === 1 }, shift, callArguments, call, scope) };
    case 'chosen':
      return {
        kind: 'chosen',
        member: result.member,
        complete: (scope) => {
          completeArguments(callArguments, (index) => result.parameterTypes[index + shift], scope);
          recordUse(result.member, call, scope);
          return value(result.member.kind === 'method' ? result.member.returnType : result.member.type);
        },
      };
  }
}

function recordUse({ declaringType, name, parameters }: Invocable, { syntax, node, nameSpan }: Call, scope: Scope): void {
  if (syntax === undefined || declaringType === LOCAL_FUNCTIONS) return;
  // The brackets, which begin where the value before them ends.
  const place = node.kind === 'ElementAccessExpression' ? { start: node.expression.span.end, end: node.span.end } : nameSpan;
  scope.binding.use({ syntax, declaringType, member: name, parameterCount: parameters.length, span: node.span, nameSpan: place });
}

interface Failure extends OverloadProblem {
  /** No other candidate takes as many arguments, so that the type which it wants is the one to convert to. */
  readonly isOnly: boolean;
}

/** A mistake in the body of a lambda is why the call fails, and all that is said of it. */
function reportFailure(failure: Failure, shift: number, callArguments: readonly BoundArgument[], call: Call, scope: Scope): BoundValue {
  const { binding } = scope;
  const culprit = failure.argument === undefined ? undefined : callArguments[failure.argument - shift];
  const { transcript } = binding.apart(() => {
    if (culprit?.operand.kind === 'lambda' && failure.wanted !== undefined) convert(culprit.operand, failure.wanted, culprit.node.expression, scope);
    abandonArguments(callArguments.filter((one) => one !== culprit || failure.wanted === undefined));
  });
  const hasLambdaMistake = transcript.problems.length > 0;
  binding.transcript.add(transcript);
  if (!hasLambdaMistake) {
    const message = failure.message.replace(/^Argument \d+/u, `$& of ${call.name}`);
    binding.report(failed({ ...failure, message }, placeOf(failure, culprit, call), hintFor(failure, culprit, call)));
  }
  return value(UNKNOWN);
}

function hintFor({ roslyn, wanted, isOnly }: Failure, culprit: BoundArgument | undefined, { name }: Call): string | undefined {
  if (roslyn !== 'CS1503' || wanted === undefined || culprit?.operand.kind !== 'value') return undefined;
  // .NET Framework's Split takes characters or arrays. Source: reference/expressions.md §2.
  if (name === 'Split' && displayOperand(culprit.operand) === 'string') return "write 'x' for one character, or new[] { \"…\" }, StringSplitOptions.None";
  return isOnly ? conversionHint(culprit.operand, wanted) : undefined;
}

function placeOf({ roslyn }: OverloadProblem, culprit: BoundArgument | undefined, { nameSpan, receiver, node }: Call): Span {
  if (culprit !== undefined) return NAMED.has(roslyn) ? culprit.node.name?.span ?? culprit.node.span : argumentSpan(culprit);
  // The value before the dot is what does not fit.
  if (roslyn === 'CS1929' && receiver !== undefined && node.kind === 'InvocationExpression' && node.expression.kind === 'MemberAccessExpression') return node.expression.expression.span;
  return nameSpan;
}

/** Mistakes that the compiler reports at the name of an argument. */
const NAMED = new Set(['CS1739', 'CS1744', 'CS1746']);
