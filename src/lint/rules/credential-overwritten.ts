/** A credential that is set and replaced before anybody has used it. */
import type { SetCredential } from '../../analysis/flow/pending-effects.js';
import { defineRule } from '../rule.js';

export const credentialOverwritten = defineRule({
  id: 'credential-overwritten',
  category: 'correctness',
  severity: 'warning',
  summary: 'A credential of the request is replaced or removed before the request is sent.',
  why: 'Each policy that sets the header replaces what is there, so that the backend only ever gets the last one.',
  check: ({ flow }) => [...flow.effects.replaced].flatMap(([effect, later]) => {
    if (!isCredential(effect) || flow.effects.needed.has(effect)) return [];
    return [{
      at: effect.place.element.origin,
      place: effect.place,
      message: `the ${headerName(effect)} header that ${effect.place.element.name} sets is replaced by ${later.element.name} before the request is sent: the backend never gets it`,
      hint: 'keep the one that the backend is to get, and remove the other',
      related: [{ message: 'replaced here', at: later.element.origin }],
    }];
  }),
});

function isCredential(effect: object): effect is SetCredential {
  return 'header' in effect;
}

/** As the policy writes it; the policies of authentication set Authorization. */
function headerName({ place }: SetCredential): string {
  return place.element.attributes.find(({ name }) => name === 'name')?.value.text.trim() ?? 'Authorization';
}
