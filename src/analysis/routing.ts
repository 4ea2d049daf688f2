/** Which subject a choose routes by, and which values its ranges leave out. */
import type { BranchValues, ChooseRanges, SubjectRanges } from './choose-ranges.js';
import { type Interval, IntervalSet } from './interval-set.js';

export interface Routing {
  readonly choose: ChooseRanges;
  readonly ranges: SubjectRanges;
  /** The `when` branches that a value of the subject surely leads to. */
  readonly routes: readonly BranchValues[];
}

/**
 * How a choose routes, when it does: at least two of its branches set a backend, and the number in a variable, header or query parameter
 * decides about one of them or more. Of several such subjects it is the one that decides about most.
 */
export function routingOf(choose: ChooseRanges): Routing | undefined {
  if (choose.branches.filter(({ backend }) => backend !== undefined).length < 2) return undefined;
  let best: Routing | undefined;
  for (const ranges of choose.subjects) {
    if (ranges.subject.kind === 'expression') continue;
    const routes = ranges.branches.filter(({ branch, must }) => branch.place.element.name === 'when' && branch.backend !== undefined && !must.integers.isEmpty);
    if (routes.length > (best?.routes.length ?? 0)) best = { choose, ranges, routes };
  }
  return best;
}

/** Whether a range has a first and a last value that somebody wrote, and more than one value. */
export function isBoundedRange(range: Interval, within: Interval): boolean {
  return range.from > within.from && range.to < within.to && range.from < range.to;
}

export interface Gap {
  readonly values: Interval;
  /** The routes right below and above; absent at an end of a stated domain. */
  readonly below: BranchValues | undefined;
  readonly above: BranchValues | undefined;
}

/**
 * Values between ranges that no branch but `otherwise` may take. Only ranges with both ends count, and only when there are two of them:
 * a list of single values, or `< 10` with `> 20`, leaves out what it means to. A domain that priorityRouting states has to be covered whole.
 */
export function gapsOf({ choose, ranges, routes }: Routing): Gap[] {
  const within = ranges.subject.type.range;
  const bounded = routes.flatMap(({ must }) => must.integers.intervals.filter((range) => isBoundedRange(range, within)));
  const stated = statedDomain(choose);
  if (bounded.length < 2 && stated === undefined) return [];
  const hull = IntervalSet.of([...bounded, ...(stated === undefined ? [] : [stated])]).hull;
  if (hull === undefined) return [];
  const whens = ranges.branches.filter(({ branch }) => branch.place.element.name === 'when');
  const taken = IntervalSet.union(whens.map(({ may }) => may.integers));
  return IntervalSet.of([hull]).intersect(ranges.possible.integers).without(taken).intervals.map((values) => ({
    values,
    below: routes.find(({ must }) => must.integers.has(values.from - 1n)),
    above: routes.find(({ must }) => must.integers.has(values.to + 1n)),
  }));
}

/** The priorities that the author of a priorityRouting said callers may send. */
export function statedDomain({ place }: ChooseRanges): Interval | undefined {
  const domain = place.element.priorityRouting?.domain;
  if (domain === undefined || !Number.isInteger(domain.from) || !Number.isInteger(domain.to)) return undefined;
  return { from: BigInt(domain.from), to: BigInt(domain.to) };
}

/** Values for which surely no `when` runs; there is no `otherwise` in the sum. */
export function uncovered({ possible, branches }: SubjectRanges): IntervalSet {
  const whens = branches.filter(({ branch }) => branch.place.element.name === 'when');
  return possible.integers.without(IntervalSet.union(whens.map(({ may }) => may.integers)));
}
