/** Whether a member can be called with arguments, and if not, what is in the way (ECMA-334 §11.6.4.2). */
import type { Type } from '../../../catalog/expressions/type.js';
import { implicitConversion } from './conversions.js';
import { sameType } from './identity.js';
import { inferTypeArguments, isInferredFromReceiver } from './infer-type-arguments.js';
import { hasParamsArray, type Invocable, mapArguments, type Mapping, wantedType } from './map-arguments.js';
import type { ArgumentOperand } from './operand.js';
import { standardConversion } from './standard-conversion.js';
import { substituteMember } from './substitute.js';

/** A member with its type arguments put in, and how the arguments meet its parameters. */
export interface Matched<M extends Invocable> {
  readonly member: M;
  readonly typeArguments: readonly Type[];
  /** Each argument is an element of the `params` array from some point on. */
  readonly isExpanded: boolean;
  readonly parameterOf: readonly number[];
  /** For each argument the type it is converted to. */
  readonly parameterTypes: readonly Type[];
}
export interface Applicable<M extends Invocable> extends Matched<M> {
  readonly kind: 'applicable';
}
export type Inapplicable<M extends Invocable> =
  | Matched<M> & { readonly kind: 'bad-arguments'; readonly bad: readonly number[] }
  | { readonly kind: 'not-inferred' | 'receiver-not-inferred'; readonly member: M }
  | Exclude<Mapping, { kind: 'mapped' }> & { readonly member: M };

export interface CallForm {
  /** Written in the call; empty: they are inferred. */
  readonly typeArguments: readonly Type[];
  /** The first argument is what an extension method is called on. */
  readonly isExtensionCall: boolean;
}

/** Tries the member as declared and, when that fails, with its `params` array taken apart. */
export function tryMember<M extends Invocable>(member: M, callArguments: readonly ArgumentOperand[], form: CallForm): Applicable<M> | Inapplicable<M> {
  const normal = tryForm(member, callArguments, form, false);
  if (normal.kind === 'applicable' || !hasParamsArray(member.parameters)) return normal;
  const expanded = tryForm(member, callArguments, form, true);
  if (expanded.kind === 'applicable') return expanded;
  const isCountWrong = normal.kind === 'no-parameter' || normal.kind === 'missing';
  return isCountWrong && expanded.kind !== 'no-parameter' && expanded.kind !== 'missing' ? expanded : normal;
}

function tryForm<M extends Invocable>(member: M, callArguments: readonly ArgumentOperand[], form: CallForm, isExpanded: boolean): Applicable<M> | Inapplicable<M> {
  const mapping = mapArguments(member.parameters, callArguments, isExpanded);
  if (mapping.kind !== 'mapped') return { ...mapping, member };
  const { parameterOf } = mapping;
  const declared = parameterOf.map((parameter) => wantedType(member.parameters, parameter, isExpanded));
  const count = member.kind === 'method' ? member.typeParameters.length : 0;
  if (count === 0) return judged({ member, typeArguments: form.typeArguments, isExpanded, parameterOf, parameterTypes: declared }, callArguments, form);
  const typeArguments = form.typeArguments.length > 0 ? form.typeArguments : inferTypeArguments(count, callArguments, declared);
  if (typeArguments === undefined) return { kind: form.isExtensionCall && !tellsReceiver(count, callArguments, declared) ? 'receiver-not-inferred' : 'not-inferred', member };
  const made = substituteMember(member, { method: typeArguments });
  const parameterTypes = parameterOf.map((parameter) => wantedType(made.parameters, parameter, isExpanded));
  return judged({ member: made, typeArguments, isExpanded, parameterOf, parameterTypes }, callArguments, form);
}

/** Whether every argument converts to the type of its parameter. */
function judged<M extends Invocable>({ member, typeArguments, isExpanded, parameterOf, parameterTypes }: Matched<M>, callArguments: readonly ArgumentOperand[], form: CallForm): Applicable<M> | Inapplicable<M> {
  const bad: number[] = [];
  callArguments.forEach((argument, index) => {
    const { modifier } = member.parameters[parameterOf[index] ?? 0] ?? {};
    if (!takes(argument, modifier, parameterTypes[index], form.isExtensionCall && index === 0)) bad.push(index);
  });
  return bad.length === 0
    ? { kind: 'applicable', member, typeArguments, isExpanded, parameterOf, parameterTypes }
    : { kind: 'bad-arguments', member, typeArguments, isExpanded, parameterOf, parameterTypes, bad };
}

function tellsReceiver(count: number, [receiver]: readonly ArgumentOperand[], [wanted]: readonly Type[]): boolean {
  return receiver === undefined || wanted === undefined || isInferredFromReceiver(count, receiver, wanted);
}

function takes({ operand, modifier }: ArgumentOperand, wantedModifier: 'ref' | 'out' | 'params' | undefined, type: Type | undefined, isReceiver: boolean): boolean {
  if (modifier !== (wantedModifier === 'params' ? undefined : wantedModifier) || type === undefined) return false;
  if (modifier !== undefined) return operand.kind === 'value' ? sameType(operand.type, type) : implicitConversion(operand, type) !== undefined;
  if (!isReceiver || operand.kind !== 'value') return implicitConversion(operand, type) !== undefined;
  const conversion = standardConversion(operand.type, type);
  return conversion !== undefined && conversion.kind !== 'numeric' && conversion.kind !== 'nullable';
}
