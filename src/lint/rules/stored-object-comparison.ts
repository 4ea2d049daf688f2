/** A stored object is compared with a text. */
import { visitedAccesses } from '../flow-accesses.js';
import { defineRule } from '../rule.js';

export const storedObjectComparison = defineRule({
  id: 'stored-object-comparison',
  category: 'correctness',
  severity: 'warning',
  summary: 'A variable is compared with a text without being cast to string.',
  why: 'context.Variables gives an object, and == on objects compares references: the comparison may fail although the texts are equal.',
  check: ({ flow }) => visitedAccesses(flow, 'reference-comparison').flatMap(({ visits, place, at, step }) => visits.slice(0, 1).map(({ access: { name } }) => ({
    at,
    place,
    step,
    message: `variable ${name} is compared as an object: == asks whether both are the same object, not whether they have the same text`,
    hint: `write (string)context.Variables["${name}"]`,
  }))),
});
