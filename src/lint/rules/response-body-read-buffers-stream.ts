/** A streamed answer that outbound waits for. */
import { bodyReads } from '../../analysis/body-reads.js';
import { knownLiteral } from '../../check/element-content.js';
import type { Place } from '../../model/walk.js';
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { defineRule } from '../rule.js';

export const responseBodyReadBuffersStream = defineRule({
  id: 'response-body-read-buffers-stream',
  category: 'reliability',
  severity: 'warning',
  summary: 'outbound reads the body of a response that forward-request passes on as it comes.',
  why: 'The gateway waits for the end of the stream before it reads, so the first token reaches the caller with the last.',
  check: ({ places }) => {
    const streaming = places.find(({ element }) => element.name === 'forward-request' && knownLiteral(element, 'buffer-response')?.toLowerCase() === 'false');
    if (streaming === undefined) return [];
    return places.flatMap((place) => {
      if (place.section !== 'outbound' || isConditional(place)) return [];
      const [first] = attributesAndTexts(place).flatMap(({ value, step }) =>
        bodyReads(value).flatMap(({ message, span }) => (message === 'Response' ? [{ value, step, span }] : [])));
      if (first === undefined) return [];
      return [{
        at: first.value.originOf(first.span),
        place,
        step: first.step,
        message: `${place.element.name} reads the body of the response, which forward-request streams: the gateway waits for its end, and the caller gets the first token with the last`,
        hint: 'count tokens with llm-emit-token-metric, or read the body only when the request has no "stream": true',
        related: [{ message: 'the response is streamed from here', at: streaming.element.origin }],
      }];
    });
  },
});

/** A choose may ask whether the response is a stream. */
function isConditional({ parent }: Place): boolean {
  for (let around = parent; around !== undefined; around = around.parent) if (around.element.name === 'choose') return true;
  return false;
}
