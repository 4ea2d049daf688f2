/** A token limit that is asked before the cache. */
import { areAlternatives } from '../../analysis/execution-order.js';
import { defineRule } from '../rule.js';
import { SEMANTIC_CACHE_LOOKUPS } from '../semantic-cache.js';

const TOKEN_LIMITS: ReadonlySet<string> = new Set(['llm-token-limit', 'azure-openai-token-limit']);

export const tokenLimitBeforeCacheLookup = defineRule({
  id: 'token-limit-before-cache-lookup',
  category: 'cost',
  severity: 'warning',
  summary: 'A token limit stands before the lookup of the semantic cache.',
  why: 'Calls that the cache answers are counted against the budget, and refused once it is used up, although they cost no tokens.',
  check: ({ places }) => {
    const lookups = places.flatMap((place, index) => (SEMANTIC_CACHE_LOOKUPS.has(place.element.name) ? [{ place, index }] : []));
    if (lookups.length === 0) return [];
    return places.flatMap((place, index) => {
      const { element, section } = place;
      if (!TOKEN_LIMITS.has(element.name)) return [];
      const lookup = lookups.find((other) => other.index > index && other.place.section === section && !areAlternatives(place, other.place));
      if (lookup === undefined) return [];
      const { element: cache } = lookup.place;
      return [{
        at: element.origin,
        place,
        message: `${element.name} stands before ${cache.name}: a call that the cache could answer counts against the tokens, and gets 429 or 403 when they are used up`,
        hint: `move ${element.name} behind ${cache.name}`,
        related: [{ message: 'the cache is asked here', at: cache.origin }],
      }];
    });
  },
});
