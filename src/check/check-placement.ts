/**
 * May a policy stand where it stands: section, fragment, scope, gateway. Source: reference/policy-documents.md, "Sections",
 * "base", "Fragments" and "Scopes and merging"; the sections, scopes and gateways of each policy are its page's.
 */
import type { ElementSpec } from '../catalog/element-spec.js';
import type { ScopeKind } from '../model/scope.js';
import type { Place } from '../model/walk.js';
import type { CheckContext } from './check-context.js';
import { renamedElement } from './renaming.js';
import { listed } from './shown-text.js';

/** Checks a policy that stands among the policies of a section, at any depth. */
export function checkPlacement(context: CheckContext, place: Place, spec: ElementSpec): void {
  if (spec.name === 'base') {
    checkBase(context, place);
    return;
  }
  if (!isRefusedInFragment(context, place)) checkSection(context, place, spec);
  checkAvailability(context, place, spec);
}

/** Checks a policy that the element around it takes by name: that element's page says in which sections. */
export function checkContainedPolicy(context: CheckContext, place: Place, spec: ElementSpec): void {
  isRefusedInFragment(context, place);
  checkAvailability(context, place, spec);
}

function checkBase(context: CheckContext, place: Place): void {
  const { document } = context;
  const { element, parent } = place;
  if (document.kind === 'fragment') {
    context.report({
      code: 'base-outside-section', severity: 'error', at: element.origin, place,
      message: 'base stands in a policy fragment, which inherits nothing', hint: 'write base in the section that includes the fragment',
    });
  } else if (document.kind === 'resolver' || document.scope?.kind === 'global') {
    context.report({
      code: 'base-without-parent', at: element.origin, place,
      message: `base stands in the document of ${document.kind === 'resolver' ? 'a resolver' : 'the global scope'}, which has nothing to inherit`, hint: 'remove it',
    });
  } else if (parent !== undefined && parent.element.name !== place.section) {
    context.report({
      code: 'base-outside-section', at: element.origin, place,
      message: `base stands in ${parent.element.name}, but is documented only directly in a section`, hint: 'move it out, directly into the section',
    });
  }
}

function isRefusedInFragment(context: CheckContext, place: Place): boolean {
  if (context.document.kind !== 'fragment' || place.element.name !== 'include-fragment') return false;
  context.report({
    code: 'nested-fragment', at: place.element.origin, place,
    message: 'include-fragment stands in a policy fragment, and fragments cannot include others',
    hint: 'write the policies of the other fragment here, or include both side by side',
  });
  return true;
}

function checkSection(context: CheckContext, place: Place, { name, sections, observedSections, content }: ElementSpec): void {
  const { section, element } = place;
  if (sections.every((known) => known === 'resolver')) {
    // A constraint may say more exactly where it stands.
    if ((section === undefined && context.document.kind !== 'policies') || content.constraints.some(({ kind }) => kind === 'parent')) return;
    context.report({
      code: 'misplaced-policy', at: element.origin, place,
      message: `${name} stands in a section, but works only in a GraphQL resolver`, hint: 'move it into the document of the resolver',
    });
    return;
  }
  if (section === undefined || sections.includes(section)) return;
  if (observedSections.includes(section)) {
    context.report({
      code: 'undocumented-section', at: element.origin, place,
      message: `${name} stands in ${section}, which its reference page does not list, though it is seen in practice`, hint: `its page lists ${listed(sections, 'and')}`,
    });
    return;
  }
  context.report({
    code: 'misplaced-policy', at: element.origin, place,
    message: `${name} stands in ${section}, but is allowed only in ${listed(sections, 'and')}`, hint: `move it to ${listed(sections, 'or')}`,
  });
}

function checkAvailability(context: CheckContext, place: Place, spec: ElementSpec): void {
  const { document, options } = context;
  const { name, scopes, gateways, supersededBy } = spec;
  const scope: ScopeKind | undefined = document.scope === undefined || document.scope.kind === 'fragment' ? undefined : document.scope.kind;
  const at = place.element.origin;
  if (scope !== undefined && scope !== 'resolver' && scopes.length > 0 && !scopes.includes(scope)) {
    context.report({
      code: 'unavailable-in-scope', at, place,
      message: `${name} stands in a policy of the ${scope} scope, but is available only at ${listed(scopes, 'and')}`,
      hint: `move it to the policy of ${listed(scopes, 'or')}`,
    });
  }
  const missing = gateways.length === 0 ? [] : (options.gateways ?? []).filter((gateway) => !gateways.includes(gateway));
  if (missing.length > 0) {
    context.report({
      code: 'unavailable-on-gateway', at, place,
      message: `${name} is not available on the configured ${listed(missing, 'and')} gateway, which refuses it`,
      hint: `it runs on ${listed(gateways, 'and')}; see gateway in the configuration`,
    });
  }
  if (supersededBy !== undefined) {
    context.report({
      code: 'superseded-policy', at, place,
      message: `${name} is the older name of ${supersededBy}, which takes the same content and more models`, hint: `write ${supersededBy}`,
      // The successor counts and limits on its own: whether that is wanted now is the author's to say.
      fix: renamedElement(document, place.element, supersededBy, 'unsafe'),
    });
  }
}
