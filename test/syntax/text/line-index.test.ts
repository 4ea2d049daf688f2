import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../src/syntax/text/line-index.js';

describe('lines and columns', () => {
  it.each([
    ['the start', 'ab', 0, [1, 1]],
    ['the end', 'ab', 2, [1, 3]],
    ['behind \\n', 'a\nb', 2, [2, 1]],
    ['behind \\r\\n', 'a\r\nb', 3, [2, 1]],
    ['between \\r and \\n, which end one line', 'a\r\nb', 2, [1, 3]],
    ['behind a lone \\r', 'a\rb', 2, [2, 1]],
    ['behind a character of two units', '😀b', 2, [1, 3]],
    ['past the end', 'ab', 9, [1, 3]],
    ['before the start', 'ab', -1, [1, 1]],
  ] as const)('of %s', (_, text, offset, [line, column]) => {
    expect(new LineIndex(text).position(offset)).toMatchObject({ line, column });
  });

  it('lead back to the offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀')).map((pieces) => pieces.join('')), fc.nat(40), (text, at) => {
        const index = new LineIndex(text);
        const { line, column, offset } = index.position(Math.min(at, text.length));
        expect(index.offset(line, column)).toBe(offset);
      }),
      { seed: 20261124 },
    );
  });
});
