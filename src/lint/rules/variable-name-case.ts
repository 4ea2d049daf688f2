/** A variable that is read in another letter case than it is set. */
import { defineRule } from '../rule.js';
import { namesRead } from '../variable-names.js';

export const variableNameCase = defineRule({
  id: 'variable-name-case',
  category: 'correctness',
  severity: 'warning',
  summary: 'A variable is read under a name that differs from the one it is set under in letter case only.',
  why: 'Names of variables are told apart by letter case, so that the expression finds no value.',
  check: (facts) => {
    const set = facts.project.variables.setBesides(facts.document);
    const unset = namesRead(facts).filter(({ name }) => !set.has(name));
    if (unset.length === 0) return [];
    const spellings = new Map([...set].map((name) => [name.toLowerCase(), name]));
    return unset.flatMap(({ name, place, at, step }) => {
      const spelling = spellings.get(name.toLowerCase());
      return spelling === undefined ? [] : [{ at, place, step, message: `variable ${name} is never set, but ${spelling} is: names are told apart by letter case, and nothing is found here`, hint: `write ${spelling}` }];
    });
  },
});
