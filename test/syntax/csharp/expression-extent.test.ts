import { describe, expect, it } from 'vitest';
import { expressionEnd } from '../../../src/syntax/csharp/expression-extent.js';

describe('an expression ends at the bracket that closes it', () => {
  it.each([
    '@(a)', '@(a(b)(c))', '@{ if (a) { b(); } return c; }', '@(")")', '@("\\")")', '@(@")"")")', "@(a == ')')", "@('\\'' + \")\")", '@(a /* ) */)', '@(a // )\n)', '@($"{a(")")})")', '@($@"{a}"")")',
    '@{ var x = "}"; return x; }', '@(a["}"] + b[")"])', '@(new { a = 1 })',
    // Razor counts brackets of the opening kind only.
    '@(a { b)', '@{ a ( b }',
    // A quote that is never closed does not swallow what follows its line.
    "@(it's)", '@{ a("b\n); }', '@(a /* b)',
  ])('%s', (text) => {
    expect(expressionEnd(`${text} ) } rest`, 0)).toBe(text.length);
  });

  it.each(['@(', '@(a', '@((a)', '@{ a', '@{ "}"', '@', '@[a]', 'a'])('%s has none', (text) => {
    expect(expressionEnd(text, 0)).toBeUndefined();
  });

  it('within the given limit', () => {
    expect(expressionEnd('@(ab)', 0, 4)).toBeUndefined();
    expect(expressionEnd('x @(ab) y', 2)).toBe(7);
  });
});
