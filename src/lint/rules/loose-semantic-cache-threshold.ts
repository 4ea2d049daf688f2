/** A semantic cache that answers prompts which are barely alike. */
import { attributeOf, knownNumber } from '../../check/element-content.js';
import { defineRule } from '../rule.js';
import { SEMANTIC_CACHE_LOOKUPS } from '../semantic-cache.js';

/** Advice of the reference page of llm-semantic-cache-lookup: begin with the first; beyond the second wrong hits are likely. */
const START = 0.05;
const LOOSE_ABOVE = 0.2;

/** What the attribute takes at all; more is an invalid value. */
const LARGEST = 1;

/** From here on the number was probably meant as a similarity, the other way round. */
const SIMILARITY_FROM = 0.5;

export const looseSemanticCacheThreshold = defineRule({
  id: 'loose-semantic-cache-threshold',
  category: 'correctness',
  severity: 'warning',
  summary: 'The score-threshold of a semantic cache is so high that prompts which are barely alike share an answer.',
  why: 'score-threshold is the largest distance between two prompts that counts as a hit, so callers get the cached answer to another question.',
  check: ({ places }) => places.flatMap((place) => {
    const { element } = place;
    if (!SEMANTIC_CACHE_LOOKUPS.has(element.name)) return [];
    const threshold = knownNumber(element, 'score-threshold');
    if (threshold === undefined || threshold <= LOOSE_ABOVE || threshold > LARGEST) return [];
    const isSimilarity = threshold >= SIMILARITY_FROM && threshold < LARGEST;
    const similarity = isSimilarity ? `; ${threshold} reads like a similarity, which would be a distance of ${rounded(LARGEST - threshold)}` : '';
    return [{
      at: attributeOf(element, 'score-threshold')?.origin ?? element.origin,
      place,
      step: '/@score-threshold',
      message: `score-threshold of ${element.name} is ${threshold}, and lower is stricter: above ${LOOSE_ABOVE} callers are likely to get the cached answer to another question${similarity}`,
      hint: `start with ${START}, and raise it only while the hits are right`,
    }];
  }),
});

/** Without the noise of binary fractions: 1 - 0.8. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}
