/** Branches of a choose that no request can reach. */
import type { Branch, BranchValues, ChooseRanges, SubjectRanges } from './choose-ranges.js';
import { truthAbout } from './condition-ranges.js';

export interface Unreachable {
  readonly branch: Branch;
  readonly reason:
    /** The condition is `false`. */
    | { readonly kind: 'never' }
    /** The condition of an earlier branch is `true`. */
    | { readonly kind: 'always'; readonly earlier: Branch }
    /** No value of the subject fulfils the condition. */
    | { readonly kind: 'contradiction'; readonly subject: SubjectRanges }
    /** None of the values that an enclosing branch leaves fulfils it. */
    | { readonly kind: 'enclosed'; readonly subject: SubjectRanges }
    /** Earlier branches take every value that fulfils it. */
    | { readonly kind: 'taken'; readonly subject: SubjectRanges; readonly values: BranchValues; readonly takers: readonly BranchValues[] };
}

/** At most one for each branch. Nothing is said inside of a branch that is unreachable itself. */
export function unreachableBranches({ branches, subjects }: ChooseRanges): Unreachable[] {
  const always = branches.findIndex(({ ranges }) => ranges.constant === true);
  const taking = branches[always];
  return branches.flatMap((branch, index): Unreachable[] => {
    if (branch.ranges.constant === false) return [{ branch, reason: { kind: 'never' } }];
    if (taking !== undefined && index > always) return [{ branch, reason: { kind: 'always', earlier: taking } }];
    for (const subject of subjects) {
      const values = subject.branches[index];
      if (values?.reached.isEmpty !== true || subject.possible.isEmpty) continue;
      return [{ branch, reason: whyEmpty(branch, subject, values) }];
    }
    return [];
  });
}

/** The earlier branches that each take something that none before them took. */
function takersOf(values: BranchValues, branches: readonly BranchValues[]): BranchValues[] {
  let left = values.may;
  return branches.slice(0, branches.indexOf(values)).filter(({ must }) => {
    const takes = !left.intersect(must).isEmpty;
    left = left.without(must);
    return takes;
  });
}

function whyEmpty(branch: Branch, subject: SubjectRanges, values: BranchValues): Unreachable['reason'] {
  if (truthAbout(branch.ranges, subject.subject).may.integers.isEmpty) return { kind: 'contradiction', subject };
  if (values.may.isEmpty) return { kind: 'enclosed', subject };
  return { kind: 'taken', subject, values, takers: takersOf(values, subject.branches) };
}
