/** A dimension without a value whose name APIM does not fill in. */
import { attributeOf, knownLiteral } from '../../check/element-content.js';
import { closestName } from '../../syntax/text/closest-name.js';
import { METRIC_POLICIES } from '../metric-policies.js';
import { defineRule } from '../rule.js';
import { ruleConstraints } from '../rule-constraints.js';

const ID = 'metric-dimension-needs-value';

export const metricDimensionNeedsValue = defineRule({
  id: ID,
  category: 'correctness',
  severity: 'warning',
  summary: 'A dimension of a metric has no value, and its name is none that APIM fills in.',
  why: 'Only the default dimensions get their value from APIM: it may refuse the document, or send the metric with an empty dimension.',
  check: ({ places }) => places.filter(({ element, parent }) => element.name === 'dimension' && METRIC_POLICIES.has(parent?.element.name ?? '')).flatMap((place) => {
    const { element } = place;
    const name = knownLiteral(element, 'name');
    // Another attribute may be a misspelt value, which has a finding of its own.
    if (name === undefined || element.attributes.some((attribute) => attribute.name !== 'name')) return [];
    return ruleConstraints(place, 'conditional-required', ID).flatMap(({ unless }) => {
      const defaults = unless !== undefined && 'in' in unless ? unless.in : [];
      if (defaults.some((value) => value.toLowerCase() === name.toLowerCase())) return [];
      const near = defaults.find((value) => spelling(value) === spelling(name)) ?? closestName(name, defaults);
      return [{
        at: attributeOf(element, 'name')?.origin ?? element.origin,
        place,
        step: '/@name',
        message: `dimension "${name}" has no value, and is none of the default ones that APIM fills in: APIM may refuse the document or leave the dimension empty`,
        hint: near === undefined ? 'add value="@(…)"' : `did you mean the default dimension "${near}"? otherwise add value="@(…)"`,
      }];
    });
  }),
});

/** Without what is left out or added by habit: `ApiId` for `API ID`. */
function spelling(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}
