/** What policies do to the messages that pass: their bodies, the response, the credentials. */
import type { Place } from '../../model/walk.js';
import { writtenAttribute, type WrittenValue } from '../attributes-and-texts.js';
import { needCredentials, withCredential } from './credential-effects.js';
import { withoutFacts } from './facts.js';
import type { FlowState } from './flow-state.js';
import { entryPath, REQUEST_BODY, RESPONSE, RESPONSE_BODY } from './nullable-path.js';
import { isOfOwnMessage, passingBody } from './passing-message.js';
import { bodySubject, type EffectLedger, withoutPending } from './pending-effects.js';

type Effect = (place: Place, state: FlowState, ledger: EffectLedger) => FlowState;

/** The state behind a policy that runs no others, whose expressions have been computed and whose variables are set. */
export function policyEffect(place: Place, state: FlowState, ledger: EffectLedger): FlowState {
  return (EFFECTS.get(place.element.name) ?? withCredential)(place, state, ledger);
}

const EFFECTS: ReadonlyMap<string, Effect> = new Map([
  ['forward-request', forwarded],
  ['set-body', withBody],
  ['set-header', withHeader],
  ['check-header', (place, state) => withPresentHeader(state, writtenAttribute(place, 'name'))],
  ['validate-jwt', (place, state) => withPresentHeader(state, writtenAttribute(place, 'header-name'))],
  ['validate-azure-ad-token', (place, state) => withPresentHeader(state, writtenAttribute(place, 'header-name'))],
  ['send-request', copied],
  ['send-one-way-request', copied],
]);

function forwarded(place: Place, state: FlowState, ledger: EffectLedger): FlowState {
  ledger.need(state, bodySubject(REQUEST_BODY), place);
  needCredentials(state, place, ledger);
  const facts = new Map(withoutFacts(state.facts, (path) => path.startsWith(RESPONSE))).set(RESPONSE, 'present');
  return { ...withoutPending(state, bodySubject(RESPONSE_BODY)), facts };
}

function withBody(place: Place, state: FlowState): FlowState {
  const body = isOfOwnMessage(place) ? undefined : passingBody(place);
  return body === undefined ? state : { ...withoutPending(state, bodySubject(body)), facts: new Map(state.facts).set(body, 'present') };
}

/** Who gets past a check of the header has sent it. */
function withPresentHeader(state: FlowState, name: WrittenValue | undefined): FlowState {
  const path = name?.value.kind === 'literal' ? entryPath('context.Request.Headers', name.value.text.trim()) : undefined;
  return path === undefined ? state : { ...state, facts: new Map(state.facts).set(path, 'present') };
}

/** A header of the request that is set is there; one of another message may have been missing. */
function withHeader(place: Place, state: FlowState, ledger: EffectLedger): FlowState {
  const asked = { ...state, facts: withoutFacts(state.facts, (path, known) => known === 'null' && path.includes('header ')) };
  const isSet = !isOfOwnMessage(place) && passingBody(place) === REQUEST_BODY && writtenAttribute(place, 'exists-action')?.value.text.trim().toLowerCase() !== 'delete';
  return withCredential(place, isSet ? withPresentHeader(asked, writtenAttribute(place, 'name')) : asked, ledger);
}

/** With mode="copy" the request is that of the caller. */
function copied(place: Place, state: FlowState, ledger: EffectLedger): FlowState {
  if (writtenAttribute(place, 'mode')?.value.text.trim().toLowerCase() !== 'copy') return state;
  ledger.need(state, bodySubject(REQUEST_BODY), place);
  needCredentials(state, place, ledger);
  return state;
}
