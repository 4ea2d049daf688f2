/** Builds choose and its branches: the one policy whose children hold policies of their own. */
import { UsageError } from '../model/usage-error.js';
import type { AuthoredElement } from './authored.js';
import { buildChild, buildPolicy } from './build-element.js';
import { asPolicy, describe, isAuthoredElement, type Otherwise, type Policy, type Section, type When } from './policy.js';

type Builder = (...args: never[]) => unknown;

export function buildWhen<S extends Section>(builder: Builder, condition: unknown, policies: readonly Policy<never>[]): When<S> {
  return buildChild(builder, 'choose', 'when', { condition }, policies) as AuthoredElement & When<S>;
}

export function buildOtherwise<S extends Section>(builder: Builder, policies: readonly Policy<never>[]): Otherwise<S> {
  return buildChild(builder, 'choose', 'otherwise', {}, policies) as AuthoredElement & Otherwise<S>;
}

/** @throws UsageError when a branch was not made by when or otherwise */
export function buildChoose<S extends Section>(
  builder: Builder,
  branches: When<never> | readonly When<never>[],
  otherwise: Otherwise<never> | undefined,
  properties: object | undefined,
): Policy<S> {
  const list: readonly unknown[] = Array.isArray(branches) ? branches : [branches];
  const children = [...list.map((branch) => branchElement(branch, 'when')), ...(otherwise === undefined ? [] : [branchElement(otherwise, 'otherwise')])];
  return buildPolicy(builder, 'choose', properties, children.map((child) => asPolicy<Section>(child)));
}

function branchElement(value: unknown, name: 'when' | 'otherwise'): AuthoredElement {
  if (isAuthoredElement(value) && value.name === name) return value;
  throw new UsageError(`choose takes branches made by ${name}(…), not ${describe(value)}`);
}
