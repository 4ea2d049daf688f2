/** A window that is too long or too short for the limit's kind. */
import { attributeOf, knownNumber } from '../../check/element-content.js';
import type { Place } from '../../model/walk.js';
import { defineRule } from '../rule.js';
import { ruleConstraints } from '../rule-constraints.js';

const ID = 'renewal-period-out-of-range';

/** What to use in place of each policy when its window does not fit. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['rate-limit', 'for longer windows use quota, or llm-token-limit with a token-quota'],
  ['rate-limit-by-key', 'for longer windows use quota-by-key'],
  ['quota-by-key', 'for shorter windows use rate-limit-by-key; 0 never renews'],
]);

export const renewalPeriodOutOfRange = defineRule({
  id: ID,
  category: 'correctness',
  severity: 'error',
  summary: 'The renewal-period of a rate limit or quota is out of the range of its policy.',
  why: 'APIM refuses the document: rate limits count in windows of up to five minutes, quotas by key in windows of at least five.',
  check: ({ places }) => places.flatMap((place) => {
    const { element } = place;
    const policy = limitAround(place);
    const period = policy === undefined ? undefined : knownNumber(element, 'renewal-period');
    if (policy === undefined || period === undefined || period < 0) return [];
    return ruleConstraints(place, 'range', ID).flatMap(({ min = 0, max = Infinity, except = [] }) => {
      if ((period >= min && period <= max) || except.includes(period)) return [];
      const bound = period < min ? `at least ${min}` : `at most ${max}`;
      return [{
        at: attributeOf(element, 'renewal-period')?.origin ?? element.origin,
        place,
        step: '/@renewal-period',
        message: `renewal-period of ${element.name} is ${period} seconds, but takes ${bound}: APIM refuses the document`,
        hint: OTHERS.get(policy) ?? `write a number of seconds that is ${bound}`,
      }];
    });
  }),
});

/** The limit that an element is, or is a part of: an api in it, or an operation in that. */
function limitAround({ element, parent }: Place): string | undefined {
  const names = [element.name, parent?.element.name ?? '', parent?.parent?.element.name ?? ''];
  const depth = names.findIndex((name) => OTHERS.has(name));
  return depth !== -1 && names.slice(0, depth).every((name) => name === 'api' || name === 'operation') ? names[depth] : undefined;
}
