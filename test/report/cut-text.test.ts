import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPair, cutText, shownWidth } from '../../src/report/cut-text.js';
import { DisplayLine } from '../../src/report/display-line.js';

const text = fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ minLength: 2_000, maxLength: 5_000 }));
const width = fc.integer({ min: 4, max: 120 });
const widthOf = (shown: string): number => new DisplayLine(shown).width;

describe('a text that is cut', () => {
  test('is never wider than it may be, and whole when it fits', () => {
    fc.assert(fc.property(text, width, (whole, room) => {
      const shown = cutText(whole, room);
      expect(widthOf(shown)).toBeLessThanOrEqual(room);
      if (shownWidth(whole) <= room) expect(shown).toBe(new DisplayLine(whole).text);
      else expect(shown).toContain('…');
    }), { seed: 7, numRuns: 400 });
  });

  test.each<[string, number, string]>([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['a\u001Bb', 6, 'a␛b'],
    ['日本語', 6, '日本語'],
    ['日本語x', 6, '日本…'],
  ])('%j in %i columns', (whole, room, shown) => {
    expect(cutText(whole, room)).toBe(shown);
  });
});

describe('two texts that are cut', () => {
  test('are cut at the same place, which shows where they differ', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 6_000 }), fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 50 }), fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 50 }), width, (same, one, other, room) => {
      const [before, after] = cutPair(`${same}1${one}`, `${same}2${other}`, room);
      expect(Math.max(widthOf(before), widthOf(after))).toBeLessThanOrEqual(room);
      expect([before.includes('1'), after.includes('2')]).toEqual([true, true]);
      expect(before.indexOf('1')).toBe(after.indexOf('2'));
    }), { seed: 7, numRuns: 400 });
  });
});
