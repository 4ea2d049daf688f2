/** Constraints on what stands around, inside and beside a policy. */
import type { Place } from '../../model/walk.js';
import { listed } from '../shown-text.js';
import type { ConstraintChecks } from './constraint.js';

export const PLACEMENT: ConstraintChecks<'not-contains' | 'parent' | 'not-in-fragment'> = {
  'not-contains': ({ names }, { place }) => {
    const child = place.children().find(({ element }) => names.includes(element.name));
    if (child === undefined) return undefined;
    return { code: 'misplaced-policy', message: `${child.element.name} cannot stand in ${place.element.name}`, hint: 'move it out', at: child.element.origin, place: child };
  },

  parent: ({ names }, { place }) => {
    // What a fragment or snippet is put into is not known here.
    if (place.parent === undefined || place.parent.element.name === 'fragment') return undefined;
    const around = enclosingNames(place);
    if (names.some((path) => `/${around}`.endsWith(`/${path}`))) return undefined;
    const message = `${place.element.name} stands in ${place.parent.element.name}, but only ${listed(names, 'and')} take it`;
    return { code: 'misplaced-policy', message, hint: `move it to ${listed(names, 'or')}` };
  },

  'not-in-fragment': (_rule, { place: { document, element } }) =>
    document.kind === 'fragment'
      ? {
          code: 'not-in-fragment',
          message: `${element.name} stands in a policy fragment, where its page does not allow it`,
          hint: 'write it in the document that includes the fragment',
        }
      : undefined,
};

/** `policies/inbound/choose/when`. */
function enclosingNames({ parent }: Place): string {
  const names: string[] = [];
  for (let around = parent; around !== undefined; around = around.parent) names.unshift(around.element.name);
  return names.join('/');
}
