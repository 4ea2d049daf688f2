/** The message that passes through the gateway where a policy stands: the caller's request, or the response to it. */
import type { Place } from '../../model/walk.js';
import { REQUEST_BODY, RESPONSE_BODY } from './nullable-path.js';

/** Policies with a message of their own. */
const OWN_MESSAGES: ReadonlySet<string> = new Set(['send-request', 'send-one-way-request', 'return-response', 'mock-response']);

/** Whether the policy changes a message that another policy makes. */
export function isOfOwnMessage({ parent }: Place): boolean {
  for (let around = parent; around !== undefined; around = around.parent) if (OWN_MESSAGES.has(around.element.name)) return true;
  return false;
}

/** The body that set-body replaces; undefined where both may pass. */
export function passingBody({ section }: Place): string | undefined {
  if (section === undefined) return undefined;
  return section === 'inbound' || section === 'backend' ? REQUEST_BODY : RESPONSE_BODY;
}
