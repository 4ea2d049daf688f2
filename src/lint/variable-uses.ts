/** Uses of variables that throw when there is no value, with what is known of the variable there. */
import type { DocumentFlow } from '../analysis/flow/document-flow.js';
import type { Known } from '../analysis/flow/facts.js';
import type { Unseen, VariableState } from '../analysis/flow/flow-state.js';
import { pathVariable } from '../analysis/flow/nullable-path.js';
import type { Origin } from '../model/origin.js';
import type { Place } from '../model/walk.js';
import { type Visited, visitedAccesses } from './flow-accesses.js';

export interface VariableUse {
  readonly name: string;
  readonly place: Place;
  readonly at: Origin;
  readonly step: string;
  /** What throws: `the cast to int`, `the use of a member`. */
  readonly text: string;
  readonly visits: readonly VariableVisit[];
}

export interface VariableVisit {
  readonly known: Known | undefined;
  readonly variable: VariableState | undefined;
  readonly unseen: Unseen;
}

/** Casts to value types and uses of members, in no particular order. */
export function throwingUses(flow: DocumentFlow): VariableUse[] {
  const members = visitedAccesses(flow, 'member').flatMap((visited) => {
    const [first] = visited.visits;
    const name = first === undefined ? undefined : pathVariable(first.access.path);
    return name === undefined ? [] : [variableUse(name, visited, 'the use of a member')];
  });
  const casts = visitedAccesses(flow, 'cast').flatMap((visited) => {
    const [first] = visited.visits;
    return first?.access.throwsOnNull === true ? [variableUse(first.access.name, visited, `the cast to ${first.access.type}`)] : [];
  });
  return [...members, ...casts];
}

function variableUse(name: string, { visits, place, at, step }: Visited<'member'> | Visited<'cast'>, text: string): VariableUse {
  return {
    name,
    place,
    at,
    step,
    text,
    visits: visits.map(({ access: { known }, state }) => ({ known, variable: state.variables.get(name), unseen: state.unseen })),
  };
}
