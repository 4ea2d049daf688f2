/** An answer is used that may not have come. */
import { defineRule } from '../rule.js';
import { throwingUses } from '../variable-uses.js';

export const sendRequestResultUnchecked = defineRule({
  id: 'send-request-result-unchecked',
  category: 'reliability',
  severity: 'warning',
  summary: 'What a policy with ignore-error="true" leaves in its variable is used without a test for null.',
  why: 'When the call fails the variable is null, so that the next expression throws and the caller gets the 500 that ignore-error was to keep from it.',
  check: ({ flow }) => throwingUses(flow).flatMap(({ name, place, at, step, text, visits }) => {
    const write = visits.flatMap(({ known, variable }) => (known === undefined ? [...(variable?.writes ?? [])].filter(({ mayBeNull }) => mayBeNull) : []))[0];
    if (write === undefined) return [];
    return [{
      at,
      place,
      step,
      message: `variable ${name} is null when ${write.place.element.name} fails, which ignores errors: then ${text} throws`,
      hint: `ask first: context.Variables["${name}"] != null`,
      related: [{ message: 'set here', at: write.attribute.origin }],
    }];
  }),
});
