/** A limit whose counter all callers share. */
import { constantText } from '../../analysis/constant-text.js';
import { attributeOf } from '../../check/element-content.js';
import { isOpaque } from '../../check/opaque-text.js';
import { shortened } from '../../check/shown-text.js';
import type { Place } from '../../model/walk.js';
import { defineRule } from '../rule.js';

/** What is used up, by the element that counts it. */
const COUNTED: ReadonlyMap<string, string> = new Map([
  ['rate-limit-by-key', 'calls'],
  ['quota-by-key', 'quota'],
  ['llm-token-limit', 'tokens'],
  ['azure-openai-token-limit', 'tokens'],
]);

/** Words in the key of a limit that is meant for all calls together, or for what stands behind the gateway. */
const MEANT_FOR_ALL: ReadonlySet<string> = new Set([
  'all', 'backend', 'backends', 'capacity', 'common', 'deployment', 'everyone', 'gateway', 'global', 'instance', 'overall', 'pool', 'ptu', 'region', 'service',
  'shared', 'tenant', 'total', 'whole',
]);

export const constantCounterKey = defineRule({
  id: 'constant-counter-key',
  category: 'cost',
  severity: 'warning',
  summary: 'A limit has a constant counter-key.',
  why: 'All callers share one counter, with every other policy that has the same key: one caller can use up what is there for all.',
  check: ({ places }) => {
    const limits = places.filter(({ element }) => COUNTED.has(element.name));
    // A limit by caller in the same document shows that the constant one beside it is meant for all.
    if (limits.some(countsCallers)) return [];
    return limits.flatMap((place) => {
      const key = constantKey(place);
      if (key === undefined || isMeantForAll(key) || measuresUsage(place)) return [];
      const { element } = place;
      return [{
        at: attributeOf(element, 'counter-key')?.origin ?? element.origin,
        place,
        step: '/@counter-key',
        message: `counter-key of ${element.name} is always "${shortened(key)}": all callers share one counter, and one of them can use up the ${COUNTED.get(element.name) ?? ''} of all`,
        hint: 'count by what tells callers apart, such as @(context.Subscription.Id); for a limit on all calls together, say so in the key: "all-callers"',
      }];
    });
  },
});

/** Not for a key that is filled in elsewhere. */
function constantKey({ element }: Place): string | undefined {
  const value = attributeOf(element, 'counter-key')?.value;
  const key = value === undefined ? undefined : constantText(value);
  return key === undefined || key === '' || isOpaque(key) ? undefined : key;
}

/** `openai-backend-0`, `GlobalBudget`. */
function isMeantForAll(key: string): boolean {
  return key.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => MEANT_FOR_ALL.has(word.toLowerCase()));
}

/** A token limit with a bound that nobody reaches is how the tokens of streamed answers get into a variable. */
function measuresUsage({ element }: Place): boolean {
  return attributeOf(element, 'tokens-consumed-variable-name') !== undefined;
}

function countsCallers({ element }: Place): boolean {
  const value = attributeOf(element, 'counter-key')?.value;
  return value?.kind === 'expression' && constantText(value) === undefined;
}
