/** What a condition says about each subject in it: the values for which it surely holds, and those for which it may hold. */
import { type Interval, IntervalSet } from './interval-set.js';
import type { Outcome, Reading, Subject } from './subject.js';
import { SubjectValues } from './subject-values.js';

/** `must` is part of `may`; they are equal when the condition depends on the subject alone. */
export interface Truth {
  readonly must: SubjectValues;
  readonly may: SubjectValues;
}

export interface SubjectTruth extends Truth {
  readonly subject: Subject;
  /** How the condition reads it, the first time. */
  readonly reading: Reading;
  /** Constants that it is compared with and that its type does not hold. */
  readonly beyond: readonly bigint[];
  /** Whether some read of the subject goes on without a number; a read that throws ends the policy, and no branch runs. */
  readonly goesOn: { readonly missing: boolean; readonly unreadable: boolean };
}

export interface ConditionRanges {
  /** What holds whatever the request is; undefined when that depends. */
  readonly constant: boolean | undefined;
  readonly subjects: ReadonlyMap<string, SubjectTruth>;
}

/** A condition about which nothing is known. */
export const OPAQUE: ConditionRanges = { constant: undefined, subjects: new Map() };

export function constantRanges(constant: boolean): ConditionRanges {
  return { constant, subjects: new Map() };
}

/** What the condition says about a subject, also one that it does not mention. */
export function truthAbout(ranges: ConditionRanges, subject: Subject): Truth {
  const truth = ranges.subjects.get(subject.key);
  if (truth !== undefined) return truth;
  const all = SubjectValues.all(subject.type.range);
  return { must: ranges.constant === true ? all : SubjectValues.NONE, may: ranges.constant === false ? SubjectValues.NONE : all };
}

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** What `left operator right` is when the operands change sides. */
export const REVERSED: Readonly<Record<Comparison, Comparison>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' };

/** `subject operator constant`. */
export function comparison(reading: Reading, operator: Comparison, constant: bigint): ConditionRanges {
  const { subject, missing, unreadable } = reading;
  const { from, to } = subject.type.range;
  const beyond = constant < from || constant > to ? [constant] : [];
  const integers = IntervalSet.of(comparisonRanges(operator, constant, subject.type.range));
  const holds = (outcome: Outcome): boolean | undefined => {
    if (outcome === 'unknown') return undefined;
    return outcome !== 'throws' && compares(outcome, operator, constant);
  };
  const goesOn = { missing: missing !== 'throws', unreadable: unreadable !== 'throws' };
  return about({ reading, beyond, goesOn }, { integers, missing: holds(missing), unreadable: holds(unreadable) });
}

/** `int.TryParse(text, out …)`: whether there is a number. */
export function hasNumber(reading: Reading, missing: boolean | undefined): ConditionRanges {
  const integers = IntervalSet.of([reading.subject.type.range]);
  return about({ reading, beyond: [], goesOn: { missing: true, unreadable: true } }, { integers, missing, unreadable: false });
}

function about(
  asked: Pick<SubjectTruth, 'reading' | 'beyond' | 'goesOn'>,
  holds: { readonly integers: IntervalSet; readonly missing: boolean | undefined; readonly unreadable: boolean | undefined },
): ConditionRanges {
  const { subject } = asked.reading;
  const must = new SubjectValues(holds.integers, holds.missing === true, holds.unreadable === true);
  const may = new SubjectValues(holds.integers, holds.missing !== false, holds.unreadable !== false);
  return { constant: undefined, subjects: new Map([[subject.key, { ...asked, subject, must, may }]]) };
}

export function not(ranges: ConditionRanges): ConditionRanges {
  const subjects = new Map<string, SubjectTruth>();
  for (const [key, truth] of ranges.subjects) {
    const all = SubjectValues.all(truth.subject.type.range);
    subjects.set(key, { ...truth, must: all.without(truth.may), may: all.without(truth.must) });
  }
  return { constant: ranges.constant === undefined ? undefined : !ranges.constant, subjects };
}

export function and(left: ConditionRanges, right: ConditionRanges): ConditionRanges {
  const constant = left.constant === false || right.constant === false ? false : left.constant === true && right.constant === true ? true : undefined;
  return { constant, subjects: combined(left, right, (a, b) => ({ must: a.must.intersect(b.must), may: a.may.intersect(b.may) })) };
}

export function or(left: ConditionRanges, right: ConditionRanges): ConditionRanges {
  const constant = left.constant === true || right.constant === true ? true : left.constant === false && right.constant === false ? false : undefined;
  return { constant, subjects: combined(left, right, (a, b) => ({ must: a.must.union(b.must), may: a.may.union(b.may) })) };
}

/** `condition ? whenTrue : whenFalse`. */
export function conditional(condition: ConditionRanges, whenTrue: ConditionRanges, whenFalse: ConditionRanges): ConditionRanges {
  return or(and(condition, whenTrue), and(not(condition), whenFalse));
}

function combined(left: ConditionRanges, right: ConditionRanges, combine: (a: Truth, b: Truth) => Truth): Map<string, SubjectTruth> {
  const subjects = new Map<string, SubjectTruth>();
  for (const [key, truth] of [...left.subjects, ...right.subjects]) {
    const { subject } = truth;
    const earlier = subjects.get(key);
    subjects.set(key, earlier === undefined ? { ...truth, ...combine(truthAbout(left, subject), truthAbout(right, subject)) } : { ...earlier, ...asksAlso(earlier, truth) });
  }
  return subjects;
}

function asksAlso({ beyond, goesOn }: SubjectTruth, other: SubjectTruth): Pick<SubjectTruth, 'beyond' | 'goesOn'> {
  return {
    beyond: other.beyond.length === 0 ? beyond : [...new Set([...beyond, ...other.beyond])],
    goesOn: { missing: goesOn.missing || other.goesOn.missing, unreadable: goesOn.unreadable || other.goesOn.unreadable },
  };
}

export function compares(value: bigint, operator: Comparison, constant: bigint): boolean {
  switch (operator) {
    case '<':
      return value < constant;
    case '<=':
      return value <= constant;
    case '>':
      return value > constant;
    case '>=':
      return value >= constant;
    case '==':
      return value === constant;
    case '!=':
      return value !== constant;
  }
}

function comparisonRanges(operator: Comparison, constant: bigint, { from, to }: Interval): Interval[] {
  const below = (end: bigint): Interval => ({ from, to: end < to ? end : to });
  const above = (start: bigint): Interval => ({ from: start > from ? start : from, to });
  switch (operator) {
    case '<':
      return [below(constant - 1n)];
    case '<=':
      return [below(constant)];
    case '>':
      return [above(constant + 1n)];
    case '>=':
      return [above(constant)];
    case '==':
      return constant >= from && constant <= to ? [{ from: constant, to: constant }] : [];
    case '!=':
      return [below(constant - 1n), above(constant + 1n)];
  }
}
