/** Credentials of the request that policies set. Source: reference/runtime.md §12. */
import type { PolicyElement } from '../../model/document.js';
import type { Place } from '../../model/walk.js';
import { isCredentialHeader } from '../credential-names.js';
import type { FlowState } from './flow-state.js';
import { isOfOwnMessage } from './passing-message.js';
import { credentialSubject, type EffectLedger, withoutPending, withPending } from './pending-effects.js';

/** The state behind a policy that sets or removes a credential of the passing request. */
export function withCredential(place: Place, state: FlowState, ledger: EffectLedger): FlowState {
  if (isOfOwnMessage(place) || (place.section !== 'inbound' && place.section !== 'backend')) return state;
  const change = credentialChange(place.element);
  if (change === undefined) return state;
  const subject = credentialSubject(change.header);
  ledger.replace(state, subject, place);
  const cleared = withoutPending(state, subject);
  return change.isRemoval ? cleared : withPending(cleared, subject, ledger.credential(place, change.header));
}

function credentialChange(element: PolicyElement): { readonly header: string; readonly isRemoval: boolean } | undefined {
  const text = (name: string): string | undefined => element.attributes.find((attribute) => attribute.name === name)?.value.text.trim();
  switch (element.name) {
    case 'authentication-managed-identity':
      return text('output-token-variable-name') === undefined ? { header: 'authorization', isRemoval: false } : undefined;
    case 'authentication-basic':
      return { header: 'authorization', isRemoval: false };
    case 'set-header': {
      const header = text('name')?.toLowerCase() ?? '';
      const action = text('exists-action')?.toLowerCase() ?? 'override';
      return isCredentialHeader(header) && (action === 'override' || action === 'delete') ? { header, isRemoval: action === 'delete' } : undefined;
    }
    default:
      return undefined;
  }
}

/** Every credential that is set here is sent, or may be. */
export function needCredentials(state: FlowState, by: Place, ledger: EffectLedger): void {
  for (const subject of state.pending.keys()) if (subject.startsWith(credentialSubject(''))) ledger.need(state, subject, by);
}

/** An expression that names the header may read what has been set. */
export function needNamedCredentials(state: FlowState, text: string, by: Place, ledger: EffectLedger): void {
  const lower = text.toLowerCase();
  for (const subject of state.pending.keys()) {
    const [, header] = subject.split(credentialSubject(''));
    if (header !== undefined && lower.includes(header)) ledger.need(state, subject, by);
  }
}
