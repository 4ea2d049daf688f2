/** Several policies that stand where one is written: what patterns return. */
import type { AuthoredNode } from './authored.js';
import { callSite } from './call-site.js';
import { asPolicy, authoredNodes, type Policy, type Section } from './policy.js';

type Builder = (...args: never[]) => unknown;

/**
 * The policies as one value; the document holds them one after the other.
 * @param builder the pattern that the author called
 */
export function group<S extends Section>(builder: Builder, policies: readonly Policy<S>[]): Policy<S> {
  const children: AuthoredNode[] = authoredNodes(policies, builder.name);
  return asPolicy({ kind: 'group', children, callSite: callSite(builder, builder.name) });
}
