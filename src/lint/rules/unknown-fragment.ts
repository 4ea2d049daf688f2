/** An included fragment that the project does not have. */
import { didYouMean } from '../did-you-mean.js';
import { fragmentReferences } from '../references.js';
import { defineRule } from '../rule.js';
import { undeclaredReferences } from '../undeclared.js';

export const unknownFragment = defineRule({
  id: 'unknown-fragment',
  category: 'correctness',
  severity: 'warning',
  summary: 'A policy includes a fragment that the project does not have.',
  why: 'API Management refuses to save a policy that includes a fragment it does not have.',
  checkProject: (project) => {
    // A fragment in a file that does not say its id may be the one.
    if (project.documents.some(({ kind, scope }) => kind === 'fragment' && scope === undefined)) return [];
    return undeclaredReferences(project, project.fragments, fragmentReferences).map(({ name, at, place, step }) => ({
      at,
      place,
      step,
      message: `there is no fragment ${name} in the project; APIM refuses the policy when it has no such fragment either`,
      hint: didYouMean(name, project.fragments.names, `add it: fragment('${name}', [ … ])`),
    }));
  },
});
