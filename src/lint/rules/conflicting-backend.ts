/** Two set-backend-service, one of which has no effect. */
import { type ReplacedBackend, replacedBackends } from '../../analysis/backend-sequence.js';
import { backendSetBy, type RoutedBackend } from '../../analysis/routed-backend.js';
import { isSection } from '../../analysis/sections.js';
import type { Scope } from '../../model/scope.js';
import { type Place, walkElements } from '../../model/walk.js';
import type { DocumentFacts } from '../document-facts.js';
import { namesText } from '../names-text.js';
import type { ProjectFacts } from '../project-facts.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const conflictingBackend = defineRule({
  id: 'conflicting-backend',
  category: 'correctness',
  severity: 'warning',
  summary: 'A backend is set and then replaced before any request goes to it.',
  why: 'The gateway uses the backend that was set last, and keeps the backend-id of a broader scope when a narrower one sets a base-url.',
  check: ({ document, places, project }: DocumentFacts) => [
    ...replacedBackends(places).map(replaced),
    ...(document.scope === undefined ? [] : overBroaderScope(places, document.scope, project)),
  ],
});

function replaced({ later, earlier }: ReplacedBackend): RuleFinding {
  const [first, ...more] = earlier;
  const names = namesText(earlier.map(({ backend }) => backend.text));
  const isConditional = first !== undefined && (more.length > 0 || first.place.parent?.element !== later.place.parent?.element) && first.place.section === later.place.section;
  return {
    at: later.place.element.origin,
    place: later.place,
    message: `set-backend-service replaces ${names}, ${isConditional ? 'chosen before it for some calls: they' : 'set before it: no call goes there, all'} go to ${later.backend.text}`,
    hint: isConditional ? 'put it before the choose, or into its otherwise' : 'remove one of the two, or put each into a branch of a choose',
    related: earlier.map(({ place, backend }) => ({ message: `${backend.text} is set here`, at: place.element.origin })),
  };
}

/** Source: reference/runtime.md §6: a parent scope's backend-id can only be overridden by another backend-id. */
function overBroaderScope(places: readonly Place[], scope: Scope, project: ProjectFacts): RuleFinding[] {
  if (!places.some(({ element, section }) => element.name === 'base' && section === 'inbound')) return [];
  const inherited = broaderScopes(scope).flatMap((broader) => backendIdOf(broader, project) ?? [])[0];
  if (inherited === undefined) return [];
  return places.flatMap((place): RuleFinding[] => {
    const backend = place.section === 'inbound' || place.section === 'backend' ? backendSetBy(place.element) : undefined;
    if (backend?.attribute !== 'base-url') return [];
    return [{
      at: place.element.origin,
      place,
      message: `the base-url ${backend.text} has no effect: a broader scope sets the backend-id ${inherited.text}, which only another backend-id replaces`,
      hint: 'declare a backend with this URL and name it: backend-id="…"',
      related: [{ message: `${inherited.text} is set here`, at: inherited.element.origin }],
    }];
  });
}

/** From narrow to broad. The product depends on the caller's key. */
function broaderScopes(scope: Scope): Scope[] {
  if (scope.kind === 'operation') return [{ kind: 'api', api: scope.api }, { kind: 'global' }];
  return scope.kind === 'api' || scope.kind === 'product' || scope.kind === 'workspace' ? [{ kind: 'global' }] : [];
}

/** The backend that the scope's inbound section sets in any case, when it is a backend's id. */
function backendIdOf(scope: Scope, project: ProjectFacts): RoutedBackend | undefined {
  const document = project.documentOf(scope);
  if (document === undefined) return undefined;
  for (const place of walkElements(document)) {
    if (!isSection(place) || place.section !== 'inbound') continue;
    const backend = place.children().flatMap(({ element }) => backendSetBy(element) ?? []).at(-1);
    return backend?.attribute === 'backend-id' ? backend : undefined;
  }
  return undefined;
}
