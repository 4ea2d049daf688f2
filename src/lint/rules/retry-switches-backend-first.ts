/** A retry whose first attempt already leaves the backend that was chosen. */
import type { BackendSetter } from '../../analysis/backend-sequence.js';
import { backendSetBy, isSameBackend, type RoutedBackend } from '../../analysis/routed-backend.js';
import type { PolicyElement } from '../../model/document.js';
import type { SectionName } from '../../model/scope.js';
import type { Place } from '../../model/walk.js';
import type { DocumentFacts } from '../document-facts.js';
import { namesText } from '../names-text.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const retrySwitchesBackendFirst = defineRule({
  id: 'retry-switches-backend-first',
  category: 'correctness',
  severity: 'warning',
  summary: 'The first attempt of a retry does not go to the backend that was chosen.',
  why: 'The gateway runs the policies in a retry once before it looks at the condition: what switches the backend for the second attempt already runs for the first.',
  check: ({ places }: DocumentFacts) => {
    const found: RuleFinding[] = [];
    // Backends chosen since a request was last sent.
    let chosen: BackendSetter[] = [];
    for (const place of places) {
      const { name } = place.element;
      if (name === 'retry' && FORWARDING.has(place.section) && !isInRetry(place)) found.push(...findings(place, chosen));
      if (name === 'forward-request') chosen = [];
      const backend = backendSetBy(place.element);
      if (backend !== undefined) chosen.push({ place, backend });
    }
    return found;
  },
});

/** Fragments and bare policies may stand in backend. */
const FORWARDING: ReadonlySet<SectionName | undefined> = new Set<SectionName | undefined>(['inbound', 'backend', undefined]);

function isInRetry(place: Place): boolean {
  for (let outer = place.parent; outer !== undefined; outer = outer.parent) if (outer.element.name === 'retry') return true;
  return false;
}

function findings(retry: Place, chosen: readonly BackendSetter[]): RuleFinding[] {
  const first = beforeForwarding(retry);
  return first === undefined ? [] : replacesChoice(first, chosen.filter(({ place }) => !areAlternatives(place, retry)));
}

/** The policies of the first attempt before the request is sent; undefined for a retry that sends none, or that runs policies which are not seen. */
function beforeForwarding(retry: Place): Place[] | undefined {
  const children = retry.children();
  const sends = children.findIndex((child) => holds(child, 'forward-request'));
  const first = children.slice(0, Math.max(0, sends));
  return sends === -1 || first.some((child) => holds(child, 'include-fragment')) ? undefined : first;
}

function holds(place: Place, name: string): boolean {
  const pending = [place];
  for (let inner = pending.pop(); inner !== undefined; inner = pending.pop()) {
    if (inner.element.name === name) return true;
    pending.push(...inner.children());
  }
  return false;
}

/** Whether the two stand in different branches of a choose, so that no call runs both. */
function areAlternatives(a: Place, b: Place): boolean {
  const around = new Set<PolicyElement>();
  for (let outer = a.parent; outer !== undefined; outer = outer.parent) around.add(outer.element);
  for (let outer = b.parent; outer !== undefined; outer = outer.parent) if (around.has(outer.element)) return outer.element.name === 'choose';
  return false;
}

/** A set-backend-service in any case, after others that chose something else. */
function replacesChoice(first: readonly Place[], earlier: readonly BackendSetter[]): RuleFinding[] {
  const place = first.findLast(({ element }) => backendSetBy(element) !== undefined);
  const backend = place === undefined ? undefined : backendSetBy(place.element);
  if (place === undefined || backend === undefined || !isLiteral(backend)) return [];
  const chosen = earlier.map((setter) => setter.backend).filter((other) => !isSameBackend(other, backend));
  if (chosen.length === 0) return [];
  return [{
    at: place.element.origin,
    place,
    message: `the first attempt already goes to ${backend.text}, because set-backend-service runs before it: no call gets ${namesText(chosen.map(({ text }) => text))}, chosen before the retry`,
    hint: 'set it only when there is a response to retry: in a when with context.Response != null',
    related: chosen.map(({ element, text }) => ({ message: `${text} is chosen here`, at: element.origin })),
  }];
}

/** An expression may give the first backend first. */
function isLiteral({ element, attribute }: RoutedBackend): boolean {
  return element.attributes.some(({ name, value }) => name === attribute && value.kind === 'literal');
}
