/** All lint rules, in alphabetical order of their ids. */
import type { Rule } from './rule.js';
import { missingOtherwise } from './rules/missing-otherwise.js';
import { overlappingPriorityRanges } from './rules/overlapping-priority-ranges.js';
import { priorityDefaultCaptured } from './rules/priority-default-captured.js';
import { priorityOutOfDomain } from './rules/priority-out-of-domain.js';
import { priorityRangeGap } from './rules/priority-range-gap.js';
import { unreachableBranch } from './rules/unreachable-branch.js';

export const RULES: readonly Rule[] = [
  missingOtherwise,
  overlappingPriorityRanges,
  priorityDefaultCaptured,
  priorityOutOfDomain,
  priorityRangeGap,
  unreachableBranch,
];
