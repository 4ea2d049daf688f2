/** All lint rules, in alphabetical order of their ids. */
import type { Rule } from './rule.js';
import { overlappingPriorityRanges } from './rules/overlapping-priority-ranges.js';

export const RULES: readonly Rule[] = [overlappingPriorityRanges];
