/** A retry that waits longer than connections live. */
import { type RetryWaits, retryWaits } from '../../analysis/retry-waits.js';
import type { Place } from '../../model/walk.js';
import type { DocumentFacts } from '../document-facts.js';
import { defineRule, type RuleFinding } from '../rule.js';

/** Seconds after which the load balancer before the gateway cuts a connection on which nothing is sent. Source: reference/runtime.md §5. */
const IDLE_LIMIT = 240;

export const retryWaitsTooLong = defineRule({
  id: 'retry-waits-too-long',
  category: 'reliability',
  severity: 'warning',
  summary: `The waits of a retry come to more than ${IDLE_LIMIT} seconds.`,
  why: 'The load balancer cuts a connection on which nothing is sent for four minutes, and most callers give up before: the last attempts are for nobody.',
  check: ({ places }: DocumentFacts) => places.flatMap((place) => {
    const waits = place.element.name === 'retry' ? retryWaits(place.element) : undefined;
    return waits === undefined || waits.seconds <= IDLE_LIMIT ? [] : [finding(place, waits)];
  }),
});

function finding(place: Place, { count, waits, seconds }: RetryWaits): RuleFinding {
  return {
    at: place.element.origin,
    place,
    message: `the ${count} waits of this retry come to about ${seconds} s (${waitsText(waits)}), beside the time of the attempts; connections on which nothing is sent are cut after ${IDLE_LIMIT} s`,
    hint: 'lower count or interval, or bound the waits with max-interval',
  };
}

const MOST_SHOWN = 4;

function waitsText(waits: readonly number[]): string {
  if (new Set(waits).size === 1) return `${waits[0]} s each`;
  return waits.length <= MOST_SHOWN + 1 ? waits.join(' + ') : `${waits.slice(0, MOST_SHOWN).join(' + ')} + … + ${waits.at(-1)}`;
}
