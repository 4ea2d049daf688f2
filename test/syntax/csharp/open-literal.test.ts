import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/syntax/csharp/lexer.js';
import { hasOpenLiteral } from '../../../src/syntax/csharp/open-literal.js';
import { expressionSpans } from '../../../src/syntax/xml/expression-spans.js';
import { corpusDocuments, hasCorpus } from '../corpus-documents.js';

describe('literals', () => {
  it.each([
    ['x + 1', false],
    ['"a" + \'b\' + @"c""d" /* e */ // f', false],
    ['$"a{b["c"]}d"', false],
    ['"a', true],
    ["x + 'a", true],
    ['@"a""', true],
    ['$"a{b', true],
    ['$@"a{b}', true],
    ['x /* y', true],
  ])('%s: open is %s', (code, isOpen) => {
    expect(hasOpenLiteral(code)).toBe(isOpen);
  });
});

describe.skipIf(!hasCorpus)('the expressions of the corpus, each also cut off a little before its end', () => {
  it('have open literals exactly where the lexer reports one', () => {
    const wrong = new Set<string>();
    for (const { text } of corpusDocuments()) {
      for (const { start, end } of expressionSpans(text)) {
        for (let cut = end - 1; cut > Math.max(start + 1, end - 10); cut--) {
          const code = text.slice(start + 2, cut);
          const reported = lex(code).problems.some((problem) => problem.code.startsWith('unclosed-'));
          if (hasOpenLiteral(code) !== reported) wrong.add(code);
        }
      }
    }
    expect([...wrong]).toEqual([]);
  });
});
