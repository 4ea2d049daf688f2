/** The type of a policy as authors handle it: which sections take it is part of the type. */
import type { SectionName } from '../model/scope.js';
import { UsageError } from '../model/usage-error.js';
import type { AuthoredElement, AuthoredNode } from './authored.js';

/** Exist in types only: no object carries them. */
declare const allowedSections: unique symbol;
declare const branchSections: unique symbol;

/** Where a policy may stand: one of the four sections of a `policies` document, or a GraphQL resolver. */
export type Section = SectionName | 'resolver';

/**
 * A policy that may stand in the sections `S`. One for more sections stands where one for fewer is asked for, so
 * `Policy<'inbound' | 'backend'>` fits where a `Policy<'inbound'>` is wanted, and a `Policy<'outbound'>` does not.
 */
export interface Policy<in S extends Section = Section> {
  readonly [allowedSections]: (section: S) => void;
  readonly kind: AuthoredNode['kind'];
}

/** `when(…)`: a branch of a choose, with policies for the sections `S`. */
export interface When<in S extends Section = Section> {
  readonly [branchSections]: (section: S) => void;
  readonly name: 'when';
}

/** `otherwise(…)`: the branch of a choose that runs when no condition holds. */
export interface Otherwise<in S extends Section = Section> {
  readonly [branchSections]: (section: S) => void;
  readonly name: 'otherwise';
}

/** Its name is what the compiler says when `base()` stands inside of a policy. */
interface StandsDirectlyInASection {
  readonly [allowedSections]: 'base()';
}

/** `base()`: stands directly in a section only, so it is no `Policy`. */
export interface Base {
  readonly [allowedSections]: StandsDirectlyInASection;
  readonly kind: 'element';
  readonly name: 'base';
}

/** What a section of a document holds. */
export type SectionItem<S extends SectionName> = Policy<S> | Base;

/** A node as the policy it is; the caller vouches for the sections. */
export function asPolicy<S extends Section>(node: AuthoredNode): Policy<S> {
  return node as AuthoredNode & Policy<S>;
}

/**
 * The nodes of a list of policies, in order.
 * @param place where the list stands, for the message: `inbound` or `retry`
 * @throws UsageError when an item is no policy, for authors who write JavaScript or cast
 */
export function authoredNodes(items: readonly (Policy<never> | Base)[], place: string): AuthoredNode[] {
  if (!Array.isArray(items)) throw new UsageError(`${place} takes a list of policies in [ ], not ${describe(items)}`);
  return items.map((item: unknown, index) => {
    if (!isAuthoredNode(item)) throw new UsageError(`item ${index + 1} of ${place} is ${describe(item)}, not a policy`);
    return item;
  });
}

export function isAuthoredElement(value: unknown): value is AuthoredElement {
  return isAuthoredNode(value) && value.kind === 'element';
}

const NODE_KINDS: ReadonlySet<unknown> = new Set(['element', 'text', 'comment', 'raw', 'group'] satisfies AuthoredNode['kind'][]);

function isAuthoredNode(value: unknown): value is AuthoredNode {
  return typeof value === 'object' && value !== null && 'kind' in value && NODE_KINDS.has(value.kind);
}

/** What a value is, in words for a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  if (typeof value === 'function') return 'a function that was not called';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return `the ${typeof value} ${String(value)}`;
}
