/** Names of policies in messages. */
import type { Place } from '../model/walk.js';

/** The element's name; of a value the one of the policy that it is given to: `set-header`. */
export function policyText({ element, parent }: Place): string {
  return element.name === 'value' && parent !== undefined ? parent.element.name : element.name;
}
