/** Values that two branches of a choose claim: the earlier one gets them, the later one never sees them. */
import type { BranchValues, ChooseRanges, SubjectRanges } from './choose-ranges.js';
import { IntervalSet } from './interval-set.js';

export interface Overlap {
  readonly subject: SubjectRanges['subject'];
  /** The branch that loses values. */
  readonly later: BranchValues;
  /** Those that take them, first one first; no two of them share a value here. */
  readonly winners: readonly Winner[];
}

export interface Winner {
  readonly earlier: BranchValues;
  readonly shared: IntervalSet;
}

/**
 * The overlaps among the `when` branches, for each later branch and subject at most one. A later branch that wholly contains an
 * earlier one is a cascade (`<= 100`, then `<= 500`) and counts only where every range is stated by its ends (`priorityRouting`);
 * there also a later branch that lies in earlier ones counts, which elsewhere is an unreachable branch.
 */
export function overlaps({ place, subjects }: ChooseRanges): Overlap[] {
  const isStated = place.element.priorityRouting !== undefined;
  return subjects.flatMap(({ subject, branches }) => {
    const found: Overlap[] = [];
    const whens = branches.filter(({ branch }) => branch.place.element.name === 'when');
    // What each earlier branch gets when its turn comes.
    const taken: Winner[] = [];
    let gone = IntervalSet.EMPTY;
    for (const later of whens) {
      const { integers } = later.must;
      if (integers.isEmpty) continue;
      const winners = taken
        .filter(({ shared }) => shared.touches(integers))
        .map(({ earlier, shared }): Winner => ({ earlier, shared: shared.intersect(integers) }))
        .filter(({ earlier, shared }) => !shared.isEmpty && (isStated || !earlier.must.integers.isSubsetOf(later.may.integers)));
      if (winners.length > 0 && (isStated || !later.reached.isEmpty)) found.push({ subject, later, winners });
      taken.push({ earlier: later, shared: integers.without(gone) });
      gone = gone.union(integers);
    }
    return found;
  });
}
