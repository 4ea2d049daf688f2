/** Which parameter each argument of a call is for (ECMA-334 §11.6.2.2). */
import type { Method, ParameterDefinition, Property, Type } from '../../../catalog/expressions/type.js';
import type { ArgumentOperand } from './operand.js';

/** What can be called with arguments: a method, constructor, delegate's Invoke, or an indexer. */
export type Invocable = Method | Property;

export type Mapping =
  | { readonly kind: 'mapped'; readonly parameterOf: readonly number[] }
  /** More arguments than parameters. */
  | { readonly kind: 'no-parameter' }
  | { readonly kind: 'no-such-name' | 'name-used'; readonly argument: number }
  | { readonly kind: 'missing'; readonly parameter: number };

const TOO_MANY: Mapping = { kind: 'no-parameter' };

/** Whether the number of arguments alone leaves it open that they fit; parameters with a default value are the last ones. */
export function mayTake(parameters: readonly ParameterDefinition[], count: number): boolean {
  if (count > parameters.length) return hasParamsArray(parameters);
  const next = parameters[count];
  return next === undefined || next.isOptional || next.modifier === 'params';
}

/** @param isExpanded whether the last parameter, an array marked `params`, takes any number of arguments */
export function mapArguments(parameters: readonly ParameterDefinition[], callArguments: readonly ArgumentOperand[], isExpanded: boolean): Mapping {
  if (callArguments.length > parameters.length && !isExpanded) return TOO_MANY;
  return callArguments.every(isPositional) ? mapPositional(parameters, callArguments.length, isExpanded) : mapNamed(parameters, callArguments, isExpanded);
}

/** Whether the place of the argument says for which parameter it is. */
export function isPositional({ name }: ArgumentOperand): boolean {
  return name === undefined;
}

function mapPositional(parameters: readonly ParameterDefinition[], count: number, isExpanded: boolean): Mapping {
  const last = parameters.length - 1;
  for (let index = count; index <= last; index++) {
    if (parameters[index]?.isOptional === false && !(isExpanded && index === last)) return { kind: 'missing', parameter: index };
  }
  return { kind: 'mapped', parameterOf: isExpanded ? Array.from({ length: count }, (_, index) => Math.min(index, last)) : inOrder(count) };
}

const ORDERS: number[][] = [];

/** 0, 1, 2 …: the same list each time. */
function inOrder(count: number): readonly number[] {
  return (ORDERS[count] ??= Array.from({ length: count }, (_, index) => index));
}

function mapNamed(parameters: readonly ParameterDefinition[], callArguments: readonly ArgumentOperand[], isExpanded: boolean): Mapping {
  const last = parameters.length - 1;
  const taken = new Set<number>();
  const parameterOf: number[] = [];
  let hasNamed = false;
  for (const [index, { name }] of callArguments.entries()) {
    const parameter = name === undefined ? positional(index, last, isExpanded, hasNamed) : parameters.findIndex((each) => each.name === name);
    if (parameter === undefined) return TOO_MANY;
    if (parameter < 0) return { kind: 'no-such-name', argument: index };
    if (name !== undefined && taken.has(parameter)) return { kind: 'name-used', argument: index };
    hasNamed ||= name !== undefined;
    taken.add(parameter);
    parameterOf.push(parameter);
  }
  const missing = parameters.findIndex((each, index) => !taken.has(index) && !each.isOptional && !(isExpanded && index === last));
  return missing < 0 ? { kind: 'mapped', parameterOf } : { kind: 'missing', parameter: missing };
}

function positional(index: number, last: number, isExpanded: boolean, hasNamed: boolean): number | undefined {
  if (isExpanded && index >= last && !hasNamed) return last;
  return index <= last ? index : undefined;
}

/** Whether the last parameter is an array marked `params`. */
export function hasParamsArray(parameters: readonly ParameterDefinition[]): boolean {
  const last = parameters.at(-1);
  return last?.modifier === 'params' && last.type.kind === 'array' && last.type.rank === 1;
}

/** The type that an argument is converted to: in the expanded form the element of the `params` array. */
export function wantedType(parameters: readonly ParameterDefinition[], index: number, isExpanded: boolean): Type {
  const type = parameters[index]?.type ?? { kind: 'unknown' };
  return isExpanded && index === parameters.length - 1 && type.kind === 'array' ? type.element : type;
}
