/** What a policy has done that a later one may need undone, or make useless: bodies that are taken, credentials that are set. */
import type { PolicyElement } from '../../model/document.js';
import type { Place } from '../../model/walk.js';
import type { FlowState } from './flow-state.js';

export function withPending(state: FlowState, subject: string, effect: object): FlowState {
  return { ...state, pending: new Map([...state.pending, [subject, new Set([...(state.pending.get(subject) ?? []), effect])]]) };
}

export function withoutPending(state: FlowState, subject: string): FlowState {
  if (!state.pending.has(subject)) return state;
  return { ...state, pending: new Map([...state.pending].filter(([key]) => key !== subject)) };
}

/** A credential of the request that a policy sets. */
export interface SetCredential {
  readonly place: Place;
  /** In lower case. */
  readonly header: string;
}

/** What became of effects: for each the first policy that needed it, and the first that replaced it. */
export class EffectLedger {
  readonly needed = new Map<object, Place>();
  readonly replaced = new Map<object, Place>();
  readonly #credentials = new Map<PolicyElement, SetCredential>();

  /** The same one each time for a policy. */
  credential(place: Place, header: string): SetCredential {
    const known = this.#credentials.get(place.element) ?? { place, header };
    this.#credentials.set(place.element, known);
    return known;
  }

  need(state: FlowState, subject: string, by: Place): void {
    note(this.needed, state.pending.get(subject), by);
  }

  replace(state: FlowState, subject: string, by: Place): void {
    note(this.replaced, state.pending.get(subject), by);
  }
}

function note(ledger: Map<object, Place>, effects: ReadonlySet<object> | undefined, by: Place): void {
  for (const effect of effects ?? []) if (!ledger.has(effect)) ledger.set(effect, by);
}

export function bodySubject(body: string): string {
  return `body ${body}`;
}

/** @param header in lower case */
export function credentialSubject(header: string): string {
  return `credential ${header}`;
}
