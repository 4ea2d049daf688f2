/** One policy and all that stands in it, against what the catalogue says. */
import { allElements, elementNames, findElement } from '../catalog/elements.js';
import type { ChildSpec, ContentSpec } from '../catalog/element-spec.js';
import { isSectionName } from '../model/scope.js';
import type { Place } from '../model/walk.js';
import { closestName } from '../syntax/text/closest-name.js';
import { checkAttributes } from './check-attributes.js';
import { checkConstraints } from './check-constraints.js';
import { ANY_CHILD, type CheckContext } from './check-context.js';
import { checkContainedPolicy, checkPlacement } from './check-placement.js';
import { checkRepetition } from './check-repetition.js';
import { checkText } from './check-text.js';
import { childrenNamed, hidesChildren } from './element-content.js';
import { renamedElement, spellingSafety } from './renaming.js';
import { listed } from './shown-text.js';

/** Checks the policies in a section, a fragment, or an element such as `when` that takes any policy. */
export function checkPolicies(context: CheckContext, container: Place): void {
  const places = container.children();
  for (const place of places) checkPolicy(context, place);
  checkRepetition(context, container, places);
}

/** Checks one policy where any policy of the section may stand. What is in an unknown one is not looked at. */
export function checkPolicy(context: CheckContext, place: Place): void {
  const spec = findElement(place.element.name);
  if (spec === undefined) {
    reportUnknownPolicy(context, place);
    return;
  }
  checkPlacement(context, place, spec);
  checkContent(context, place, spec.content);
}

function reportUnknownPolicy(context: CheckContext, place: Place): void {
  const { name, origin } = place.element;
  if (isSectionName(name) || name === 'policies' || name === 'fragment') {
    context.report({
      code: 'misplaced-section',
      at: origin,
      place,
      message: `${name} stands ${place.parent === undefined ? 'here' : `in ${place.parent.element.name}`}, where only policies may`,
      hint: isSectionName(name) ? 'sections stand directly in policies' : 'it is the root of a document',
    });
    return;
  }
  const meant = closestName(name, elementNames());
  const parents = meant === undefined ? allElements().filter(({ content }) => content.children.some((child) => child.name === name)) : [];
  const parentHint = parents.length === 0 ? undefined : `it is a child element of ${listed(parents.map((parent) => parent.name), 'and')}`;
  context.report({
    code: 'unknown-policy', at: origin, place, message: `there is no policy ${name}`, hint: meant === undefined ? parentHint : `did you mean ${meant}?`,
    fix: meant === undefined ? undefined : renamedElement(context.document, place.element, meant, spellingSafety(name, meant, elementNames())),
  });
}

/** Attributes, text, children and constraints of a policy or of one of its child elements. */
function checkContent(context: CheckContext, place: Place, content: ContentSpec): void {
  const tagIsMisread = context.markup.isTagMisread(place.element);
  if (!tagIsMisread) checkAttributes(context, place, content);
  checkText(context, place, content);
  checkChildren(context, place, content);
  if (content.contains === 'policies') checkRepetition(context, place, place.children());
  if (!tagIsMisread) checkConstraints(context, place, content);
}

function checkChildren(context: CheckContext, place: Place, content: ContentSpec): void {
  for (const child of place.children()) {
    const { name } = child.element;
    const spec = content.children.find((known) => known.name === name);
    if (spec !== undefined) checkContent(context, child, spec.content);
    else if (content.contains === 'policies') checkPolicy(context, child);
    else if (content.contains?.includes(name) === true) checkContained(context, child);
    else if (!content.anyChildren) reportUnknownChild(context, child, place, content);
  }
  for (const spec of content.children) checkCount(context, place, spec);
}

/** A policy that an element takes by name, whatever section it stands in. */
function checkContained(context: CheckContext, place: Place): void {
  const spec = findElement(place.element.name);
  if (spec === undefined) return;
  checkContainedPolicy(context, place, spec);
  checkContent(context, place, spec.content);
}

function reportUnknownChild(context: CheckContext, child: Place, { element: parent }: Place, content: ContentSpec): void {
  const { name, origin } = child.element;
  context.doubt(parent, ANY_CHILD);
  const known = [...content.children.map((spec) => spec.name), ...(Array.isArray(content.contains) ? (content.contains as readonly string[]) : [])];
  if (findElement(name) !== undefined || isSectionName(name)) {
    const code = isSectionName(name) ? 'misplaced-section' : 'misplaced-policy';
    context.report({ code, at: origin, place: child, message: `${name} cannot stand in ${parent.name}`, hint: takes(parent.name, known) });
    return;
  }
  const list = content.children.find((spec) => spec.content.children.some((item) => item.name === name));
  const meant = list === undefined ? closestName(name, known) : undefined;
  if (meant !== undefined) context.doubt(parent, meant);
  const isAttribute = content.attributes.some((attribute) => attribute.name === name);
  context.report({
    code: 'unknown-element',
    at: origin,
    place: child,
    message: known.length === 0 ? `${parent.name} takes no child elements, but has ${name}` : `${parent.name} has no child element ${name}`,
    hint: list !== undefined ? `put it into <${list.name}>` : meant !== undefined ? `did you mean ${meant}?` : isAttribute ? `write it as an attribute: ${name}="…"` : known.length > 0 ? takes(parent.name, known) : content.text === null ? 'remove it' : `write what it says as the text of ${parent.name}`,
    fix: meant === undefined ? undefined : renamedElement(context.document, child.element, meant, spellingSafety(name, meant, known)),
  });
}

function takes(parent: string, known: readonly string[]): string {
  return known.length === 0 ? `move it out of ${parent}` : `${parent} takes ${known.join(', ')}`;
}

function checkCount(context: CheckContext, place: Place, { name, min, max, summary }: ChildSpec): void {
  const { element } = place;
  const found = childrenNamed(element, name);
  if (found.length < min && !hidesChildren(element) && !context.isInDoubt(element, name) && !context.isInDoubt(element, ANY_CHILD)) {
    context.report({
      code: 'missing-child',
      at: element.origin,
      place,
      message: min === 1 ? `${element.name} lacks the required child element ${name}` : `${element.name} needs ${min} ${name}, but has ${found.length}`,
      hint: summary === '' ? `add <${name}>` : `add <${name}> (${summary})`,
    });
    context.doubt(element, name);
  }
  const surplus = max === null ? undefined : found[max];
  if (surplus === undefined) return;
  context.report({
    code: 'too-many-children',
    at: surplus.origin,
    place,
    message: `${element.name} has ${found.length} ${name}, but takes ${max === 1 ? 'one' : `at most ${max}`}`,
    hint: 'keep what is needed',
  });
}
