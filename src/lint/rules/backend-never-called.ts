/** A backend section that forwards nothing. */
import { answeringElements } from '../../analysis/answers.js';
import { isSection } from '../../analysis/sections.js';
import type { Place } from '../../model/walk.js';
import type { DocumentFacts } from '../document-facts.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const backendNeverCalled = defineRule({
  id: 'backend-never-called',
  category: 'correctness',
  severity: 'warning',
  summary: 'A backend section holds neither forward-request nor base.',
  why: 'The gateway then sends the request nowhere and goes on with outbound, so that the caller gets an empty 200.',
  check: ({ places }: DocumentFacts) => {
    const section = places.find((place) => isSection(place) && place.section === 'backend');
    if (section === undefined || places.some((place) => place.section === 'backend' && CALLS.has(place.element.name))) return [];
    const answering = answeringElements(places);
    return places.some((place) => isSection(place) && answering.has(place.element)) ? [] : [finding(section)];
  },
});

/** What forwards the request, may hold a policy that does, or takes its place. */
const CALLS: ReadonlySet<string> = new Set(['forward-request', 'base', 'include-fragment', 'return-response', 'mock-response', 'send-request', 'publish-to-dapr', 'invoke-dapr-binding']);

function finding(place: Place): RuleFinding {
  const isEmpty = place.children().length === 0;
  return {
    at: place.element.origin,
    place,
    message: `backend ${isEmpty ? 'is empty' : 'holds no forward-request and no base'}: the request is sent nowhere, and outbound runs at once`,
    hint: 'put base or forward-request into it; to answer without a backend, write return-response in inbound',
  };
}
