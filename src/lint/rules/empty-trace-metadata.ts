/** Metadata of a trace that may be empty. */
import { NO_LOCALS } from '../../analysis/locals.js';
import { requestText } from '../../analysis/request-text.js';
import { attributeOf } from '../../check/element-content.js';
import { parsedExpression } from '../../model/parsed-expression.js';
import type { PolicyValue } from '../../model/value.js';
import { isEmptyWhenMissing, sentText } from '../request-text-words.js';
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
    const when = value === undefined ? undefined : whenEmpty(value.value);
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
function whenEmpty(value: PolicyValue): string | undefined {
  if (value.kind !== 'expression') return value.text === '' ? '' : undefined;
  const { code } = parsedExpression(value);
  const read = code.form === 'expression' ? requestText(code.expression, NO_LOCALS) : undefined;
  const sent = read !== undefined && isEmptyWhenMissing(read) ? sentText(read) : undefined;
  return sent === undefined ? undefined : ` when ${sent} is not sent`;
}
