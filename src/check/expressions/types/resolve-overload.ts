/** Choosing among overloads (ECMA-334 §11.6.4). */
import type { Type } from '../../../catalog/expressions/type.js';
import { type Applicable, tryMember } from './applicable.js';
import { betterMember } from './better-member.js';
import { displayMember } from './display.js';
import { containsUnknown, sameType } from './identity.js';
import { introducedBy } from './lookup-members.js';
import { type Invocable, isPositional, mayTake } from './map-arguments.js';
import type { ArgumentOperand } from './operand.js';
import { ambiguousCall, callProblem, type OverloadProblem } from './overload-problem.js';
import { isDerivedFrom } from './supertypes.js';
import { constraintProblem } from './type-constraints.js';

export interface OverloadOptions {
  /** As written in the call; of a constructor the type's. */
  readonly name: string;
  readonly typeArguments?: readonly Type[];
  /** The first argument is what an extension method is called on. */
  readonly isExtensionCall?: boolean;
  /** The delegate whose Invoke is the one candidate. */
  readonly delegate?: Type;
}

export type OverloadResult<M extends Invocable> =
  | {
    readonly kind: 'chosen';
    /** With all type arguments put in. */
    readonly member: M;
    /** As declared. */
    readonly original: M;
    readonly typeArguments: readonly Type[];
    readonly isExpanded: boolean;
    /** For each argument the parameter it is for. */
    readonly parameterOf: readonly number[];
    /** For each argument the type it is converted to. */
    readonly parameterTypes: readonly Type[];
  }
  /** Arguments of unknown type leave it open, or no candidate is known to fail. */
  | { readonly kind: 'unknown' }
  | Failed;
type Failed = OverloadProblem & { readonly kind: 'failed' };

/**
 * The candidate that a call with these arguments means.
 * @param candidates all of one name, in terms of the type arguments of the type they are called on; extension methods as declared
 */
export function resolveOverload<M extends Invocable>(candidates: readonly M[], callArguments: readonly ArgumentOperand[], options: OverloadOptions): OverloadResult<M> {
  const { typeArguments = [], isExtensionCall = false } = options;
  const ofArity = typeArguments.length === 0 ? candidates : candidates.filter((candidate) => arityOf(candidate) === typeArguments.length);
  const [any] = candidates;
  const misplaced = positionalBehindNamed(callArguments);
  if (misplaced !== undefined) return misplaced;
  if (any !== undefined && ofArity.length === 0) return wrongArity(any, options.name);
  const form = { typeArguments, isExtensionCall };
  const applicable: Applicable<M>[] = [];
  for (const candidate of ofArity) {
    const result = mayTake(candidate.parameters, callArguments.length) ? tryMember(candidate, callArguments, form) : undefined;
    if (result?.kind === 'applicable') applicable.push(result);
  }
  if (applicable.length === 0) {
    if (callArguments.some(isUncertain)) return { kind: 'unknown' };
    const failures = ofArity.map((candidate) => tryMember(candidate, callArguments, form)).filter((result) => result.kind !== 'applicable');
    return { kind: 'failed', ...callProblem(failures, callArguments, { name: options.name, isExtensionCall, ...(options.delegate === undefined ? {} : { delegate: options.delegate }) }) };
  }
  return choose(isExtensionCall ? applicable : mostDerived(applicable), callArguments);
}

/** C# 7.0 takes named arguments at the end alone. */
function positionalBehindNamed(callArguments: readonly ArgumentOperand[]): Failed | undefined {
  if (callArguments.every(isPositional)) return undefined;
  const named = callArguments.findIndex(({ name }) => name !== undefined);
  const argument = callArguments.findIndex(({ name }, index) => index > named && name === undefined);
  return argument < 0 ? undefined : { kind: 'failed', roslyn: 'CS1738', message: 'Named argument specifications must appear after all fixed arguments have been specified', argument };
}

function arityOf(member: Invocable): number {
  return member.kind === 'method' ? member.typeParameters.length : 0;
}

function wrongArity(member: Invocable, name: string): Failed {
  const arity = arityOf(member);
  return arity === 0
    ? { kind: 'failed', roslyn: 'CS0308', message: `The non-generic method '${displayMember(member)}' cannot be used with type arguments` }
    : { kind: 'failed', roslyn: 'CS0305', message: `Using the generic method '${name}' requires ${arity} type arguments` };
}

/** Whether so little is known of an argument that a failure may be no mistake. */
function isUncertain({ operand }: ArgumentOperand): boolean {
  switch (operand.kind) {
    case 'value':
      return containsUnknown(operand.type);
    case 'out-var':
      return operand.type !== undefined && containsUnknown(operand.type);
    case 'lambda':
      return operand.parameterTypes?.some(containsUnknown) === true;
    case 'method-group':
      return operand.receiver !== undefined && containsUnknown(operand.receiver);
    default:
      return false;
  }
}

/** Without the members of base types, where a more derived type has one that takes the arguments. */
function mostDerived<M extends Invocable>(applicable: readonly Applicable<M>[]): readonly Applicable<M>[] {
  if (applicable.length < 2) return applicable;
  const introducers = applicable.map(({ member }) => introducedBy(member));
  if (introducers.every((introducer) => introducer === introducers[0])) return applicable;
  return applicable.filter((_, index) => {
    const own = introducers[index];
    return own === undefined || !introducers.some((other) => isDerivedFrom(other, own));
  });
}

function choose<M extends Invocable>(applicable: readonly Applicable<M>[], callArguments: readonly ArgumentOperand[]): OverloadResult<M> {
  const best = applicable.length === 1 ? applicable[0]
    : applicable.find((one) => applicable.every((other) => other === one || betterMember(one, other, callArguments) === 1));
  if (best === undefined) return callArguments.some(isUncertain) || applicable.some(isOpenEnded) ? agreed(applicable) : { kind: 'failed', ...ambiguousCall(applicable) };
  const { member, typeArguments } = best;
  if (member.kind === 'method' && typeArguments.length > 0) {
    const problem = constraintProblem(member.typeParameters, typeArguments, displayMember(member.original ?? member), 'method');
    if (problem !== undefined) return { kind: 'failed', ...problem };
  }
  return chosen(best);
}

function isOpenEnded({ parameterTypes }: Applicable<Invocable>): boolean {
  return parameterTypes.some(containsUnknown);
}

/** What several candidates, between which unknown arguments cannot decide, have in common: any of them when they give the same type. */
function agreed<M extends Invocable>(applicable: readonly Applicable<M>[]): OverloadResult<M> {
  const [first, ...others] = applicable;
  return first !== undefined && others.every(({ member }) => sameType(resultOf(member), resultOf(first.member))) ? chosen(first) : { kind: 'unknown' };
}

function resultOf(member: Invocable): Type {
  return member.kind === 'method' ? member.returnType : member.type;
}

function chosen<M extends Invocable>({ member, typeArguments, isExpanded, parameterOf, parameterTypes }: Applicable<M>): OverloadResult<M> {
  return { kind: 'chosen', member, original: originalOf(member), typeArguments, isExpanded, parameterOf, parameterTypes };
}

function originalOf<M extends Invocable>(member: M): M;
function originalOf(member: Invocable): Invocable {
  return member.original ?? member;
}

