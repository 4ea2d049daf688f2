import { describe, expect, test } from 'vitest';
import { CHECK_EXAMPLES } from '../../scripts/generate/check-examples.js';
import { CHECK_CODES } from '../../src/check/codes.js';
import { checkText, lineOf } from './check-text.js';

describe('the examples of docs/checks.md', () => {
  test('there is one for every code, in alphabetical order', () => {
    expect(Object.keys(CHECK_EXAMPLES)).toEqual(Object.keys(CHECK_CODES).sort());
    expect(Object.keys(CHECK_CODES)).toEqual(Object.keys(CHECK_CODES).sort());
  });

  describe.each(Object.entries(CHECK_EXAMPLES))('%s', (code, { wrong, right, ...options }) => {
    test('the wrong one has this finding and no other', () => {
      expect(checkText(wrong, options).map((found) => found.code), checkText(wrong, options).map(lineOf).join('\n')).toEqual([code]);
    });

    test('the right one has none', () => {
      expect(checkText(right, options).map(lineOf)).toEqual([]);
    });
  });
});
