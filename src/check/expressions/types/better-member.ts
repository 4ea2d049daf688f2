/** Which of two members that both take the arguments is the better one (ECMA-334 §11.6.4.3–§11.6.4.7, with Roslyn's departures). */
import type { Method, Type } from '../../../catalog/expressions/type.js';
import type { Applicable } from './applicable.js';
import { typeConversion } from './conversions.js';
import { sameType, sameTypes } from './identity.js';
import { isVoid } from './kinds.js';
import { delegateInvoke } from './lookup-members.js';
import { type Invocable, wantedType } from './map-arguments.js';
import { resultOfLambda } from './infer-type-arguments.js';
import { isSigned, isUnsigned } from './numeric.js';
import type { ArgumentOperand, Operand } from './operand.js';

/** Above 0: the first is better; below: the second; 0: neither. */
export type Better = -1 | 0 | 1;

export function betterMember<M extends Invocable>(first: Applicable<M>, second: Applicable<M>, callArguments: readonly ArgumentOperand[]): Better {
  let better: Better = 0;
  let areSame = true;
  for (const [index, { operand }] of callArguments.entries()) {
    const [one, other] = [first.parameterTypes[index], second.parameterTypes[index]];
    if (one === undefined || other === undefined || sameType(one, other)) continue;
    areSame = false;
    const each = betterConversion(operand, one, other);
    if (each === 0) continue;
    if (better !== 0 && better !== each) return byNumberUsed(first, second, callArguments.length);
    better = each;
  }
  if (better !== 0) return better;
  if (!areSame || numberUsed(first, callArguments.length) !== numberUsed(second, callArguments.length)) return byNumberUsed(first, second, callArguments.length);
  return byForm(first, second, callArguments.length) || bySpecificity(first, second, callArguments.length);
}

/** Parameters that get a value, those by default and the elements of a `params` array included. */
function numberUsed({ member, isExpanded, parameterOf }: Applicable<Invocable>, given: number): number {
  const declared = member.parameters.length;
  if (!isExpanded) return declared;
  if (given >= declared) return given;
  return parameterOf.includes(declared - 1) ? declared : declared - 1;
}

/** Of members that use different numbers of parameters: the one in normal form, then the one that needs no default value. */
function byNumberUsed(first: Applicable<Invocable>, second: Applicable<Invocable>, given: number): Better {
  const [one, other] = [numberUsed(first, given), numberUsed(second, given)];
  if (one === other) return 0;
  if (first.isExpanded !== second.isExpanded) return first.isExpanded ? -1 : 1;
  if (one === given) return 1;
  return other === given ? -1 : 0;
}

/** Of members with the same parameter types: the one without type parameters, in normal form, with more parameters, without defaults. */
function byForm(first: Applicable<Invocable>, second: Applicable<Invocable>, given: number): Better {
  const isGeneric = ({ member }: Applicable<Invocable>): boolean => member.kind === 'method' && member.typeParameters.length > 0;
  if (isGeneric(first) !== isGeneric(second)) return isGeneric(first) ? -1 : 1;
  if (first.isExpanded !== second.isExpanded) return first.isExpanded ? -1 : 1;
  const [one, other] = [first.member.parameters.length, second.member.parameters.length];
  if (first.isExpanded && one !== other) return one > other ? 1 : -1;
  const usesDefault = ({ isExpanded, member }: Applicable<Invocable>): boolean => !isExpanded && member.parameters.length !== given;
  if (usesDefault(first) !== usesDefault(second)) return usesDefault(first) ? -1 : 1;
  return 0;
}

/** By the types as declared: `Func<T, int>` is more specific than `Func<T, TResult>`. */
function bySpecificity(first: Applicable<Invocable>, second: Applicable<Invocable>, given: number): Better {
  const declared = ({ member, parameterOf, isExpanded }: Applicable<Invocable>): Type[] => {
    const { parameters } = member.original ?? member;
    return Array.from({ length: given }, (_, index) => wantedType(parameters, parameterOf[index] ?? 0, isExpanded));
  };
  return moreSpecificOf(declared(first), declared(second));
}

function moreSpecificOf(first: readonly Type[], second: readonly Type[]): Better {
  let better: Better = 0;
  for (const [index, type] of first.entries()) {
    const each = moreSpecific(type, second[index] ?? type);
    if (each === 0) continue;
    if (better !== 0 && better !== each) return 0;
    better = each;
  }
  return better;
}

function moreSpecific(first: Type, second: Type): Better {
  const [isFirst, isSecond] = [first.kind === 'type-parameter', second.kind === 'type-parameter'];
  if (isFirst !== isSecond) return isFirst ? -1 : 1;
  if (first.kind === 'array' && second.kind === 'array') return moreSpecific(first.element, second.element);
  if (first.kind === 'named' && second.kind === 'named' && first.definition === second.definition) return moreSpecificOf(first.typeArguments, second.typeArguments);
  return 0;
}

/** Which of two types the expression converts to better, given that it converts to both. */
function betterConversion(operand: Operand, first: Type, second: Type): Better {
  if (sameType(first, second)) return 0;
  const [isFirst, isSecond] = [matchesExactly(operand, first), matchesExactly(operand, second)];
  if (isFirst !== isSecond) return isFirst ? 1 : -1;
  return isFirst ? 0 : betterTarget(first, second);
}

/** Whether the expression has the type, or is a function whose result has the type that the delegate returns. */
function matchesExactly(operand: Operand, type: Type): boolean {
  if (operand.kind === 'value') return sameType(operand.type, type);
  const invoke = operand.kind === 'lambda' ? delegateInvoke(type) : undefined;
  if (operand.kind !== 'lambda' || invoke === undefined || isVoid(invoke.returnType)) return false;
  const parameterTypes = invoke.parameters.map((parameter) => parameter.type);
  const result = resultOfLambda(operand, parameterTypes);
  if (result !== undefined && sameType(result, invoke.returnType)) return true;
  const { returns } = operand.bind(parameterTypes);
  return returns.length > 0 && returns.every((each) => matchesExactly(each, invoke.returnType));
}

/** The better type to convert to: the one that converts to the other, a signed integer rather than an unsigned one, a delegate by its result. */
function betterTarget(first: Type, second: Type): Better {
  const [forth, back] = [typeConversion(first, second) !== undefined, typeConversion(second, first) !== undefined];
  if (forth !== back) return forth ? 1 : -1;
  if (forth) return 0;
  if (isSigned(first) && isUnsigned(second)) return 1;
  if (isUnsigned(first) && isSigned(second)) return -1;
  const [one, other] = [delegateInvoke(first), delegateInvoke(second)];
  if (one === undefined || other === undefined || !sameTypes(typesOf(one), typesOf(other))) return 0;
  if (isVoid(one.returnType) !== isVoid(other.returnType)) return isVoid(one.returnType) ? -1 : 1;
  return isVoid(one.returnType) ? 0 : betterTarget(one.returnType, other.returnType);
}

function typesOf({ parameters }: Method): Type[] {
  return parameters.map((parameter) => parameter.type);
}
