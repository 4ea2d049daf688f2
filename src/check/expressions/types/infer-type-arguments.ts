/** Finding the type arguments of a generic method from the arguments of its call (ECMA-334 §11.6.3). */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import { bestCommonType } from './best-common-type.js';
import { BoundSet } from './type-bounds.js';
import { isVoid } from './kinds.js';
import { delegateInvoke } from './lookup-members.js';
import type { ArgumentOperand, LambdaOperand, Operand } from './operand.js';
import { substitute } from './substitute.js';

/** An argument with the type of its parameter, which mentions the method's type parameters. */
interface Pair {
  readonly argument: ArgumentOperand;
  readonly type: Type;
}

/**
 * The type arguments, by ordinal, or undefined when they cannot be found. One that hangs on something unknown is unknown.
 * @param wanted for each argument the type of its parameter as the method declares it
 */
export function inferTypeArguments(count: number, callArguments: readonly ArgumentOperand[], wanted: readonly Type[]): readonly Type[] | undefined {
  const pairs = pairsOf(callArguments, wanted);
  const bounds = new BoundSet(count);
  for (const pair of pairs) inferFromType(pair, bounds);
  while (!bounds.areAllFixed()) {
    for (const pair of pairs) inferFromResult(pair, bounds);
    const dependencies = dependenciesOf(pairs, bounds);
    const independent = bounds.unfixed().filter((ordinal) => bounds.has(ordinal) && !dependsOnUnfixed(ordinal, dependencies, bounds));
    const next = independent.length > 0 ? independent : bounds.unfixed().filter((ordinal) => bounds.has(ordinal) && isDependedOn(ordinal, dependencies));
    if (next.length === 0 || !next.every((ordinal) => bounds.fix(ordinal))) return undefined;
  }
  return bounds.fixed();
}

/** Whether the receiver of an extension method alone tells the type parameters that its parameter mentions. */
export function isInferredFromReceiver(count: number, receiver: ArgumentOperand, wanted: Type): boolean {
  const bounds = new BoundSet(count);
  inferFromType({ argument: receiver, type: wanted }, bounds);
  return bounds.mentionedIn(wanted).every((ordinal) => bounds.has(ordinal) && bounds.fix(ordinal));
}

function pairsOf(callArguments: readonly ArgumentOperand[], wanted: readonly Type[]): readonly Pair[] {
  return callArguments.flatMap((argument, index) => {
    const type = wanted[index];
    return type === undefined ? [] : [{ argument, type }];
  });
}

/** The first phase: what the types of values, and the written parameter types of functions, say. */
function inferFromType({ argument: { operand, modifier }, type }: Pair, bounds: BoundSet): void {
  if (operand.kind === 'value') {
    if (modifier === undefined) bounds.lower(operand.type, type);
    else bounds.exact(operand.type, type);
  } else if (operand.kind === 'out-var' && operand.type !== undefined) bounds.exact(operand.type, type);
  else if (operand.kind === 'lambda' && operand.parameterTypes !== undefined) {
    const parameters = delegateInvoke(type)?.parameters ?? [];
    operand.parameterTypes.forEach((written, index) => {
      const parameter = parameters[index];
      if (parameter !== undefined && parameters.length === operand.parameterTypes?.length) bounds.exact(written, parameter.type);
    });
  }
}

/** The second phase: what a function gives, once the types of its parameters are known. */
function inferFromResult({ argument: { operand }, type }: Pair, bounds: BoundSet): void {
  if (operand.kind !== 'lambda' && operand.kind !== 'method-group') return;
  const invoke = delegateInvoke(type);
  if (invoke === undefined || bounds.unfixedIn(invoke.returnType).length === 0 || inputsOf(operand, type).some((input) => bounds.unfixedIn(input).length > 0)) return;
  const parameterTypes = invoke.parameters.map((parameter) => substitute(parameter.type, { method: bounds.known() }));
  const result = operand.kind === 'lambda' ? resultOfLambda(operand, parameterTypes) : operand.resolve(parameterTypes)?.returnType;
  if (result !== undefined) bounds.lower(result, invoke.returnType);
}

/** The inferred type of what a lambda returns; undefined when it returns nothing, or values without a common type. */
export function resultOfLambda(lambda: LambdaOperand, parameterTypes: readonly Type[]): Type | undefined {
  if (lambda.parameterCount !== undefined && lambda.parameterCount !== parameterTypes.length) return undefined;
  const body = lambda.bind(lambda.parameterTypes ?? parameterTypes);
  const type = bestCommonType(body.returns);
  if (type === undefined || isVoid(type)) return body.compiles || body.returns.length === 0 ? undefined : UNKNOWN;
  return type;
}

/** What must be known before the function's result can be: the parameters of the delegate, where the function does not write them. */
function inputsOf(operand: Operand, type: Type): readonly Type[] {
  const writesTypes = operand.kind === 'lambda' && (operand.parameterTypes !== undefined || operand.parameterCount === undefined);
  if ((operand.kind !== 'lambda' && operand.kind !== 'method-group') || writesTypes) return [];
  return delegateInvoke(type)?.parameters.map((parameter) => parameter.type) ?? [];
}

/** Which unfixed type parameters stand in the result of a function whose parameters mention which others. */
function dependenciesOf(pairs: readonly Pair[], bounds: BoundSet): ReadonlyMap<number, ReadonlySet<number>> {
  const direct = new Map<number, Set<number>>();
  for (const { argument: { operand }, type } of pairs) {
    if (operand.kind !== 'lambda' && operand.kind !== 'method-group') continue;
    const results = bounds.unfixedIn(delegateInvoke(type)?.returnType ?? UNKNOWN);
    const inputs = inputsOf(operand, type).flatMap((input) => bounds.unfixedIn(input));
    for (const result of results) {
      const known = direct.get(result) ?? new Set();
      for (const input of inputs) known.add(input);
      direct.set(result, known);
    }
  }
  for (const [result, inputs] of direct) for (const input of inputs) for (const further of direct.get(input) ?? []) direct.get(result)?.add(further);
  return direct;
}

function dependsOnUnfixed(ordinal: number, dependencies: ReadonlyMap<number, ReadonlySet<number>>, bounds: BoundSet): boolean {
  return [...dependencies.get(ordinal) ?? []].some((other) => other !== ordinal && !bounds.isFixed(other));
}

function isDependedOn(ordinal: number, dependencies: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  return [...dependencies.values()].some((inputs) => inputs.has(ordinal));
}
