/** Metadata of a trace that may be empty. */
import { valuesWithout } from '../../analysis/value-without.js';
import { attributeOf } from '../../check/element-content.js';
import type { PolicyValue } from '../../model/value.js';
import type { Place } from '../../model/walk.js';
import { sourceWords } from '../source-words.js';
import { defineRule } from '../rule.js';

export const emptyTraceMetadata = defineRule({
  id: 'empty-trace-metadata',
  category: 'reliability',
  severity: 'warning',
  preset: 'strict',
  summary: 'A value of trace metadata may be empty.',
  why: 'An empty value is refused when the policy runs, "The value field is required": the trace fails, and with it the call.',
  check: ({ places }) => places.filter(({ element, parent }) => element.name === 'metadata' && parent?.element.name === 'trace').flatMap((place) => {
    const value = attributeOf(place.element, 'value');
    const when = value === undefined ? undefined : whenEmpty(place, value.value);
    if (value === undefined || when === undefined) return [];
    return [{
      at: value.origin,
      place,
      step: '/@value',
      message: `the value of metadata is empty${when}: the policy fails with "The value field is required", and the caller gets a 500`,
      hint: 'give a value that is not empty: GetValueOrDefault(…, "none")',
    }];
  }),
});

/** ` when the header X is not sent`; nothing when it always is empty; undefined when it is not known to be. */
function whenEmpty(place: Place, value: PolicyValue): string | undefined {
  if (value.kind === 'literal') return value.text === '' ? '' : undefined;
  if (value.kind !== 'expression') return undefined;
  const without = valuesWithout(place, value).find((one) => one.value === '' || one.value === null);
  return without === undefined ? undefined : ` when ${sourceWords(without.source)} is not sent`;
}
