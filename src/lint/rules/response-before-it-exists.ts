/** The response is read where the gateway has none yet. */
import { RESPONSE } from '../../analysis/flow/nullable-path.js';
import type { Place } from '../../model/walk.js';
import { visitedAccesses } from '../flow-accesses.js';
import { policyText } from '../policy-text.js';
import { defineRule } from '../rule.js';

export const responseBeforeItExists = defineRule({
  id: 'response-before-it-exists',
  category: 'correctness',
  severity: 'warning',
  summary: 'An expression uses context.Response where there is no response yet.',
  why: 'context.Response is null until the backend has answered, so that the expression throws and the caller gets a 500.',
  check: ({ flow }) => visitedAccesses(flow, 'member').flatMap(({ visits, place, at, step }) =>
    visits.some(({ access }) => access.path === RESPONSE && access.known === 'null')
      ? [{
          at,
          place,
          step,
          message: `${policyText(place)} uses context.Response ${whereText(place)}, when no response is there yet: it is null, and the expression throws`,
          hint: hintFor(place, step),
        }]
      : []),
});

function hintFor({ element, section }: Place, step: string): string {
  // The condition of a retry is asked after each attempt: none has sent the request.
  if (element.name === 'retry') return 'put forward-request into the retry, in backend; where it repeats a send-request, ask the variable of that';
  if (step === '/@condition') return 'ask first: context.Response != null && (…)';
  return `move the policy ${section === 'inbound' ? 'to outbound' : 'behind forward-request'}, or write context.Response?.…`;
}

function whereText(place: Place): string {
  if (place.section === 'inbound') return 'in inbound';
  for (let around = place.parent; around !== undefined; around = around.parent) if (around.element.name === 'retry') return 'on the first attempt of the retry';
  return 'before forward-request';
}
