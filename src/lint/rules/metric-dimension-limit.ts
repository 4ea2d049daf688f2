/** A metric with more dimensions than APIM takes. */
import { childrenNamed, knownLiteral } from '../../check/element-content.js';
import type { PolicyElement } from '../../model/document.js';
import { METRIC_POLICIES } from '../metric-policies.js';
import { defineRule } from '../rule.js';
import { ruleConstraints } from '../rule-constraints.js';

const ID = 'metric-dimension-limit';

/** What older pages and the VS Code extension schema allow; beyond it all sources refuse. */
const LIMIT_OF_ALL_SOURCES = 10;

export const metricDimensionLimit = defineRule({
  id: ID,
  category: 'cost',
  severity: 'warning',
  summary: 'A metric has more dimensions of its own than its reference page allows.',
  why: 'APIM may refuse the document, and each combination of values is a time series of its own, which Application Insights bills and limits.',
  check: ({ places }) => places.filter(({ element }) => METRIC_POLICIES.has(element.name)).flatMap((place) => {
    const { element } = place;
    return ruleConstraints(place, 'child-count', ID).flatMap(({ name, max, where }) => {
      const defaults = new Set(where?.notIn.map((value) => value.toLowerCase()));
      const own = childrenNamed(element, name).filter((dimension) => isOwn(dimension, defaults));
      const surplus = max === null ? undefined : own[max];
      if (surplus === undefined) return [];
      const isRefused = own.length > LIMIT_OF_ALL_SOURCES;
      return [{
        at: surplus.origin,
        place,
        severity: isRefused ? 'error' : 'warning',
        message: `${element.name} has ${own.length} dimensions beside the default ones, but takes ${max}: APIM ${isRefused ? 'refuses' : 'may refuse'} the document`,
        hint: `keep the ${max} that someone looks at; default ones such as "API ID" do not count`,
      }];
    });
  }),
});

/** A name that an expression or a placeholder gives may be a default one. */
function isOwn(dimension: PolicyElement, defaults: ReadonlySet<string>): boolean {
  const name = knownLiteral(dimension, 'name');
  return name !== undefined && !defaults.has(name.toLowerCase());
}
