/** What policies do to the messages that pass: their bodies, the response, the credentials. */
import type { Place } from '../../model/walk.js';
import { writtenAttribute, type WrittenValue } from '../attributes-and-texts.js';
import { demandedSources } from '../demanded-sources.js';
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
  ['check-header', withDemanded],
  ['validate-jwt', withDemanded],
  ['validate-azure-ad-token', withDemanded],
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

/** Who gets past a policy has sent what it demands. */
function withDemanded({ element }: Place, state: FlowState): FlowState {
  return demandedSources(element).reduce((known, { kind, name }) => withPresentEntry(known, DICTIONARIES[kind], name), state);
}

const DICTIONARIES = { header: 'context.Request.Headers', query: 'context.Request.Url.Query' } as const;

function withPresentHeader(state: FlowState, name: WrittenValue | undefined): FlowState {
  return name?.value.kind === 'literal' ? withPresentEntry(state, DICTIONARIES.header, name.value.text.trim()) : state;
}

function withPresentEntry(state: FlowState, dictionary: string, name: string): FlowState {
  const path = entryPath(dictionary, name);
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
