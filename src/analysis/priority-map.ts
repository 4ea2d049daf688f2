/** Which priority goes to which backend, as the `routes` command draws it. */
import type { PolicyDocument } from '../model/document.js';
import { type Branch, type BranchValues, chooseRanges } from './choose-ranges.js';
import { type Interval, IntervalSet } from './interval-set.js';
import { overlaps } from './overlaps.js';
import { type PriorityDefault, priorityDefaults } from './priority-default.js';
import { type Routing, routingOf, statedDomain, uncovered } from './routing.js';
import type { Subject } from './subject.js';

export interface PriorityMap {
  /** The choose that routes. */
  readonly routing: Routing;
  readonly subject: Subject;
  /** What is worth drawing: the stated domain, else from the lowest to the highest bound that a condition names, and a bit more at an open end. */
  readonly domain: Interval;
  /** The `when` branches that ask about the subject, in the order they are tried. */
  readonly routes: readonly MappedRoute[];
  /** Values that no `when` takes, between those that are taken, or in the stated domain. */
  readonly gaps: readonly Interval[];
  readonly overlaps: readonly MappedOverlap[];
  /** The `otherwise`, when there is one. */
  readonly otherwise: Branch | undefined;
  /** Where calls go whose priority is missing or no number, as far as that can be told. */
  readonly defaults: readonly PriorityDefault[];
}

export interface MappedRoute {
  readonly branch: Branch;
  /** What its condition claims. */
  readonly values: IntervalSet;
  /** Whether the condition asks for something else, too. */
  readonly isConditional: boolean;
}

export interface MappedOverlap {
  readonly values: IntervalSet;
  readonly winner: Branch;
  readonly loser: Branch;
}

/** One map for each choose that routes by the number in a variable, header or query parameter, in document order. */
export function priorityMaps(document: PolicyDocument): PriorityMap[] {
  return chooseRanges(document).flatMap((choose) => {
    const routing = routingOf(choose);
    return routing === undefined ? [] : [priorityMap(routing)];
  });
}

function priorityMap(routing: Routing): PriorityMap {
  const { choose, ranges } = routing;
  const { subject } = ranges;
  const routes = ranges.branches.flatMap((values) => mappedRoute(values, subject));
  const domain = statedDomain(choose) ?? drawnDomain(routes, subject.type.range);
  const taken = IntervalSet.union(routes.map(({ values }) => values));
  const { hull } = statedDomain(choose) === undefined ? taken : IntervalSet.of([domain]);
  return {
    routing,
    subject,
    domain,
    routes,
    gaps: hull === undefined ? [] : uncovered(ranges).intersect(IntervalSet.of([hull])).intervals,
    overlaps: overlaps(choose)
      .filter((overlap) => overlap.subject === subject)
      .flatMap(({ later, winners }) => winners.map(({ earlier, shared }): MappedOverlap => ({ values: shared, winner: earlier.branch, loser: later.branch }))),
    otherwise: choose.branches.find(({ place }) => place.element.name === 'otherwise'),
    defaults: priorityDefaults(choose, ranges),
  };
}

function mappedRoute({ branch, must, may }: BranchValues, subject: Subject): MappedRoute[] {
  if (branch.place.element.name !== 'when' || !branch.ranges.subjects.has(subject.key)) return [];
  return [{ branch, values: may.integers, isConditional: !must.integers.equals(may.integers) }];
}

/** How much of the width an open end gets, as a part of what lies between the bounds. */
const OPEN_END = 4n;

function drawnDomain(routes: readonly MappedRoute[], within: Interval): Interval {
  const intervals = routes.flatMap(({ values }) => values.intervals);
  const bounds = intervals.flatMap(({ from, to }) => [...(from > within.from ? [from] : []), ...(to < within.to ? [to] : [])]);
  const first = bounds[0] ?? 0n;
  const lowest = bounds.reduce((a, b) => (a < b ? a : b), first);
  const highest = bounds.reduce((a, b) => (a > b ? a : b), first);
  const margin = (highest - lowest) / OPEN_END + 1n;
  const isOpenBelow = intervals.some(({ from }) => from <= within.from);
  const isOpenAbove = intervals.some(({ to }) => to >= within.to);
  // Priorities hardly ever are negative, so an open range starts at 0 when it can.
  const below = lowest > 0n && lowest - margin * OPEN_END < 0n ? 0n : lowest - margin;
  const from = isOpenBelow ? below : lowest;
  const to = isOpenAbove ? highest + margin : highest;
  return { from: from < within.from ? within.from : from, to: to > within.to ? within.to : to };
}
