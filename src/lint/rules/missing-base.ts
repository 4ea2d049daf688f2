/** A section that does not run what broader scopes have for it. */
import { answeringElements } from '../../analysis/answers.js';
import { isSection } from '../../analysis/sections.js';
import { knownLiteral } from '../../check/element-content.js';
import type { PolicyDocument, PolicyElement } from '../../model/document.js';
import type { Place } from '../../model/walk.js';
import type { DocumentFacts } from '../document-facts.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const missingBase = defineRule({
  id: 'missing-base',
  category: 'security',
  severity: 'warning',
  summary: 'A section of a document below the global scope has no base.',
  why: 'Without base the gateway runs nothing of what broader scopes have in that section: their authentication, limits and logging are left out.',
  check: ({ document, places }: DocumentFacts) => {
    if (document.kind !== 'policies' || !inherits(document, places)) return [];
    const withBase = new Set(places.flatMap(({ element, section }) => (element.name === 'base' && section !== undefined ? [section] : [])));
    const answering = answeringElements(places);
    const sections = places.filter(isSection);
    // What answers every call before it leaves nothing for outbound to do.
    const isOutboundReached = !sections.some(({ section, element }) => (section === 'inbound' || section === 'backend') && answering.has(element));
    return sections
      .filter(({ section, element }) => section !== undefined && !withBase.has(section) && !REPLACED.has(section) && !answering.has(element))
      .filter(({ section }) => section !== 'outbound' || isOutboundReached)
      .map((section) => finding(section, goesItsOwnWay(section)));
  },
});

/** To forward in another way a backend section has to do without base. */
const REPLACED: ReadonlySet<string> = new Set(['backend']);

/** Whether there are broader scopes: the document's scope says so, else a base in one of its sections. */
function inherits({ scope }: PolicyDocument, places: readonly Place[]): boolean {
  if (scope !== undefined) return scope.kind !== 'global';
  return places.some(({ element }) => element.name === 'base');
}

/** Whether the section sends every call elsewhere, with a path or credentials of its own: then it may leave out on purpose what its API does. */
function goesItsOwnWay(section: Place): boolean {
  const policies = section.children().map(({ element }) => element);
  return section.section === 'inbound' && policies.some(({ name }) => name === 'set-backend-service') && policies.some(isOfItsOwn);
}

function isOfItsOwn(element: PolicyElement): boolean {
  if (element.name === 'set-header') return knownLiteral(element, 'name')?.toLowerCase() === 'authorization';
  return element.name === 'rewrite-uri' || element.name.startsWith('authentication-');
}

function finding(place: Place, isOwnWay: boolean): RuleFinding {
  return {
    severity: isOwnWay ? 'info' : 'warning',
    at: place.element.origin,
    place,
    message: `${place.element.name} has no base, so that the gateway leaves out what broader scopes have in their ${place.element.name} sections${isOwnWay ? '; it sends its calls elsewhere, so this may be meant' : ''}`,
    hint: 'put base into the section: first, or where the policies of broader scopes are to run',
  };
}
