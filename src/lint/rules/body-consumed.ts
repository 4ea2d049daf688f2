/** A body that is read and then gone, although it is needed. */
import type { Place } from '../../model/walk.js';
import { accessOrigin } from '../flow-accesses.js';
import { policyText } from '../policy-text.js';
import { defineRule } from '../rule.js';
import type { PlacedAccess } from '../../analysis/flow/document-flow.js';
import { pathVariable, REQUEST_BODY } from '../../analysis/flow/nullable-path.js';

export const bodyConsumed = defineRule({
  id: 'body-consumed',
  category: 'correctness',
  severity: 'warning',
  summary: 'A body is read without preserveContent, and is needed afterwards.',
  why: 'The first such read takes the body out of the message: whoever comes next, another expression, the backend or the caller, finds nothing.',
  check: ({ flow }) => [...flow.effects.needed].flatMap(([effect, by]) => {
    if (!isAccess(effect) || effect.access.kind !== 'body' || effect.access.caught) return [];
    const { access, place, written } = effect;
    return [{
      at: accessOrigin(effect),
      place,
      step: written.step,
      message: `${policyText(place)} takes the body out of the ${messageText(access.body)}: ${lossText(place, by)}`,
      hint: 'write As<…>(preserveContent: true)',
      ...(by.element === place.element ? {} : { related: [{ message: 'needed here', at: by.element.origin }] }),
    }];
  }),
});

function isAccess(effect: object): effect is PlacedAccess {
  return 'access' in effect;
}

function messageText(body: string): string {
  const variable = pathVariable(body.replace(/\.Body$/, ''));
  return variable === undefined ? (body === REQUEST_BODY ? 'request' : 'response') : `response in variable ${variable}`;
}

function lossText(place: Place, by: Place): string {
  switch (by.element.name) {
    case 'forward-request':
    case 'base':
    case 'inbound':
      return 'the backend gets an empty one';
    case 'outbound':
    case 'backend':
      return 'the caller gets an empty one';
    case 'return-response':
      return 'return-response answers without it';
    default:
      return by.element === place.element ? 'the next read of the same expression finds nothing' : `${policyText(by)} finds nothing`;
  }
}
