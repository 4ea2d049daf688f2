/** Sets of whole numbers as sorted ranges: exact for every C# integer, because bounds are bigints. */

/** Both ends are included. */
export interface Interval {
  readonly from: bigint;
  readonly to: bigint;
}

/** Immutable; the ranges are sorted, disjoint and do not touch, so that equal sets have equal ranges. */
export class IntervalSet {
  static readonly EMPTY = new IntervalSet([]);

  readonly intervals: readonly Interval[];

  private constructor(intervals: readonly Interval[]) {
    this.intervals = intervals;
  }

  /** The numbers in any of the ranges, which may overlap and stand in any order; a range that ends before it starts holds none. */
  static of(ranges: readonly Interval[]): IntervalSet {
    const sorted = ranges.filter(({ from, to }) => from <= to).sort((a, b) => compareBigint(a.from, b.from));
    const merged: Interval[] = [];
    for (const range of sorted) {
      const last = merged.at(-1);
      if (last === undefined || range.from > last.to + 1n) merged.push(range);
      else if (range.to > last.to) merged[merged.length - 1] = { from: last.from, to: range.to };
    }
    return merged.length === 0 ? IntervalSet.EMPTY : new IntervalSet(merged);
  }

  static union(sets: readonly IntervalSet[]): IntervalSet {
    return IntervalSet.of(sets.flatMap(({ intervals }) => intervals));
  }

  get isEmpty(): boolean {
    return this.intervals.length === 0;
  }

  /** How many numbers are in the set. */
  get size(): bigint {
    return this.intervals.reduce((sum, { from, to }) => sum + to - from + 1n, 0n);
  }

  has(value: bigint): boolean {
    return this.intervals.some(({ from, to }) => from <= value && value <= to);
  }

  union(other: IntervalSet): IntervalSet {
    if (this.isEmpty) return other;
    return other.isEmpty || other === this ? this : IntervalSet.of([...this.intervals, ...other.intervals]);
  }

  intersect(other: IntervalSet): IntervalSet {
    if (this.isEmpty || other === this) return this;
    const shared: Interval[] = [];
    for (let a = 0, b = 0; ; ) {
      const left = this.intervals[a];
      const right = other.intervals[b];
      if (left === undefined || right === undefined) return IntervalSet.of(shared);
      shared.push({ from: larger(left.from, right.from), to: smaller(left.to, right.to) });
      if (left.to < right.to) a++;
      else b++;
    }
  }

  /** The numbers of this set that are not in the other. */
  without(other: IntervalSet): IntervalSet {
    if (!this.touches(other)) return this;
    const rest: Interval[] = [];
    let index = 0;
    for (const { from, to } of this.intervals) {
      let start = from;
      while ((other.intervals[index]?.to ?? to) < start) index++;
      for (let next = index; start <= to; next++) {
        const hole = other.intervals[next];
        if (hole === undefined || hole.from > to) {
          rest.push({ from: start, to });
          break;
        }
        rest.push({ from: start, to: hole.from - 1n });
        start = hole.to + 1n;
      }
    }
    return IntervalSet.of(rest);
  }

  /** Whether the hulls meet; when they do not, the sets share nothing. */
  touches(other: IntervalSet): boolean {
    const [a, b] = [this.hull, other.hull];
    return a !== undefined && b !== undefined && a.from <= b.to && b.from <= a.to;
  }

  isSubsetOf(other: IntervalSet): boolean {
    return this.without(other).isEmpty;
  }

  equals(other: IntervalSet): boolean {
    return (
      this.intervals.length === other.intervals.length &&
      this.intervals.every(({ from, to }, index) => other.intervals[index]?.from === from && other.intervals[index].to === to)
    );
  }

  /** From the lowest to the highest number; undefined for the empty set. */
  get hull(): Interval | undefined {
    const first = this.intervals[0];
    const last = this.intervals.at(-1);
    return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
  }
}

function compareBigint(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
