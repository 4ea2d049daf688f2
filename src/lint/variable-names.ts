/** Names of variables that a document reads. */
import type { Origin } from '../model/origin.js';
import type { Place } from '../model/walk.js';
import type { DocumentFacts } from './document-facts.js';
import { type Visited, visitedAccesses } from './flow-accesses.js';

export interface NameRead {
  readonly name: string;
  readonly place: Place;
  readonly at: Origin;
  readonly step: string;
  readonly visits: Visited<'variable'>['visits'];
}

/** Every read of a variable by an expression. */
export function namesRead({ flow }: DocumentFacts): NameRead[] {
  return visitedAccesses(flow, 'variable').flatMap(({ visits, place, at, step }) => visits.slice(0, 1).map(({ access: { name } }) => ({ name, place, at, step, visits })));
}
