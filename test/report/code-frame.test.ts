import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceText, textOrigin } from '../../src/model/origin.js';
import { codeFrame } from '../../src/report/code-frame.js';
import { DisplayLine } from '../../src/report/display-line.js';

const line = fc.array(fc.constantFrom('a', ' ', '\t', '日', 'é', 'e\u0301', '👩‍💻', '\u001b', '\u200b', '"', '\n'), { maxLength: 80 }).map((parts) => parts.join(''));
const paint = { gutter: (text: string): string => text, mark: (text: string): string => text };

test('a frame is never wider than asked; a mark may stand one behind the end of the line', () => {
  fc.assert(
    fc.property(line, fc.nat(200), fc.nat(200), fc.integer({ min: 30, max: 100 }), (text, from, length, width) => {
      const start = Math.min(from, text.length);
      const { range } = textOrigin(new SourceText('a.xml', text), { start, end: Math.min(text.length, start + length) });
      const [shown = '', mark = ''] = codeFrame(new SourceText('a.xml', text), range, { width, numberWidth: 1, mark: '^', paint });
      return new DisplayLine(shown).width <= width && /^ {4}\| +\^+$/u.test(mark) && mark.length <= width + 1;
    }),
    { seed: 7, numRuns: 500 },
  );
});

test.each([
  ['ASCII', 'abc', 3],
  ['a tab goes to the next stop', 'ab\tc', 5],
  ['wide characters', '日本', 4],
  ['combining characters take no place', 'e\u0301x', 2],
  ['an emoji of several code points', '👩‍💻', 2],
  ['a control character is shown by its picture', '\u001b', 1],
  ['an invisible one by its number', '\u202e', 8],
])('width of a line: %s', (_, text, width) => {
  expect(new DisplayLine(text).width).toBe(width);
});
