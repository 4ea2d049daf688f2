/** An included fragment that the project does not have. */
import { didYouMean } from '../did-you-mean.js';
import { fragmentReferences } from '../references.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const unknownFragment = defineRule({
  id: 'unknown-fragment',
  category: 'correctness',
  severity: 'warning',
  summary: 'A policy includes a fragment that the project does not have.',
  why: 'API Management refuses to save a policy that includes a fragment it does not have.',
  check: ({ places, project: { fragments, documents } }) => {
    // A fragment in a file that does not say its id may be the one.
    if (fragments.isEmpty || documents.some(({ kind, scope }) => kind === 'fragment' && scope === undefined)) return [];
    return fragmentReferences(places).filter(({ name }) => fragments.get(name) === undefined).map(({ name, at, place, step }): RuleFinding => ({
      at,
      place,
      step,
      message: `there is no fragment ${name} in the project; APIM refuses the policy when it has no such fragment either`,
      hint: didYouMean(name, fragments.names, `add it: fragment('${name}', [ … ])`),
    }));
  },
});
