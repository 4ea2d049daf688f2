/** A streamed answer that a policy in outbound waits for. */
import { bodyReads } from '../../analysis/body-reads.js';
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { isOfOwnMessage } from '../../analysis/flow/passing-message.js';
import { knownLiteral } from '../../check/element-content.js';
import type { PolicyDocument } from '../../model/document.js';
import type { Origin } from '../../model/origin.js';
import type { Place } from '../../model/walk.js';
import { policyText } from '../policy-text.js';
import { defineRule } from '../rule.js';

export const breaksStreaming = defineRule({
  id: 'breaks-streaming',
  category: 'reliability',
  severity: 'warning',
  summary: 'A policy in outbound needs the whole body of a response that may be a stream.',
  why: 'The gateway waits for the end of the stream, so that the first token reaches the caller with the last.',
  check: ({ document, places }) => {
    const streaming = places.find(({ element }) => element.name === 'forward-request' && knownLiteral(element, 'buffer-response')?.toLowerCase() === 'false');
    const model = places.find(({ element }) => TOKEN_POLICIES.test(element.name));
    const evidence = streaming?.element.origin ?? model?.element.origin ?? (isChat(document) ? document.origin : undefined);
    if (evidence === undefined) return [];
    return places.flatMap((place) => {
      const need = place.section !== 'outbound' || isConditional(place) ? undefined : bodyNeed(place);
      if (need === undefined) return [];
      return [{
        at: need.at,
        place,
        step: need.step,
        message: `${policyText(place)} ${need.text} a response that may be a stream: the gateway waits for its end, and the caller gets the first token with the last`,
        hint: 'count tokens with llm-emit-token-metric, or do it only when the request has no "stream": true',
        related: [{ message: streaming === undefined ? 'a model answers here, and its callers may ask for a stream' : 'the response is streamed from here', at: evidence }],
      }];
    });
  },
});

/** Whether the document's scope is named for the calls that models answer with streams. */
function isChat({ scope }: PolicyDocument): boolean {
  return scope !== undefined && Object.values(scope).some((name) => /\bchat|completion/i.test(name));
}

const TOKEN_POLICIES = /^(?:llm|azure-openai)-(?:token-limit|emit-token-metric)$/;

/** Policies that work on the whole body. Source: reference/runtime.md §5. */
const WHOLE_BODY: ReadonlyMap<string, string> = new Map([
  ['set-body', 'replaces the body of'], ['validate-content', 'checks the body of'], ['find-and-replace', 'changes the body of'], ['json-to-xml', 'changes the body of'], ['xml-to-json', 'changes the body of'],
  ['xsl-transform', 'changes the body of'], ['redirect-content-urls', 'changes the body of'], ['cache-store', 'stores'],
]);

function bodyNeed(place: Place): { readonly at: Origin; readonly step: string; readonly text: string } | undefined {
  for (const { value, step } of attributesAndTexts(place)) {
    const read = /stream/i.test(value.text) ? undefined : bodyReads(value).find(({ message }) => message === 'Response');
    if (read !== undefined) return { at: value.originOf(read.span), step, text: 'reads the body of' };
  }
  const text = isOfOwnMessage(place) ? undefined : WHOLE_BODY.get(place.element.name);
  return text === undefined ? undefined : { at: place.element.origin, step: '', text };
}

/** A choose may ask whether the response is a stream. */
function isConditional({ parent }: Place): boolean {
  for (let around = parent; around !== undefined; around = around.parent) if (around.element.name === 'choose') return true;
  return false;
}
