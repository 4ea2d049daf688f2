/** The sections of a document. */
import type { Place } from '../model/walk.js';

/** Whether the element opens a section: `inbound` directly in `policies`, or as the root of a snippet. */
export function isSection({ element, section, parent }: Place): boolean {
  return section === element.name && parent?.section === undefined;
}
