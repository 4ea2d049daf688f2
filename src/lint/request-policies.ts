/** Which policies touch the request that the caller sent. */
import type { Place } from '../model/walk.js';

/** Sections in which the message at hand is the caller's request; undefined for fragments and snippets, which may stand in them. */
const REQUEST_SECTIONS: ReadonlySet<string | undefined> = new Set(['inbound', 'backend', undefined]);

/** Whether a set-header and the like at this place changes a message that began as the caller's request. */
export function changesRequest(place: Place): boolean {
  for (let around = place.parent; around !== undefined; around = around.parent) {
    const { name, attributes } = around.element;
    if (name === 'return-response' || name === 'mock-response') return false;
    // A request of its own starts empty, unless it copies the caller's.
    if (name === 'send-request' || name === 'send-one-way-request') {
      return attributes.some((attribute) => attribute.name === 'mode' && attribute.value.text.trim().toLowerCase() === 'copy');
    }
  }
  return REQUEST_SECTIONS.has(place.section);
}
