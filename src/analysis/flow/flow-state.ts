/** What is known where a policy runs. */
import { commonFacts, type Facts, type Known, withFact } from './facts.js';
import { containsPath, variablePath } from './nullable-path.js';
import type { VariableWrite } from './variable-writes.js';

export interface FlowState {
  readonly facts: Facts;
  /** Those that some policy before has set, on some way to here. */
  readonly variables: ReadonlyMap<string, VariableState>;
  readonly unseen: Unseen;
  /** What has been done and may turn out to be lost: bodies taken, credentials set. By what it is done to. */
  readonly pending: ReadonlyMap<string, ReadonlySet<object>>;
}

/** Which policies that are not seen may have run: those of other scopes, or any (a fragment's, or what stands around one). */
export type Unseen = 'none' | 'other-scopes' | 'any';

const UNSEEN: readonly Unseen[] = ['none', 'other-scopes', 'any'];

export function mostUnseen(one: Unseen, other: Unseen): Unseen {
  return UNSEEN.indexOf(one) > UNSEEN.indexOf(other) ? one : other;
}

export interface VariableState {
  /** Whether it is set on every way to here. */
  readonly always: boolean;
  /** Those that may have given it its value. */
  readonly writes: ReadonlySet<VariableWrite>;
  /** Conditions, as code, under which it is set. */
  readonly setWhen: ReadonlySet<string>;
}

/** Undefined: no call gets there. */
export type ReachedState = FlowState | undefined;

/** What holds whichever way was taken. */
export function joinStates(one: ReachedState, other: ReachedState): ReachedState {
  if (one === undefined || one === other) return other;
  if (other === undefined) return one;
  const first = settled(one);
  const second = settled(other);
  return {
    facts: commonFacts(first.facts, second.facts) ?? new Map(),
    variables: joinMaps(first.variables, second.variables, joinVariables),
    unseen: mostUnseen(one.unseen, other.unseen),
    pending: joinMaps(one.pending, other.pending, (a, b) => new Set([...(a ?? []), ...(b ?? [])])),
  };
}

/** A variable that is not null has been set. */
function settled(state: FlowState): FlowState {
  const present = [...state.variables].filter(([name, { always }]) => !always && [variablePath(name), containsPath(name)].some((path) => state.facts.get(path) === 'present'));
  if (present.length === 0) return state;
  return {
    ...state,
    facts: new Map([...state.facts, ...present.map(([name]): [string, Known] => [containsPath(name), 'present'])]),
    variables: new Map([...state.variables, ...present.map(([name, variable]): [string, VariableState] => [name, { ...variable, always: true }])]),
  };
}

function joinVariables(one: VariableState | undefined, other: VariableState | undefined): VariableState {
  const conditions = [...(one?.setWhen ?? []), ...(other?.setWhen ?? [])];
  return {
    always: one?.always === true && other?.always === true,
    writes: new Set([...(one?.writes ?? []), ...(other?.writes ?? [])]),
    setWhen: new Set(conditions.filter((condition) => isSetWhen(one, condition) && isSetWhen(other, condition))),
  };
}

function isSetWhen(variable: VariableState | undefined, condition: string): boolean {
  return variable !== undefined && (variable.always || variable.setWhen.has(condition));
}

function joinMaps<V>(one: ReadonlyMap<string, V>, other: ReadonlyMap<string, V>, join: (a: V | undefined, b: V | undefined) => V): ReadonlyMap<string, V> {
  if (one === other) return one;
  return new Map([...new Set([...one.keys(), ...other.keys()])].map((key) => [key, join(one.get(key), other.get(key))]));
}

/** Whether two states say the same, so that going round once more teaches nothing. */
export function sameState(one: ReachedState, other: ReachedState): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.unseen === other.unseen && sameEntries(one.facts, other.facts, Object.is) && sameEntries(one.variables, other.variables, (a, b) => a.always === b.always && a.writes.size === b.writes.size && a.setWhen.size === b.setWhen.size)
    && sameEntries(one.pending, other.pending, (a, b) => a.size === b.size);
}

function sameEntries<V>(one: ReadonlyMap<string, V>, other: ReadonlyMap<string, V>, same: (a: V, b: V) => boolean): boolean {
  return one.size === other.size && [...one].every(([key, value]) => {
    const match = other.get(key);
    return match !== undefined && same(value, match);
  });
}

/** APIM advises about 50 (reference/runtime.md §1). What comes after so many is not followed. */
const MOST_VARIABLES = 250;

/** The state behind a policy that sets a variable. */
export function withWrite(state: FlowState, write: VariableWrite): FlowState {
  const { name, mayBeLeftOut } = write;
  const before = state.variables.get(name);
  if (before === undefined && state.variables.size >= MOST_VARIABLES) return { ...state, unseen: 'any' };
  const after: VariableState = mayBeLeftOut
    ? { always: before?.always ?? false, writes: new Set([...(before?.writes ?? []), write]), setWhen: before?.setWhen ?? new Set() }
    : { always: true, writes: new Set([write]), setWhen: new Set() };
  const facts = new Map(state.facts);
  facts.delete(variablePath(name));
  facts.delete(containsPath(name));
  if (after.always) facts.set(containsPath(name), 'present');
  return { ...state, facts, variables: new Map(state.variables).set(name, after) };
}

/** The state where conditions hold, by the variables that were set only when they do. */
export function whereTrue(state: FlowState, conditions: readonly string[]): FlowState {
  if (conditions.length === 0) return state;
  const variables = new Map([...state.variables].map(([name, variable]): [string, VariableState] =>
    [name, !variable.always && conditions.some((condition) => variable.setWhen.has(condition)) ? { ...variable, always: true } : variable]));
  const facts = [...variables].reduce<Facts>((known, [name, { always }]) => (always ? (withFact(known, containsPath(name), 'present') ?? known) : known), state.facts);
  return { ...state, facts, variables };
}

/** The state behind a choose: what one branch has set in any case is set when its condition holds. */
export function withSetWhen(state: FlowState, branch: ReachedState, condition: string | undefined): FlowState {
  if (branch === undefined || condition === undefined) return state;
  const variables = new Map([...state.variables].map(([name, variable]): [string, VariableState] =>
    [name, !variable.always && branch.variables.get(name)?.always === true ? { ...variable, setWhen: new Set([...variable.setWhen, condition]) } : variable]));
  return { ...state, variables };
}

/** Whether a variable that is set may have been set to null. */
export function mayHoldNull({ variables }: FlowState, name: string): boolean {
  return [...(variables.get(name)?.writes ?? [])].some(({ mayBeNull }) => mayBeNull);
}
