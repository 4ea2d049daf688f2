/** What the places of two policies say about whether one runs before the other. */
import type { PolicyElement } from '../model/document.js';
import type { Place } from '../model/walk.js';

/**
 * Whether each time the second runs, the first has run: no branch or loop holds the first and not the second.
 * @param first further up in the document than `second`
 */
export function alwaysRunsBefore(first: Place, second: Place): boolean {
  const { parent } = first;
  if (parent === undefined || (parent.element.name === 'inbound' && second.section === 'backend')) return true;
  return enclosing(second).has(parent.element);
}

/** Whether the two stand in different branches of one choose, so that no call runs both. */
export function areAlternatives(first: Place, second: Place): boolean {
  const aroundSecond = enclosing(second);
  for (let place: Place | undefined = first; place !== undefined; place = place.parent) {
    if (place.parent !== undefined && aroundSecond.has(place.parent.element)) return place.parent.element.name === 'choose';
  }
  return false;
}

function enclosing(place: Place): Set<PolicyElement> {
  const elements = new Set<PolicyElement>();
  for (let around = place.parent; around !== undefined; around = around.parent) elements.add(around.element);
  return elements;
}
