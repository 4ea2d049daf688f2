/** The last error is read where there is none. */
import { LAST_ERROR } from '../../analysis/flow/nullable-path.js';
import { visitedAccesses } from '../flow-accesses.js';
import { policyText } from '../policy-text.js';
import { defineRule } from '../rule.js';

export const lastErrorOutsideOnError = defineRule({
  id: 'last-error-outside-on-error',
  category: 'correctness',
  severity: 'error',
  summary: 'An expression uses context.LastError outside on-error.',
  why: 'context.LastError is null in every other section, so that the expression throws and the caller gets a 500.',
  check: ({ flow }) => visitedAccesses(flow, 'member').flatMap(({ visits, place, at, step }) =>
    visits.some(({ access }) => access.path === LAST_ERROR && access.known === 'null')
      ? [{
          at,
          place,
          step,
          message: `${policyText(place)} uses context.LastError in ${place.section ?? 'a section'}, where it is null: the expression throws`,
          hint: 'move the policy to on-error; a backend that answers with an error is no error of the gateway: ask context.Response.StatusCode',
        }]
      : []),
});
