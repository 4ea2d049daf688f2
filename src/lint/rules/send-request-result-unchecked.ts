/** An answer is used that may not have come. */
import type { DocumentFlow } from '../../analysis/flow/document-flow.js';
import { pathVariable } from '../../analysis/flow/nullable-path.js';
import type { Place } from '../../model/walk.js';
import { defineRule } from '../rule.js';
import { throwingUses } from '../variable-uses.js';

export const sendRequestResultUnchecked = defineRule({
  id: 'send-request-result-unchecked',
  category: 'reliability',
  severity: 'warning',
  summary: 'What a policy with ignore-error="true" leaves in its variable is used without a test for null.',
  why: 'When the call fails the variable is null, so that the next expression throws and the caller gets the 500 that ignore-error was to keep from it.',
  check: ({ flow }) => {
    const outcomes = outcomesOf(flow);
    return throwingUses(flow).flatMap(({ name, place, at, step, text, visits }) => {
      const write = visits.flatMap(({ known, variable }) => (known === undefined ? [...(variable?.writes ?? [])].filter(({ mayBeNull }) => mayBeNull) : []))[0];
      if (write === undefined || asksForOneOf(outcomes.get(name) ?? [], place)) return [];
      return [{
        at,
        place,
        step,
        message: `variable ${name} is null when ${write.place.element.name} fails, which ignores errors: then ${text} throws`,
        hint: `ask first: context.Variables["${name}"] != null`,
        related: [{ message: 'set here', at: write.attribute.origin }],
      }];
    });
  },
});

/** By variable of an answer, the variables whose values are computed with a test whether it came. */
function outcomesOf({ accesses }: DocumentFlow): ReadonlyMap<string, readonly string[]> {
  const outcomes = new Map<string, string[]>();
  for (const { access, place: { element } } of accesses) {
    const answer = access.kind === 'null-test' && element.name === 'set-variable' ? pathVariable(access.path) : undefined;
    const outcome = element.attributes.find(({ name }) => name === 'name')?.value.text.trim();
    if (answer !== undefined && outcome !== undefined) outcomes.set(answer, [...(outcomes.get(answer) ?? []), outcome]);
  }
  return outcomes;
}

/** Whether a choose around tells the cases apart by such a variable. */
function asksForOneOf(outcomes: readonly string[], place: Place): boolean {
  for (let around = place.parent; around !== undefined; around = around.parent) {
    if (around.element.name !== 'choose') continue;
    const conditions = around.children().flatMap(({ element }) => element.attributes.filter(({ name }) => name === 'condition'));
    if (conditions.some(({ value }) => outcomes.some((outcome) => value.text.includes(`"${outcome}"`)))) return true;
  }
  return false;
}
