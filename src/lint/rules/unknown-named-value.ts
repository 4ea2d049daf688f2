/** A named value that the project does not declare. */
import { didYouMean } from '../did-you-mean.js';
import { namedValueUses } from '../references.js';
import { defineRule } from '../rule.js';
import { undeclaredReferences } from '../undeclared.js';

export const unknownNamedValue = defineRule({
  id: 'unknown-named-value',
  category: 'correctness',
  severity: 'warning',
  summary: 'A policy uses a named value that the project does not declare.',
  why: 'API Management refuses to save a policy with a named value that it does not have.',
  checkProject: (project) =>
    undeclaredReferences(project, project.namedValues, namedValueUses).map(({ name, at, place, step }) => ({
      at,
      place,
      step,
      message: `no named value with the display name ${name} is declared in the project; APIM refuses the policy when it has none either`,
      hint: didYouMean(name, project.namedValues.names, `declare it with namedValue('${name}', …)`),
    })),
});
