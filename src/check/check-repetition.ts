/** Policies that stand more than once where once is the rule. Source: reference/policy-documents.md, "base", "Sections" and "Once per section". */
import { findElement } from '../catalog/elements.js';
import type { Place } from '../model/walk.js';
import type { CheckContext } from './check-context.js';

/**
 * Looks at policies that stand side by side: the branches of a choose exclude one another, so that a policy in each of them runs once.
 * @param container the section, fragment or element around them
 */
export function checkRepetition(context: CheckContext, container: Place, places: readonly Place[]): void {
  const seen = new Map<string, Place>();
  for (const place of places) {
    const { name, origin } = place.element;
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, place);
      continue;
    }
    const related = [{ message: 'the first one', at: first.element.origin }];
    if (name === 'base') {
      const message = `base stands twice in ${container.element.name}, so that the broader scope's policies run twice`;
      context.report({ code: 'repeated-base', at: origin, place, message, hint: 'keep one', related });
    } else if (findElement(name)?.multiple === false) {
      context.report({ code: 'repeated-policy', at: origin, place, message: `${name} stands twice, but its page allows it once per section`, hint: 'keep one', related });
    }
  }
  const [, second] = places;
  if (container.element.name === 'backend' && container.element.name === container.section && second !== undefined) {
    context.report({
      code: 'more-than-one-backend-policy', at: second.element.origin, place: second,
      message: `the section backend holds ${places.length} policies, but takes one`,
      hint: 'put one container such as choose or retry around them, or move what prepares the request to inbound',
    });
  }
}
