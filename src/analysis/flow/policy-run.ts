/** Runs policies one after the other over what is known. */
import type { PolicyDocument, PolicyElement } from '../../model/document.js';
import { parsedExpression } from '../../model/parsed-expression.js';
import type { PolicyValue } from '../../model/value.js';
import { type Place, rootPlaces } from '../../model/walk.js';
import { attributesAndTexts, writtenAttribute, type WrittenValue } from '../attributes-and-texts.js';
import type { Access } from './access.js';
import { conditionKeys, otherwiseKey } from './condition-keys.js';
import { needCredentials, needNamedCredentials } from './credential-effects.js';
import { evaluateCode } from './evaluate-code.js';
import { type Known, type Reached, withoutFacts } from './facts.js';
import { type FlowState, joinStates, mayHoldNull, mostUnseen, type ReachedState, sameState, whereTrue, withSetWhen, withWrite } from './flow-state.js';
import type { FlowWorld } from './flow-world.js';
import { LAST_ERROR, REQUEST_BODY, RESPONSE, TAKEN, variablePath } from './nullable-path.js';
import { bodySubject, EffectLedger, withoutPending, withPending } from './pending-effects.js';
import { policyEffect } from './policy-effect.js';
import { hasUnknownName, type VariableWrite, variableWrites } from './variable-writes.js';

/** An access in its place, with the state in which the policy starts. */
export interface PlacedAccess {
  readonly access: Access;
  readonly place: Place;
  readonly written: WrittenValue;
  readonly state: FlowState;
}

/** What holds when a value has been computed, and when it is true or false. */
interface Evaluated {
  readonly after: ReachedState;
  readonly whenTrue: ReachedState;
  readonly whenFalse: ReachedState;
}

/** Policies in one another below this, and those that come when so many have run, count as not seen. */
const DEEPEST_POLICY = 60;
const MOST_RUNS = 5000;

/** Rounds of a retry until its later attempts are known; each can only forget something. */
const MOST_ROUNDS = 8;

export class PolicyRun {
  readonly accesses: PlacedAccess[] = [];
  readonly writes: VariableWrite[] = [];
  readonly effects = new EffectLedger();
  readonly #document: PolicyDocument;
  readonly #world: FlowWorld;
  readonly #writes = new Map<PolicyElement, readonly VariableWrite[]>();
  readonly #takers = new Map<PolicyValue, Map<number, PlacedAccess>>();
  /** Above 0 in a fragment. */
  #muted = 0;
  #depth = 0;
  #runs = 0;

  constructor(document: PolicyDocument, world: FlowWorld) {
    this.#document = document;
    this.#world = world;
  }

  section(section: Place | undefined, state: ReachedState): ReachedState {
    return section === undefined ? state : this.policies(section.children(), state);
  }

  policies(places: readonly Place[], state: ReachedState): ReachedState {
    return places.reduce((reached, place) => this.#policy(place, reached), state);
  }

  #policy(place: Place, state: ReachedState): ReachedState {
    if (state === undefined) return undefined;
    this.#runs += 1;
    if (this.#depth >= DEEPEST_POLICY || this.#runs > MOST_RUNS) return this.#unseen(place, state);
    this.#depth += 1;
    const after = this.#control(place, state);
    this.#depth -= 1;
    return after;
  }

  #control(place: Place, state: FlowState): ReachedState {
    switch (place.element.name) {
      case 'choose':
        return this.#choose(place, state);
      case 'retry':
        return this.#retry(place, state);
      case 'wait':
        return this.#wait(place, state);
      case 'limit-concurrency':
        return this.policies(place.children(), this.#values(place, state));
      case 'base':
        return this.#document.scope?.kind === 'global' ? state : this.#unseen(place, state);
      case 'include-fragment':
        return this.#fragment(place, state);
      case 'return-response':
      case 'mock-response': {
        const response = place.element.attributes.find(({ name }) => name === 'response-variable-name')?.value.text.trim();
        // What context.Response is in there is not documented.
        const answering = this.#subtree(place, { ...state, facts: withoutFacts(state.facts, (path) => path === RESPONSE) });
        const replaces = place.element.children.some((child) => child.kind === 'element' && child.name === 'set-body');
        if (answering !== undefined && response !== undefined && !replaces) this.effects.need(answering, bodySubject(`${variablePath(response)}.Body`), place);
        return undefined;
      }
      default:
        return this.#leaf(place, state);
    }
  }

  #choose(choose: Place, state: FlowState): ReachedState {
    const ends: { readonly end: ReachedState; readonly key: string | undefined }[] = [];
    const asked: string[] = [];
    let left: ReachedState = state;
    for (const branch of choose.children()) {
      if (left === undefined) break;
      const condition = branch.element.name === 'when' ? writtenAttribute(branch, 'condition') : undefined;
      const keys = condition === undefined ? [otherwiseKey(asked)] : conditionKeys(condition.value);
      const evaluated: Evaluated = condition === undefined ? { after: left, whenTrue: left, whenFalse: undefined } : this.#value(condition, branch, left);
      const entered = evaluated.whenTrue === undefined ? undefined : whereTrue(evaluated.whenTrue, keys);
      ends.push({ end: this.policies(branch.children(), entered), key: keys[0] });
      asked.push(...keys.slice(0, 1));
      left = branch.element.name === 'otherwise' ? undefined : evaluated.whenFalse;
    }
    const joined = ends.reduce<ReachedState>((after, { end }) => joinStates(after, end), left);
    return joined === undefined ? undefined : ends.reduce((after, { end, key }) => withSetWhen(after, end, key), joined);
  }

  #retry(retry: Place, state: FlowState): ReachedState {
    const condition = writtenAttribute(retry, 'condition');
    const entry = this.#values(retry, state, 'condition');
    const attempt = (start: ReachedState): Evaluated => {
      const ended = this.policies(retry.children(), start);
      return condition === undefined || ended === undefined ? { after: ended, whenTrue: ended, whenFalse: ended } : this.#value(condition, retry, ended);
    };
    const first = attempt(entry);
    let after = first.after;
    let again = first.whenTrue;
    for (let round = 0; round < MOST_ROUNDS && again !== undefined; round += 1) {
      const later = attempt(again);
      after = joinStates(after, later.after);
      const next = joinStates(again, later.whenTrue);
      if (sameState(next, again)) break;
      again = next;
    }
    return after;
  }

  /** With `for="any"` the others may not have come to an end. */
  #wait(wait: Place, state: FlowState): ReachedState {
    const any = wait.element.attributes.some(({ name, value }) => name === 'for' && value.text.trim().toLowerCase() !== 'all');
    return wait.children().reduce<ReachedState>((before, child) => {
      const after = this.#policy(child, before);
      return any ? joinStates(before, after) : after;
    }, this.#values(wait, state));
  }

  /** The policies of a fragment are told about where it is linted itself. */
  #fragment(place: Place, state: FlowState): ReachedState {
    const id = writtenAttribute(place, 'fragment-id')?.value;
    const fragment = id?.kind === 'literal' ? this.#world.fragment(id.text.trim()) : undefined;
    if (fragment === undefined) return this.#unseen(place, state);
    needCredentials(state, place, this.effects);
    this.#muted += 1;
    const after = this.policies(rootPlaces(fragment).flatMap((root) => root.children()), { ...state, pending: new Map() });
    this.#muted -= 1;
    return after;
  }

  /** Other scopes and fragments may set variables, and where the request is sent, send it. */
  #unseen(place: Place, state: FlowState): FlowState {
    needCredentials(state, place, this.effects);
    const sends = place.section === 'backend';
    if (sends && place.element.name === 'base') this.effects.need(state, bodySubject(REQUEST_BODY), place);
    return {
      ...state,
      facts: withoutFacts(state.facts, (path, known) => known === 'null' && path !== LAST_ERROR && (sends || path !== RESPONSE)),
      unseen: mostUnseen(state.unseen, place.element.name !== 'base' ? 'any' : this.#world.isComplete ? 'none' : 'other-scopes'),
      // A fragment may set a body anew.
      pending: place.element.name === 'base' ? state.pending : new Map(),
    };
  }

  #leaf(place: Place, state: FlowState): ReachedState {
    const after = this.#subtree(place, state);
    if (after === undefined) return undefined;
    // What the policy has read of them was there, but the next one is told about its own reading.
    const missing = [RESPONSE, LAST_ERROR].filter((path) => state.facts.get(path) === 'null' && after.facts.get(path) !== 'null');
    return policyEffect(place, missing.length === 0 ? after : { ...after, facts: new Map([...after.facts, ...missing.map((path): [string, Known] => [path, 'null'])]) }, this.effects);
  }

  /** All that is written on a policy and in it, in order, and the variables that it sets. */
  #subtree(place: Place, state: FlowState): ReachedState {
    const after = place.children().reduce<ReachedState>((before, child) => (before === undefined ? undefined : this.#subtree(child, before)), this.#values(place, state));
    return after && this.#writesOf(place).reduce((before, write) => {
      if (hasUnknownName(write)) return { ...before, unseen: 'any' };
      return withoutPending(withWrite(before, write), bodySubject(`${variablePath(write.name)}.Body`));
    }, after);
  }

  /** The same ones each time, so that states can be compared. */
  #writesOf(place: Place): readonly VariableWrite[] {
    const known = this.#writes.get(place.element);
    if (known !== undefined) return known;
    const writes = variableWrites(place, this.#world.typeOf);
    this.#writes.set(place.element, writes);
    this.writes.push(...writes);
    return writes;
  }

  #values(place: Place, state: FlowState, except?: string): ReachedState {
    const values = attributesAndTexts(place).filter(({ attribute }) => attribute === undefined || attribute !== except);
    for (const one of values) if (isDeferred(one, place)) this.#value(one, place, { ...state, facts: withoutFacts(state.facts, (path) => path === RESPONSE) });
    return values.reduce<ReachedState>((before, one) => (before === undefined || isDeferred(one, place) ? before : this.#value(one, place, before).after), state);
  }

  #value(one: WrittenValue, place: Place, state: FlowState): Evaluated {
    const { value } = one;
    if (value.kind === 'expression') needNamedCredentials(state, value.code, place, this.effects);
    const parsed = value.kind === 'expression' ? parsedExpression(value) : undefined;
    if (parsed === undefined || parsed.problems.some(({ severity }) => severity === 'error')) return { after: state, whenTrue: state, whenFalse: state };
    const { value: result, accesses } = evaluateCode(parsed.code, state.facts, (name) => mayHoldNull(state, name));
    const read = this.#record(accesses, one, place, state);
    const takes = accesses.some(({ kind }) => kind === 'body');
    const at = (facts: Reached): ReachedState => facts && { ...read, facts: takes ? withoutFacts(facts, (path) => path.startsWith(TAKEN)) : facts };
    return { after: at(result.after), whenTrue: at(result.whenTrue), whenFalse: at(result.whenFalse) };
  }

  /** @returns the state with the bodies that have been taken */
  #record(accesses: readonly Access[], one: WrittenValue, place: Place, state: FlowState): FlowState {
    let after = state;
    for (const access of accesses) {
      const placed = { access, place, written: one, state };
      if (this.#muted === 0) this.accesses.push(placed);
      if (access.kind !== 'body') continue;
      const subject = bodySubject(access.body);
      // Of reads in one expression, one may stand in place of the other.
      this.effects.need(access.taken ? after : state, subject, place);
      if (!access.preserves && this.#muted === 0) after = withPending(after, subject, this.#taker(placed));
    }
    return after;
  }

  /** The same one each time. */
  #taker(placed: PlacedAccess): PlacedAccess {
    const ofValue = this.#takers.get(placed.written.value) ?? new Map<number, PlacedAccess>();
    this.#takers.set(placed.written.value, ofValue);
    const known = ofValue.get(placed.access.span.start) ?? placed;
    ofValue.set(placed.access.span.start, known);
    return known;
  }
}

/** What is computed when the response has been sent. Source: reference/runtime.md §7, §8. */
function isDeferred({ attribute }: WrittenValue, { element, parent }: Place): boolean {
  return attribute === 'increment-condition' || attribute === 'increment-count' || [element.name, parent?.element.name].some((name) => name?.endsWith('-emit-token-metric') === true);
}
