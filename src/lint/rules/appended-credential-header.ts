/** A credential that is added to the one that the caller sent. */
import { isCredentialHeader } from '../../analysis/credential-names.js';
import { alwaysRunsBefore } from '../../analysis/execution-order.js';
import { attributeOf, knownLiteral } from '../../check/element-content.js';
import { replacedValue } from '../../check/renaming.js';
import type { Place } from '../../model/walk.js';
import { changesRequest } from '../request-policies.js';
import { defineRule } from '../rule.js';

export const appendedCredentialHeader = defineRule({
  id: 'appended-credential-header',
  category: 'security',
  severity: 'warning',
  summary: 'set-header appends a credential to the one that the caller may have sent.',
  why:
    "With exists-action=\"append\" the backend gets both values in one header, the caller's first: it refuses the call, or takes a credential that the gateway " +
    'never checked.',
  check: ({ places }) => {
    // What takes out the caller's value further up, by header.
    const replacers = new Map<string, Place[]>();
    return places.filter(({ element }) => element.name === 'set-header').flatMap((place) => {
      const { element } = place;
      const name = knownLiteral(element, 'name');
      if (name === undefined || !isCredentialHeader(name)) return [];
      const earlier = replacers.get(name.toLowerCase()) ?? [];
      replacers.set(name.toLowerCase(), earlier);
      if (replaces(place)) earlier.push(place);
      if (actionOf(place) !== 'append' || !changesRequest(place) || earlier.some((other) => alwaysRunsBefore(other, place))) return [];
      const action = attributeOf(element, 'exists-action');
      return [{
        at: action?.origin ?? element.origin,
        place,
        step: '/@exists-action',
        message: `set-header appends to ${name}: a value that the caller sent stays in front of it, so the backend gets both and refuses the call or takes the caller's`,
        hint: 'write exists-action="override", which puts the value in place of the caller\'s',
        // The backend no longer gets what the caller sent, which somebody may count on.
        fix: action === undefined ? undefined : replacedValue(place.document, action.value, 'override', 'unsafe'),
      }];
    });
  },
});

function actionOf({ element }: Place): string | undefined {
  return knownLiteral(element, 'exists-action')?.toLowerCase();
}

/** Whether it takes out what the caller sent. */
function replaces(place: Place): boolean {
  const action = actionOf(place) ?? (attributeOf(place.element, 'exists-action') === undefined ? 'override' : undefined);
  return action === 'delete' || action === 'override';
}
