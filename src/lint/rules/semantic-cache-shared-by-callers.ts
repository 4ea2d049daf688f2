/** A semantic cache without a partition for each caller. */
import { childrenNamed, hidesChildren } from '../../check/element-content.js';
import { defineRule } from '../rule.js';
import { SEMANTIC_CACHE_LOOKUPS } from '../semantic-cache.js';

export const semanticCacheSharedByCallers = defineRule({
  id: 'semantic-cache-shared-by-callers',
  category: 'security',
  severity: 'warning',
  preset: 'strict',
  summary: 'A semantic cache has no vary-by, so that all callers share its answers.',
  why: 'A caller whose prompt is close enough gets the answer to the prompt of another, with whatever that one had asked about or sent along.',
  check: ({ places }) => places.flatMap((place) => {
    const { element } = place;
    if (!SEMANTIC_CACHE_LOOKUPS.has(element.name) || hidesChildren(element) || childrenNamed(element, 'vary-by').length > 0) return [];
    return [{
      at: element.origin,
      place,
      message: `${element.name} has no vary-by: an answer made for one caller goes to every other one with a similar prompt`,
      hint: 'add <vary-by>@(context.Subscription.Id)</vary-by>',
    }];
  }),
});
