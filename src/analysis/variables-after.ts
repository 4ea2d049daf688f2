/** What variables hold after the policies in front of a choose. */
import type { PolicyElement } from '../model/document.js';
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyValue } from '../model/value.js';
import type { Place } from '../model/walk.js';
import { type AssumedValue, type Assumption, UNKNOWN } from './assumed-value.js';
import { isReplacedLater } from './replaced-later.js';
import { runAssumed } from './run-assumed.js';
import { repeatedStepsBehind, type Step, stepsBefore, variableSet } from './steps-before.js';

/** The variables that surely have one value at the choose, whatever the request is. */
export function variablesBefore(choose: Place): ReadonlyMap<string, AssumedValue> {
  const steps = stepsBefore(choose);
  const repeated = repeatedStepsBehind(choose);
  if (steps === undefined || repeated === undefined || repeated.some(({ name }) => runsOtherPolicies(name))) return new Map();
  const { variables } = variablesAfter(steps, undefined);
  for (const element of repeated) variables.delete(variableSet(element)?.name ?? '');
  return variables;
}

/** @returns the variables, and whether the assumption still holds then: no policy has set the header */
export function variablesAfter(steps: readonly Step[], assumption: Assumption | undefined): { readonly variables: Map<string, AssumedValue>; readonly holds: boolean } {
  const variables = new Map<string, AssumedValue>();
  let holds = assumption !== undefined;
  for (const { element, runs } of steps) {
    if (runsOtherPolicies(element.name)) variables.clear();
    if (element.name === 'include-fragment' || (assumption !== undefined && assumption.kind !== 'variable' && changesSource(element, assumption))) holds = false;
    const set = variableSet(element);
    if (set !== undefined) variables.set(set.name, runs && set.value !== undefined ? assumedValue(set.value, holds ? assumption : undefined, variables) : UNKNOWN);
  }
  return { variables, holds };
}

/** What an attribute holds: a literal is a text. */
export function assumedValue(value: PolicyValue, assumption: Assumption | undefined, variables: ReadonlyMap<string, AssumedValue>): AssumedValue {
  if (value.kind === 'literal') return value.text.includes('{{') || isReplacedLater(value.text) ? UNKNOWN : value.text;
  if (value.kind === 'mixed') return UNKNOWN;
  const { code, problems } = parsedExpression(value);
  return problems.some(({ severity }) => severity === 'error') ? UNKNOWN : runAssumed(code, assumption, variables);
}

function runsOtherPolicies(name: string): boolean {
  return name === 'include-fragment' || name === 'base';
}

function changesSource({ name, attributes }: PolicyElement, assumption: Assumption): boolean {
  if (name !== (assumption.kind === 'header' ? 'set-header' : 'set-query-parameter')) return assumption.kind === 'query' && name === 'rewrite-uri';
  const target = attributes.find((attribute) => attribute.name === 'name')?.value;
  return target?.kind !== 'literal' || target.text.toLowerCase() === assumption.name.toLowerCase();
}
