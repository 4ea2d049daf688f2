/** A retry whose later attempts send no body. */
import type { Place } from '../../model/walk.js';
import type { DocumentFacts } from '../document-facts.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const retryWithoutBufferedBody = defineRule({
  id: 'retry-without-buffered-body',
  category: 'reliability',
  severity: 'warning',
  summary: 'A forward-request in a retry does not keep the request body.',
  why: 'The first attempt uses the body up, so that every later one sends none.',
  check: ({ places }: DocumentFacts) => places.flatMap((place) => {
    const retry = enclosingRetry(place);
    return place.element.name !== 'forward-request' || retry === undefined || keepsBody(place) || bodyIsSet(place, retry) ? [] : [finding(place, retry)];
  }),
});

function enclosingRetry(place: Place): Place | undefined {
  for (let outer = place.parent; outer !== undefined; outer = outer.parent) if (outer.element.name === 'retry') return outer;
  return undefined;
}

/** Whether it does, or may. */
function keepsBody({ element }: Place): boolean {
  const value = element.attributes.find(({ name }) => name === 'buffer-request-body')?.value;
  return value !== undefined && !(value.kind === 'literal' && value.text.trim().toLowerCase() === 'false');
}

/** Whether each attempt is given a body of its own: a set-body beside the forward-request, or further out. */
function bodyIsSet(forward: Place, retry: Place): boolean {
  for (let place: Place | undefined = forward; place !== undefined && place !== retry; place = place.parent) {
    if (place.parent?.element.children.some((node) => node.kind === 'element' && (node.name === 'set-body' || node.name === 'include-fragment')) === true) return true;
  }
  return false;
}

function finding(place: Place, retry: Place): RuleFinding {
  return {
    at: place.element.origin,
    place,
    message: 'forward-request in a retry does not buffer the request body: the first attempt sends it, every later one sends none',
    hint: 'write buffer-request-body="true"',
    related: [{ message: 'the retry', at: retry.element.origin }],
  };
}
