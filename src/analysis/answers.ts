/** Policies that end a request with an answer of their own, whatever the request is. */
import type { PolicyElement } from '../model/document.js';
import type { Place } from '../model/walk.js';

/** They skip everything that is left. Source: reference/runtime.md §1, "Early answers". */
const ANSWERS: ReadonlySet<string> = new Set(['return-response', 'mock-response']);

/**
 * The elements that always answer: return-response, mock-response, a choose each branch of which answers, and what holds one of these.
 * @param places in document order
 */
export function answeringElements(places: readonly Place[]): ReadonlySet<PolicyElement> {
  const answering = new Set<PolicyElement>();
  // Backwards, so that what an element holds is known before the element.
  for (const { element } of places.toReversed()) if (answers(element, answering)) answering.add(element);
  return answering;
}

function answers(element: PolicyElement, answering: ReadonlySet<PolicyElement>): boolean {
  if (ANSWERS.has(element.name)) return true;
  const children = element.children.filter((node) => node.kind === 'element');
  if (element.name !== 'choose') return children.some((child) => answering.has(child));
  return children.some(({ name }) => name === 'otherwise') && children.every((child) => answering.has(child));
}
