/** A body that is read and then gone, although it is needed. */
import type { Place } from '../../model/walk.js';
import { accessOrigin } from '../flow-accesses.js';
import { policyText } from '../policy-text.js';
import { defineRule, type RuleFinding } from '../rule.js';
import type { PlacedAccess } from '../../analysis/flow/document-flow.js';
import { pathVariable, REQUEST_BODY } from '../../analysis/flow/nullable-path.js';

export const bodyConsumed = defineRule({
  id: 'body-consumed',
  category: 'correctness',
  severity: 'warning',
  summary: 'A body is read without preserveContent, and is needed afterwards.',
  why: 'The first such read takes the body out of the message: whoever comes next, another expression, the backend or the caller, finds nothing.',
  check: ({ flow }) => {
    const reported = new Set<string>();
    return flow.accesses.flatMap((placed): RuleFinding[] => {
      const by = flow.effects.needed.get(placed);
      if (placed.access.kind !== 'body' || placed.access.caught || by === undefined) return [];
      const at = accessOrigin(placed);
      const key = `${at.file} ${at.range.start.offset}`;
      if (reported.has(key)) return [];
      reported.add(key);
      return [{
        at,
        place: placed.place,
        step: placed.written.step,
        message: `${policyText(placed.place)} takes the body out of the ${messageText(placed.access.body)}: ${lossText(placed, by)}`,
        hint: 'write As<…>(preserveContent: true)',
        ...(by === placed.place ? {} : { related: [{ message: 'needed here', at: by.element.origin }] }),
      }];
    });
  },
});

function messageText(body: string): string {
  const variable = pathVariable(body.replace(/\.Body$/, ''));
  return variable === undefined ? (body === REQUEST_BODY ? 'request' : 'response') : `response in variable ${variable}`;
}

function lossText({ place }: PlacedAccess, by: Place): string {
  switch (by.element.name) {
    case 'forward-request':
    case 'base':
    case 'inbound':
      return 'the backend gets an empty one';
    case 'outbound':
      return 'the caller gets an empty one';
    case 'return-response':
      return 'return-response answers without it';
    default:
      return by === place ? 'the next read of the same expression finds nothing' : `${policyText(by)} finds nothing`;
  }
}
