import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, firstInvalidByte } from '../../src/project/decode-utf8.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('bytes that are text', () => {
  test.each([
    ['nothing', '', ''],
    ['ASCII', '<policies />', '<policies />'],
    ['every length of sequence', 'aä€😀', 'aä€😀'],
    ['a byte order mark, which stays', '\uFEFF<policies />', '\uFEFF<policies />'],
  ])('%s', (_, text, decoded) => {
    expect(decodeUtf8(Buffer.from(text))).toEqual({ text: decoded });
  });
});

describe('bytes that are no text', () => {
  test.each([
    ['Latin-1, at the byte that shows it', latin1('<policies>\n  <!-- é -->'), 'not-utf8', 'file is not UTF-8: byte 0xE9 cannot stand here', '2:8'],
    ['UTF-16 with a byte order mark', Buffer.from('\uFEFF<policies />', 'utf16le'), 'not-utf8', 'file is UTF-16 (little-endian), not UTF-8', undefined],
    ['UTF-16 without one', Buffer.from('<policies />', 'utf16le'), 'not-utf8', 'file is UTF-16 (little-endian), not UTF-8', undefined],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x3c), 'not-utf8', 'file is UTF-16 (big-endian), not UTF-8', undefined],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), 'binary-file', 'file is binary, not policy text: it holds NUL bytes', undefined],
  ])('%s', (_, content, code, message, place) => {
    const decoded = decodeUtf8(content);
    const problem = 'problem' in decoded ? decoded.problem : undefined;
    expect(problem).toMatchObject({ code, message });
    expect(problem?.at && `${problem.at.line}:${problem.at.column}`).toBe(place);
  });
});

test('the first invalid byte is where RFC 3629 says that text ends', () => {
  const snippet = fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 3 }).map((codes) => new Uint8Array(Buffer.from(String.fromCodePoint(...codes)))));
  fc.assert(
    fc.property(fc.array(snippet, { maxLength: 6 }), (snippets) => {
      const content = Buffer.concat(snippets);
      const offset = firstInvalidByte(content);
      return (offset === content.length) === isUtf8(content) && isUtf8(content.subarray(0, offset));
    }),
    { seed: 3, numRuns: 500 },
  );
});
