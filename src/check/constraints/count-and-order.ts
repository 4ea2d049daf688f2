/** Constraints on how often and in which order children stand. */
import type { PolicyElement } from '../../model/document.js';
import { childrenNamed, hidesChildren, knownLiteral } from '../element-content.js';
import type { ConstraintChecks } from './constraint.js';

export const COUNT_AND_ORDER: ConstraintChecks<'order' | 'child-count'> = {
  order: ({ names }, { place }) => {
    let last = -1;
    for (const child of place.children()) {
      const index = names.indexOf(child.element.name);
      if (index === -1) continue;
      if (index < last) {
        return {
          code: 'child-out-of-order',
          message: `${child.element.name} stands behind ${names[last] ?? ''} in ${place.element.name}, whose page has it before`,
          hint: `write ${names.join(', ')} in this order`,
          at: child.element.origin,
          place: child,
        };
      }
      last = index;
    }
    return undefined;
  },

  'child-count': ({ name, min, max, where }, { place: { element } }) => {
    const counted = childrenNamed(element, name).filter((child) => where === undefined || isCounted(child, where));
    const kind = where === undefined ? name : `${name} with names of their own`;
    if (counted.length < min && !hidesChildren(element)) {
      return { code: 'missing-child', message: `${element.name} has ${counted.length === 0 ? 'no' : counted.length} ${kind}, but needs ${min}`, hint: `add <${name}>` };
    }
    const surplus = max === null ? undefined : counted[max];
    if (surplus === undefined) return undefined;
    return { code: 'too-many-children', message: `${element.name} has ${counted.length} ${kind}, but takes at most ${max}`, hint: 'keep what is needed', at: surplus.origin };
  },
};

function isCounted(child: PolicyElement, { attribute, notIn }: { readonly attribute: string; readonly notIn: readonly string[] }): boolean {
  const text = knownLiteral(child, attribute);
  return text !== undefined && !notIn.includes(text);
}
