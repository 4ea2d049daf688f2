/** Policy fragments as values: declared once, then included by reference or written out in place. */
import { UsageError } from '../model/usage-error.js';
import type { AuthoredDocument } from './authored.js';
import { buildPolicy } from './build-element.js';
import { callSite } from './call-site.js';
import { resourceName } from './documents.js';
import type { IncludeFragmentProperties } from './policies.generated.js';
import { asPolicy, authoredNodes, describe, type Policy, type Section } from './policy.js';

declare const fragmentSections: unique symbol;

/** A fragment whose policies may stand in the sections `S`. */
export interface Fragment<in S extends Section = Section> extends AuthoredDocument {
  readonly [fragmentSections]: (section: S) => void;
  readonly scope: { readonly kind: 'fragment'; readonly fragment: string };
}

/**
 * A policy fragment. Export it, so that it is built; use it with includeFragment or inline.
 * @param id the fragment's resource name, unique in the service
 * @example
 * export const identity = fragment('aoai-identity', [authenticationManagedIdentity({ resource: 'https://cognitiveservices.azure.com' })]);
 */
export function fragment<S extends Section>(id: string, policies: readonly Policy<S>[]): Fragment<S> {
  const site = callSite(fragment, fragment.name);
  const children = authoredNodes(policies, fragment.name);
  const document: AuthoredDocument = {
    kind: 'document',
    scope: { kind: 'fragment', fragment: resourceName(fragment, id) },
    root: { kind: 'element', name: 'fragment', attributes: [], children, callSite: site },
    callSite: site,
  };
  return document as Fragment<S>;
}

/**
 * Includes a fragment by reference: APIM inserts its policies at this place when the policy runs.
 * @see https://learn.microsoft.com/azure/api-management/include-fragment-policy
 * @example
 * includeFragment(identity)
 */
export function includeFragment<S extends Section>(fragment: Fragment<S>): Policy<S>;
/**
 * Includes a fragment that is declared elsewhere.
 * @example
 * includeFragment({ fragmentId: 'aoai-identity' })
 */
export function includeFragment(properties: IncludeFragmentProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'>;
export function includeFragment(target: Fragment<never> | IncludeFragmentProperties): Policy {
  return buildPolicy(includeFragment, 'include-fragment', isFragment(target) ? { fragmentId: target.scope.fragment } : target);
}

/**
 * The fragment's policies themselves, to be spread into a section; the service then needs no fragment.
 * @throws UsageError when it is given something else than a fragment
 * @example
 * inbound: [base(), ...inline(identity)]
 */
export function inline<S extends Section>(fragment: Fragment<S>): readonly Policy<S>[] {
  if (!isFragment(fragment)) throw new UsageError(`inline takes what fragment(…) made, not ${describe(fragment)}`);
  return fragment.root.children.map((node) => asPolicy<S>(node));
}

function isFragment(value: unknown): value is Fragment<never> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'document' && 'root' in value && 'scope' in value && scopeKind(value.scope) === 'fragment';
}

function scopeKind(scope: unknown): unknown {
  return typeof scope === 'object' && scope !== null && 'kind' in scope ? scope.kind : undefined;
}
