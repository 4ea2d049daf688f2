import { describe, expect, it } from 'vitest';
import { sameTokens } from '../../../src/syntax/csharp/same-tokens.js';

describe('code is the same', () => {
  it.each([
    ['a+b', ' a  + b // sum'],
    ['f(1,"x")', 'f( 1, /* two */ "x" )'],
    ['$"{ a }:{b,3}"', '$"{a}:{b, 3}"'],
    ['List<List<int>> x', ' List<List<int>>\n x'],
  ])('%s = %s', (a, b) => {
    expect(sameTokens(a, b)).toBe(true);
  });

  it.each([['a+b', 'a-b'], ['"a b"', '"a  b"'], ['ab', 'a b'], ['a >> b', 'a > > b'], ['$"{a} "', '$"{a}"'], ['$"{a:x}"', '$"{a:y}"'], ['"a"', '@"a"'], ["'a'", '"a"']])('%s ≠ %s', (a, b) => {
    expect(sameTokens(a, b)).toBe(false);
  });
});
