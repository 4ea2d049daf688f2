import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChooseRanges, chooseRanges } from '../../src/analysis/choose-ranges.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { gapsOf, routingOf, uncovered } from '../../src/analysis/routing.js';
import { unreachableBranches } from '../../src/analysis/unreachable.js';
import { type ArrivingChoose, arrivals, branchTaken, chooseXml, holds, LARGEST_CONSTANT, OPAQUE_TERMS, type RandomChoose, randomChoose, type Read, type Value, VALUES } from './random-choose.js';
import { readText } from './read-text.js';

const RUNS = { seed: 20261124, numRuns: 300 };

const anyDefault = fc.record({ kind: fc.constant('default' as const), value: fc.integer({ min: -2, max: 2 }) });
const throwing = fc.constantFrom<Read>({ kind: 'cast' }, { kind: 'parse' }, { kind: 'convert' });

/** What the analysis finds in one choose, in terms of branch indexes and values. */
interface Findings {
  readonly unreachable: readonly number[];
  /** `earlier>later:value` for each value that the earlier branch takes from the later one. */
  readonly overlaps: readonly string[];
  readonly uncovered: readonly number[];
  readonly gaps: readonly number[];
}

const NUMBERS = VALUES.filter((value) => value !== 'missing');

function analysed(choose: RandomChoose): Findings[] {
  return chooseRanges(readText(`<policies><inbound>${chooseXml(choose)}</inbound></policies>`)).map(findings);
}

function findings(ranges: ChooseRanges): Findings {
  const indexOf = (branch: ChooseRanges['branches'][number]): number => ranges.branches.indexOf(branch);
  const [subject] = ranges.subjects;
  const routing = routingOf(ranges);
  const gaps = routing === undefined ? [] : gapsOf(routing);
  return {
    unreachable: unreachableBranches(ranges).map(({ branch }) => indexOf(branch)),
    overlaps: overlaps(ranges).flatMap(({ later, winners }) =>
      winners.flatMap(({ earlier, shared }) => NUMBERS.filter((value) => shared.has(BigInt(value))).map((value) => `${indexOf(earlier.branch)}>${indexOf(later.branch)}:${value}`)),
    ).sort(),
    uncovered: subject === undefined ? [] : NUMBERS.filter((value) => uncovered(subject).has(BigInt(value))),
    gaps: NUMBERS.filter((value) => gaps.some(({ values }) => values.from <= BigInt(value) && BigInt(value) <= values.to)),
  };
}

/** The same by trying every value. */
function tried({ choose, arriving }: ArrivingChoose): Findings {
  const { whens, hasOtherwise } = choose;
  const branches = whens.map((_, index) => index).concat(hasOtherwise ? [whens.length] : []);
  const reached = new Set(arriving.map((value) => branchTaken(choose, value, [])));
  const numbers = arriving.filter((value) => value !== 'missing');
  const takes = (index: number, value: Value): boolean => { const when = whens[index]; return when !== undefined && holds(when.condition, value, []) === true; };
  const found: string[] = [];
  for (let later = 0; later < whens.length; later++) {
    if (!reached.has(later)) continue;
    for (let earlier = 0; earlier < later; earlier++) {
      const isCascade = numbers.every((value) => !takes(earlier, value) || takes(later, value));
      if (isCascade) continue;
      for (const value of numbers) if (takes(later, value) && branchTaken(choose, value, []) === earlier) found.push(`${earlier}>${later}:${value}`);
    }
  }
  return {
    unreachable: arriving.length === 0 ? [] : branches.filter((index) => !reached.has(index)),
    overlaps: found.sort(),
    uncovered: numbers.filter((value) => whens.every((_, index) => !takes(index, value))),
    gaps: gaps(whens.map((_, index) => numbers.filter((value) => takes(index, value))), numbers),
  };
}

/** Values between the ranges with two ends and more than one value, when there are two such ranges and a second backend. */
function gaps(taken: readonly (readonly number[])[], numbers: readonly number[]): number[] {
  const bounded = taken.flatMap(runs).filter((run) => run.length > 1 && run.every((value) => Math.abs(value) <= LARGEST_CONSTANT));
  if (taken.length < 2 || bounded.length < 2) return [];
  const all = bounded.flat();
  return numbers.filter((value) => value > Math.min(...all) && value < Math.max(...all) && !taken.some((values) => values.includes(value)));
}

/** Runs of neighbours in a sorted list. */
function runs(values: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last?.at(-1) === value - 1) last.push(value);
    else found.push([value]);
  }
  return found;
}

const mentionsVariable = (choose: RandomChoose): boolean => JSON.stringify(choose.whens.map(({ condition }) => condition)).includes('"compare"');

describe('findings about random chooses', () => {
  it.each([
    ['every read has the same default', fc.integer({ min: -2, max: 2 }).chain((value) => randomChoose({ reads: fc.constant({ kind: 'default', value }), opaque: false }))],
    ['reads have different defaults', randomChoose({ reads: anyDefault, opaque: false })],
    ['every read throws without a value', randomChoose({ reads: throwing, opaque: false })],
  ])('are exactly what trying every value finds when %s', (_, arbitrary) => {
    const compared: Record<string, number> = {};
    fc.assert(
      fc.property(arbitrary, (choose) => {
        const results = analysed(choose);
        const expected = arrivals(choose, []);
        expect(results.length).toBe(expected.length);
        for (const [index, arrival] of expected.entries()) {
          const result = results[index];
          const brute = tried(arrival);
          // Without a mention of the variable only constant conditions count, and a branch that nothing reaches is its own finding.
          if (!mentionsVariable(arrival.choose) || arrival.arriving.length === 0) continue;
          for (const [kind, list] of Object.entries(brute)) compared[kind] = (compared[kind] ?? 0) + list.length;
          expect(result, chooseXml(choose)).toEqual(brute);
        }
      }),
      RUNS,
    );
    // Each kind of finding has come up often.
    expect(Math.min(...Object.values(compared))).toBeGreaterThan(RUNS.numRuns / 10);
  });

  it.each([
    ['conditions have opaque terms', randomChoose({ reads: fc.constant({ kind: 'default', value: 0 }), opaque: true })],
    ['reads that throw and reads that do not stand side by side', randomChoose({ reads: fc.oneof(anyDefault, throwing), opaque: true })],
  ])('hold for every truth of what is not known when %s', (_, arbitrary) => {
    let found = 0;
    fc.assert(
      fc.property(arbitrary, (choose) => {
        const results = analysed(choose);
        for (let bits = 0; bits < 2 ** OPAQUE_TERMS; bits++) {
          const opaque = Array.from({ length: OPAQUE_TERMS }, (_unused, index) => (bits & (1 << index)) !== 0);
          for (const [index, arrival] of arrivals(choose, opaque).entries()) {
            const result = results[index];
            if (result === undefined) throw new Error('a choose was not analysed');
            const wrong = contradictions(result, arrival, opaque);
            expect(wrong, chooseXml(choose)).toEqual([]);
            found += result.unreachable.length + result.overlaps.length + result.uncovered.length;
          }
        }
      }),
      RUNS,
    );
    expect(found).toBeGreaterThan(RUNS.numRuns);
  });
});

/** Findings that a value contradicts which arrives when the opaque terms have these truths. */
function contradictions({ unreachable, overlaps: claimed, uncovered: left, gaps: between }: Findings, { choose, arriving }: ArrivingChoose, opaque: readonly boolean[]): string[] {
  const wrong: string[] = [];
  const takes = (index: number, value: Value): boolean => { const when = choose.whens[index]; return when !== undefined && holds(when.condition, value, opaque) === true; };
  for (const value of arriving) {
    const taken = branchTaken(choose, value, opaque);
    if (taken !== undefined && unreachable.includes(taken)) wrong.push(`branch ${taken} is reached with ${value}`);
    if (typeof value === 'number' && (left.includes(value) || between.includes(value)) && taken !== undefined && taken < choose.whens.length) wrong.push(`branch ${taken} takes ${value}`);
  }
  for (const text of claimed) {
    const [, earlier, later, number] = /^(\d+)>(\d+):(-?\d+)$/.exec(text) ?? [];
    const value = Number(number);
    if (!arriving.includes(value)) continue;
    if (!takes(Number(earlier), value) || !takes(Number(later), value)) wrong.push(`${text}: not both take it`);
  }
  return wrong;
}

it('tries values beyond every constant', () => {
  expect(Math.max(...NUMBERS)).toBeGreaterThan(LARGEST_CONSTANT);
});
