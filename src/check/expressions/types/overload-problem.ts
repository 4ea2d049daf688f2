/** Why a call fits no member, or several equally well: the compiler's order of reasons, its ids and its words. */
import type { Type } from '../../../catalog/expressions/type.js';
import type { Applicable, Inapplicable } from './applicable.js';
import { displayMember, displayOperand, displayParameter, displayType, lastPart } from './display.js';
import { delegateInvoke } from './lookup-members.js';
import type { Invocable } from './map-arguments.js';
import type { ArgumentOperand } from './operand.js';

export interface OverloadProblem {
  readonly roslyn: string;
  readonly message: string;
  /** The argument at fault, by its place in the call; absent when it is the call as a whole. */
  readonly argument?: number;
  /** What the argument at fault was wanted as: a lambda's own mistakes show when it is bound as this. */
  readonly wanted?: Type;
}

export interface CallDescription {
  /** As written in the call. */
  readonly name: string;
  readonly isExtensionCall: boolean;
  /** The delegate whose call this is. */
  readonly delegate?: Type;
}

export function ambiguousCall<M extends Invocable>([first, second]: readonly Applicable<M>[]): OverloadProblem {
  const display = (each: Applicable<M> | undefined): string => (each === undefined ? '?' : `'${displayMember(each.member.original ?? each.member)}'`);
  return { roslyn: 'CS0121', message: `The call is ambiguous between the following methods or properties: ${display(first)} and ${display(second)}` };
}

/** The reason that the compiler gives first, when no candidate takes the arguments. */
export function callProblem<M extends Invocable>(failures: readonly Inapplicable<M>[], callArguments: readonly ArgumentOperand[], call: CallDescription): OverloadProblem {
  const bad = failures.filter((failure) => failure.kind === 'bad-arguments');
  for (const failure of bad) {
    const lambda = failure.bad.find((index) => isBoundAs(callArguments[index], failure.parameterTypes[index]));
    if (lambda !== undefined) return badArgument(failure, lambda, callArguments, call);
  }
  for (const failure of bad) return badArgument(failure, failure.bad[0] ?? 0, callArguments, call);
  for (const { kind, member } of failures) {
    if (kind === 'not-inferred') {
      const message = `The type arguments for method '${displayMember(member.original ?? member)}' cannot be inferred from the usage. Try specifying the type arguments explicitly.`;
      return { roslyn: 'CS0411', message };
    }
  }
  if (failures.some((failure) => failure.kind === 'receiver-not-inferred')) return noSuchMember(callArguments, call);
  return countProblem(failures, callArguments, call);
}

/** Whether the argument is a function that was tried as the delegate: then its body says what is wrong. */
function isBoundAs(argument: ArgumentOperand | undefined, wanted: Type | undefined): boolean {
  if (argument?.operand.kind !== 'lambda' || wanted === undefined) return false;
  const invoke = delegateInvoke(wanted);
  return invoke !== undefined && (argument.operand.parameterCount ?? invoke.parameters.length) === invoke.parameters.length;
}

function noSuchMember([receiver]: readonly ArgumentOperand[], { name }: CallDescription): OverloadProblem {
  const type = receiver === undefined ? '?' : displayOperand(receiver.operand);
  return {
    roslyn: 'CS1061',
    message: `'${type}' does not contain a definition for '${name}' and no accessible extension method '${name}' accepting a first argument of type '${type}' could be found`,
  };
}

function badArgument<M extends Invocable>(
  failure: Extract<Inapplicable<M>, { kind: 'bad-arguments' }>, index: number, callArguments: readonly ArgumentOperand[], call: CallDescription,
): OverloadProblem {
  const argument = callArguments[index];
  const parameter = failure.member.parameters[failure.parameterOf[index] ?? 0];
  const wanted = failure.parameterTypes[index];
  if (argument === undefined || parameter === undefined || wanted === undefined) throw new Error('an argument at fault belongs to a parameter');
  const number = call.isExtensionCall ? index : index + 1;
  const { operand, modifier } = argument;
  const at = { argument: index, wanted };
  if (call.isExtensionCall && index === 0) {
    const message = `'${displayOperand(operand)}' does not contain a definition for '${call.name}' and the best extension method overload '${displayMember(failure.member)}' requires a receiver of type '${displayType(wanted)}'`;
    return { roslyn: 'CS1929', message, ...at };
  }
  const expected = parameter.modifier === 'params' ? undefined : parameter.modifier;
  if (modifier !== expected && (operand.kind === 'value' || operand.kind === 'out-var')) {
    return expected === undefined
      ? { roslyn: 'CS1615', message: `Argument ${number} may not be passed with the '${modifier}' keyword`, ...at }
      : { roslyn: 'CS1620', message: `Argument ${number} must be passed with the '${expected}' keyword`, ...at };
  }
  const given = modifier === undefined || operand.kind === 'out-var' ? displayOperand(operand) : `${modifier} ${displayOperand(operand)}`;
  const target = parameter.modifier === 'params' ? displayType(parameter.type.kind === 'array' ? parameter.type.element : parameter.type) : displayParameter(parameter);
  return { roslyn: 'CS1503', message: `Argument ${number}: cannot convert from '${given}' to '${target}'`, ...at };
}

/** Names and numbers of arguments: a missing one is named only when a single candidate misses one. */
function countProblem<M extends Invocable>(failures: readonly Inapplicable<M>[], callArguments: readonly ArgumentOperand[], call: CallDescription): OverloadProblem {
  const missing = failures.filter((failure) => failure.kind === 'missing');
  const [only] = missing;
  if (only !== undefined && missing.length === 1) {
    const target = call.delegate === undefined ? displayMember(only.member) : displayType(call.delegate);
    return { roslyn: 'CS7036', message: `There is no argument given that corresponds to the required parameter '${only.member.parameters[only.parameter]?.name ?? ''}' of '${target}'` };
  }
  if (missing.length === 0) {
    const named = lastOf(failures, 'name-used') ?? lastOf(failures, 'no-such-name');
    if (named !== undefined) return nameProblem(named, callArguments, call);
  }
  return wrongNumber(failures, callArguments, call);
}

type NameFailure<M extends Invocable> = Extract<Inapplicable<M>, { kind: 'no-such-name' | 'name-used' }>;

/** The candidate that got farthest through the arguments. */
function lastOf<M extends Invocable>(failures: readonly Inapplicable<M>[], kind: NameFailure<M>['kind']): NameFailure<M> | undefined {
  const found = failures.filter((failure): failure is NameFailure<M> => failure.kind === kind);
  return found.reduce<NameFailure<M> | undefined>((best, each) => (best === undefined || each.argument > best.argument ? each : best), undefined);
}

function nameProblem<M extends Invocable>({ kind, argument }: NameFailure<M>, callArguments: readonly ArgumentOperand[], call: CallDescription): OverloadProblem {
  const name = callArguments[argument]?.name ?? '';
  if (kind === 'name-used') {
    return { roslyn: 'CS1744', message: `Named argument '${name}' specifies a parameter for which a positional argument has already been given`, argument };
  }
  return call.delegate === undefined
    ? { roslyn: 'CS1739', message: `The best overload for '${lastPart(call.name)}' does not have a parameter named '${name}'`, argument }
    : { roslyn: 'CS1746', message: `The delegate '${displayType(call.delegate)}' does not have a parameter named '${name}'`, argument };
}

function wrongNumber<M extends Invocable>(failures: readonly Inapplicable<M>[], callArguments: readonly ArgumentOperand[], call: CallDescription): OverloadProblem {
  const count = call.isExtensionCall ? callArguments.length - 1 : callArguments.length;
  if (call.delegate !== undefined) return { roslyn: 'CS1593', message: `Delegate '${displayType(call.delegate)}' does not take ${count} arguments` };
  if (failures.some(({ member }) => member.name === '.ctor')) {
    return { roslyn: 'CS1729', message: `'${call.name}' does not contain a constructor that takes ${count} arguments` };
  }
  return { roslyn: 'CS1501', message: `No overload for method '${call.name}' takes ${count} arguments` };
}
