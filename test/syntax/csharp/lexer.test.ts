import { describe, expect, it } from 'vitest';
import { lex, tokenize } from '../../../src/syntax/csharp/lexer.js';

/** Tokens as `kind:text`, the end left out; punctuation and keywords as they stand. */
const tokens = (code: string): string =>
  tokenize(code)
    .slice(0, -1)
    .map(({ kind, text }) => (kind === 'punctuation' || kind === 'keyword' ? text : `${kind}:${text}`))
    .join(' ');

describe('tokens', () => {
  it.each([
    ['a.b(1, "c")', 'identifier:a . identifier:b ( number:1 , string:"c" )'],
    ['if @if IF', 'if identifier:@if identifier:IF'],
    ['a<<=b<<c<=d', 'identifier:a <<= identifier:b << identifier:c <= identifier:d'],
    ['List<List<int>>', 'identifier:List < identifier:List < int > >'],
    ['a>>=b', 'identifier:a > >= identifier:b'],
    ['a??b?.c?d:e', 'identifier:a ?? identifier:b ? . identifier:c ? identifier:d : identifier:e'],
    ['x=>x==y', 'identifier:x => identifier:x == identifier:y'],
    ['1.ToString() 1.5e-3f .5 0xFFul 1_000m', 'number:1 . identifier:ToString ( ) number:1.5e-3f number:.5 number:0xFFul number:1_000m'],
    [`'a' '\\'' '"'`, `char:'a' char:'\\'' char:'"'`],
    ['"a\\"b" @"a""b\\"', 'string:"a\\"b" string:@"a""b\\"'],
    ['a // b\n/* c */ d', 'identifier:a identifier:d'],
    ['été _x ünï', 'identifier:été identifier:_x identifier:ünï'],
    ['{{named-value}} + {{A.b_1}}', 'named-value:{{named-value}} + named-value:{{A.b_1}}'],
    ['new[] {{1}}', 'new [ ] { { number:1 } }'],
  ])('%s', (code, expected) => {
    expect(tokens(code)).toBe(expected);
    expect(lex(code).problems).toEqual([]);
  });

  it('know where they stand and whether they start a line', () => {
    expect(tokenize('a\n  bc').map(({ text, start, end, startsLine }) => [text, start, end, startsLine])).toEqual([['a', 0, 1, true], ['bc', 4, 6, true], ['', 6, 6, false]]);
  });
});

describe('an interpolated string', () => {
  it('is text and holes, each hole with tokens of its own', () => {
    const [token] = tokenize('$"a {b["c"],5:x} {{d}}"');
    expect(token?.parts?.map((part) => (part.kind === 'text' ? [part.start, part.end] : [part.start, part.end, part.tokens.map(({ text }) => text).join(' '), part.format]))).toEqual([
      [2, 4],
      [4, 16, 'b [ "c" ] , 5 ', { start: 14, end: 15 }],
      [16, 22],
    ]);
  });

  it.each(['$"{f("}")}"', '$"{(a ? "{" : $"{b}")}"', '$@"{a}\n""{b}"', '$"{(a ? b : c):0.0}"', '$"{"a" + \'"\'}"'])('%s is one token', (code) => {
    expect(tokenize(code).map(({ kind }) => kind)).toEqual(['interpolated-string', 'end']);
    expect(lex(code).problems).toEqual([]);
  });
});
