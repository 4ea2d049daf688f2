/** Roots and sections of a document. Source: reference/policy-documents.md, "Root elements", "Sections" and "Fragments". */
import { childElementNames, elementNames, findElement } from '../catalog/elements.js';
import type { ContentSpec } from '../catalog/element-spec.js';
import type { Origin } from '../model/origin.js';
import { isSectionName, SECTION_NAMES } from '../model/scope.js';
import { type Place, rootPlaces } from '../model/walk.js';
import { closestName } from '../syntax/text/closest-name.js';
import { checkAttributes } from './check-attributes.js';
import type { CheckContext } from './check-context.js';
import { checkPolicies, checkPolicy } from './check-policy.js';
import { reportTextAmongElements } from './check-text.js';
import { renamedElement, spellingSafety } from './renaming.js';
import { listed } from './shown-text.js';

/** `policies`, sections and `fragment` take no attributes; no page says so, Microsoft's schema does. */
const CONTAINER: ContentSpec = { attributes: [], text: null, children: [], contains: 'policies', constraints: [], anyChildren: false };

/** Microsoft's page on the architecture of fragments writes the fragment's id on its root. */
const FRAGMENT_ROOT_ATTRIBUTE = 'fragment-id';

export function checkStructure(context: CheckContext): void {
  const { document } = context;
  const roots = rootPlaces(document);
  if (roots.length === 0) {
    reportEmpty(context);
    return;
  }
  switch (document.kind) {
    case 'policies':
      onlyRoot(context, roots, 'policies', checkPoliciesRoot);
      break;
    case 'fragment':
      onlyRoot(context, roots, 'fragment', checkFragmentRoot);
      break;
    case 'resolver':
      for (const root of roots) checkPolicy(context, root);
      reportTextAmongElements(context, document.roots, 'around the root element', undefined);
      break;
    case 'snippet':
      for (const root of roots) checkSnippetRoot(context, root);
      break;
  }
}

function reportEmpty(context: CheckContext): void {
  context.report({
    code: 'empty-document',
    at: start(context.document.origin),
    message: 'the document holds no element, so there is no policy in it',
    hint: 'write <policies>, or <fragment> for a policy fragment',
  });
}

function start({ file, range }: Origin): Origin {
  return { file, range: { start: range.start, end: range.start } };
}

/** Checks the root; what stands around it is one finding each. */
function onlyRoot(context: CheckContext, roots: readonly Place[], name: string, check: (context: CheckContext, root: Place) => void): void {
  let first: Place | undefined;
  for (const root of roots) {
    if (root.element.name === name && first === undefined) {
      first = root;
      check(context, root);
      continue;
    }
    context.report({
      code: 'several-roots',
      at: root.element.origin,
      place: root,
      message: `${root.element.name} stands beside the root element ${name}, but a document has one root`,
      hint: isSectionName(root.element.name) || findElement(root.element.name) !== undefined ? `move it into ${name}` : 'write one document per file',
    });
  }
  reportTextAmongElements(context, context.document.roots, `outside of ${name}`, undefined);
}

function checkPoliciesRoot(context: CheckContext, root: Place): void {
  checkContainer(context, root);
  const seen = new Map<string, Place>();
  for (const place of root.children()) {
    const { element } = place;
    if (!isSectionName(element.name)) {
      reportNoSection(context, place);
      continue;
    }
    const first = seen.get(element.name);
    if (first === undefined) seen.set(element.name, place);
    else {
      context.report({
        code: 'duplicate-section',
        at: element.origin,
        place,
        message: `the section ${element.name} stands twice in one document`,
        hint: 'join the two into one',
        related: [{ message: 'the first one', at: first.element.origin }],
      });
    }
    checkContainer(context, place);
    checkPolicies(context, place);
  }
}

function reportNoSection(context: CheckContext, place: Place): void {
  const { name, origin } = place.element;
  if (findElement(name) !== undefined) {
    const message = `${name} stands directly in policies, where only sections may`;
    context.report({ code: 'policy-outside-section', at: origin, place, message, hint: `move it into ${listed(SECTION_NAMES, 'or')}` });
    return;
  }
  const meant = closestName(name, SECTION_NAMES);
  const policy = closestName(name, elementNames());
  const otherHint = policy === undefined ? `the sections are ${listed(SECTION_NAMES, 'and')}` : `did you mean the policy ${policy}? it belongs into a section`;
  context.report({
    code: 'unknown-section', at: origin, place, message: `policies has no section ${name}`, hint: meant === undefined ? otherHint : `did you mean ${meant}?`,
    fix: meant === undefined ? undefined : renamedElement(context.document, place.element, meant, spellingSafety(name, meant, SECTION_NAMES)),
  });
}

function checkFragmentRoot(context: CheckContext, root: Place): void {
  checkContainer(context, root);
  checkPolicies(context, root);
}

/** A snippet's root may be a section, a policy, or what stands in one: of the latter nothing is known here. */
function checkSnippetRoot(context: CheckContext, root: Place): void {
  const { name, origin } = root.element;
  if (isSectionName(name)) {
    checkContainer(context, root);
    checkPolicies(context, root);
    return;
  }
  if (findElement(name) !== undefined) {
    checkPolicy(context, root);
    return;
  }
  if (childElementNames().has(name)) return;
  const meant = closestName(name, [...elementNames(), 'policies', 'fragment', ...SECTION_NAMES]);
  context.report({
    code: 'unknown-policy',
    severity: meant === 'policies' || meant === 'fragment' ? 'error' : 'warning',
    at: origin,
    place: root,
    message: `there is no policy, section or root element ${name}`,
    hint: meant === undefined ? 'the root element of a document is policies, that of a policy fragment fragment' : `did you mean ${meant}?`,
  });
}

function checkContainer(context: CheckContext, place: Place): void {
  const { element } = place;
  const attributes = element.name === 'fragment' ? element.attributes.filter(({ name }) => name !== FRAGMENT_ROOT_ATTRIBUTE) : element.attributes;
  if (attributes.length > 0) checkAttributes(context, place, CONTAINER, 'warning');
  reportTextAmongElements(context, element.children, `in ${element.name}`, place);
}
