/** A variable that only some ways set is used on all of them. */
import { defineRule } from '../rule.js';
import { throwingUses } from '../variable-uses.js';

export const variableMaybeUnset = defineRule({
  id: 'variable-maybe-unset',
  category: 'correctness',
  severity: 'warning',
  summary: 'A variable is used in a way that throws when it is not set, and it is not set on every way there.',
  why: 'A variable that is not set is null, so that the expression throws and the caller gets a 500.',
  check: ({ flow }) => throwingUses(flow).flatMap(({ name, place, at, step, text, visits }) => {
    const missing = visits.find(({ known, variable, unseen }) => unseen !== 'any' && known !== 'present' && variable?.always === false && variable.writes.size > 0);
    const [write] = missing?.variable?.writes ?? [];
    if (write === undefined) return [];
    return [{
      at,
      place,
      step,
      message: `variable ${name} is not set on every way here: where it is not, ${text} throws`,
      hint: `write context.Variables.GetValueOrDefault(…) with a default, or set ${name} before`,
      related: [{ message: 'set here, on some ways only', at: write.attribute.origin }],
    }];
  }),
});
