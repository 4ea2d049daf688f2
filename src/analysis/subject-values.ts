/** Sets of what a subject may hold: whole numbers, and no number at all because it is missing or cannot be read. */
import { type Interval, IntervalSet } from './interval-set.js';

/** Ways of having no number. `missing`: no such variable or header; `unreadable`: there is a text, and it is no number. */
export const NO_NUMBER = ['missing', 'unreadable'] as const;

export class SubjectValues {
  static readonly NONE = new SubjectValues(IntervalSet.EMPTY, false, false);

  readonly integers: IntervalSet;
  readonly missing: boolean;
  readonly unreadable: boolean;

  constructor(integers: IntervalSet, missing: boolean, unreadable: boolean) {
    this.integers = integers;
    this.missing = missing;
    this.unreadable = unreadable;
  }

  /** All numbers of the range, and none. */
  static all(range: Interval): SubjectValues {
    return new SubjectValues(IntervalSet.of([range]), true, true);
  }

  get isEmpty(): boolean {
    return this.integers.isEmpty && !this.missing && !this.unreadable;
  }

  union(other: SubjectValues): SubjectValues {
    return new SubjectValues(this.integers.union(other.integers), this.missing || other.missing, this.unreadable || other.unreadable);
  }

  intersect(other: SubjectValues): SubjectValues {
    return new SubjectValues(this.integers.intersect(other.integers), this.missing && other.missing, this.unreadable && other.unreadable);
  }

  without(other: SubjectValues): SubjectValues {
    return new SubjectValues(this.integers.without(other.integers), this.missing && !other.missing, this.unreadable && !other.unreadable);
  }

  equals(other: SubjectValues): boolean {
    return this.missing === other.missing && this.unreadable === other.unreadable && this.integers.equals(other.integers);
  }
}
