/** Names of variables that a document reads, and those that are set. */
import type { Origin } from '../model/origin.js';
import type { Place } from '../model/walk.js';
import { variableWrites } from '../analysis/flow/variable-writes.js';
import { walkElements } from '../model/walk.js';
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

/** The names that the document, or a project that is linted with it, sets. */
export function namesSet({ places, project, document }: DocumentFacts): ReadonlySet<string> {
  const own = places.flatMap((place) => variableWrites(place, () => undefined));
  const scoped = project.documents.filter((other) => other !== document && other.scope !== undefined).flatMap((other) => [...walkElements(other)].flatMap((place) => variableWrites(place, () => undefined)));
  return new Set([...own, ...scoped].map(({ name }) => name));
}
