import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntervalSet } from '../../src/analysis/interval-set.js';

const SMALL = 12;
const numbers = Array.from({ length: 2 * SMALL + 5 }, (_, index) => BigInt(index - SMALL - 2));

const interval = fc.record({ from: fc.integer({ min: -SMALL, max: SMALL }), to: fc.integer({ min: -SMALL, max: SMALL }) })
  .map(({ from, to }) => ({ from: BigInt(from), to: BigInt(to) }));
const intervals = fc.array(interval, { maxLength: 5 });

describe('an interval set', () => {
  it('is what sets of single numbers are', () => {
    fc.assert(
      fc.property(intervals, intervals, (left, right) => {
        const has = (list: typeof left) => (value: bigint): boolean => list.some(({ from, to }) => from <= value && value <= to);
        const [inLeft, inRight] = [has(left), has(right)];
        const [a, b] = [IntervalSet.of(left), IntervalSet.of(right)];
        const members = (set: IntervalSet): bigint[] => numbers.filter((value) => set.has(value));
        expect(members(a)).toEqual(numbers.filter(inLeft));
        expect(members(a.union(b))).toEqual(numbers.filter((value) => inLeft(value) || inRight(value)));
        expect(members(a.intersect(b))).toEqual(numbers.filter((value) => inLeft(value) && inRight(value)));
        expect(members(a.without(b))).toEqual(numbers.filter((value) => inLeft(value) && !inRight(value)));
        expect(a.size).toBe(BigInt(numbers.filter(inLeft).length));
        expect(a.isEmpty).toBe(!numbers.some(inLeft));
        expect(a.isSubsetOf(b)).toBe(numbers.every((value) => !inLeft(value) || inRight(value)));
        expect(a.equals(b)).toBe(numbers.every((value) => inLeft(value) === inRight(value)));
      }),
      { seed: 20261124, numRuns: 1_000 },
    );
  });

  it('keeps its ranges sorted and apart', () => {
    const set = IntervalSet.of([{ from: 5n, to: 6n }, { from: 1n, to: 2n }, { from: 3n, to: 4n }, { from: 9n, to: 8n }]);
    expect(set.intervals).toEqual([{ from: 1n, to: 6n }]);
  });

  it('is exact at the ends of long', () => {
    const [from, to] = [-(2n ** 63n), 2n ** 63n - 1n];
    const all = IntervalSet.of([{ from, to }]);
    expect(all.without(IntervalSet.of([{ from: to, to }])).hull).toEqual({ from, to: to - 1n });
    expect(all.without(IntervalSet.of([{ from: 0n, to: 0n }])).intervals).toEqual([{ from, to: -1n }, { from: 1n, to }]);
  });

  it('has no hull when it is empty', () => {
    expect(IntervalSet.EMPTY.hull).toBeUndefined();
  });
});
