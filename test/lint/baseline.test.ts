import { describe, expect, it } from 'vitest';
import { type Baseline, baselineOf, compareWithBaseline, type ListedFinding, sizeOf, withoutGone } from '../../src/lint/baseline.js';
import { markedFinding } from '../report/finding.js';

/** `a.xml some-rule 1f` three times is three findings that are alike. */
function listed(...findings: readonly string[]): ListedFinding[] {
  return findings.map((text) => {
    const [file = '', code = '', fingerprint = ''] = text.split(' ');
    return { diagnostic: markedFinding('«a»', { code }).finding, file, fingerprint };
  });
}

const shown = (baseline: Baseline): string[] => baseline.map(({ file, code, fingerprint, count }) => `${file} ${code} ${fingerprint} ${count}`);

describe('a baseline', () => {
  it('lists findings that are alike once, with their number', () => {
    const baseline = baselineOf(listed('a.xml some 1', 'a.xml some 1', 'a.xml other 1', 'b.xml some 1'));
    expect(shown(baseline)).toEqual(['a.xml some 1 2', 'a.xml other 1 1', 'b.xml some 1 1']);
    expect(sizeOf(baseline)).toBe(4);
  });

  it.each<[string, ListedFinding[], ListedFinding[], { fresh: string[]; gone: string[] }]>([
    ['nothing new', listed('a.xml some 1'), listed('a.xml some 1'), { fresh: [], gone: [] }],
    ['one more of the same', listed('a.xml some 1'), listed('a.xml some 1', 'a.xml some 1'), { fresh: ['some'], gone: [] }],
    ['one less of the same', listed('a.xml some 1', 'a.xml some 1'), listed('a.xml some 1'), { fresh: [], gone: ['a.xml some 1 1'] }],
    ['another code, file or text', listed('a.xml some 1'), listed('a.xml other 1', 'b.xml some 1', 'a.xml some 2'), { fresh: ['other', 'some', 'some'], gone: ['a.xml some 1 1'] }],
  ])('%s', (_, before, now, expected) => {
    const baseline = baselineOf(before);
    const { fresh, gone } = compareWithBaseline(now, baseline);
    expect({ fresh: fresh.map(({ code }) => code), gone: shown(gone) }).toEqual(expected);
    expect(compareWithBaseline(now, withoutGone(baseline, gone)).gone).toEqual([]);
  });
});
