import { describe, expect, it } from 'vitest';
import { parseCode } from '../../../src/syntax/csharp/parse-code.js';
import { corpusExpressions, hasCorpus } from './corpus-expressions.js';
import { snippets } from './snippets.js';
import { corpusVerdicts, expressionHash, snippetVerdicts } from './verdicts.js';

/** Where we differ from Roslyn on purpose: codes that only we report. Their severity and source: reference/expressions.md §1. */
const OURS_ALONE: Readonly<Record<string, string>> = {
  'unbraced-statement': "Razor's rule, not C#'s",
  'dynamic-type': 'right C#, which APIM refuses when it binds',
  'async-code': 'right C#, which APIM refuses because its method is not async',
};

/** Snippets on which we differ, each with the reason. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  '@({{named-value}})': 'APIM replaces named values before C# sees them',
  '@(a + {{named-value}})': 'the same',
  '@{ return {{named-value}}; }': 'the same',
  '@(a, b)': 'the parentheses that the judge puts around the expression make it a tuple',
  '@(a->b)': 'needs unsafe code; the judge stops before it says so, because b is no type of its own',
  '@(f(x -> x))': 'the same',
  '@(*a)': 'the same',
  '@(* a)': 'the same',
  '@(a ** b)': 'the same',
  '@(a >>> b)': 'an operator of C# 11 that Roslyn reads and refuses only with operands whose types it knows',
  '@{ }': 'a block without return is an error of flow, which the judge does not look for',
  '@{}': 'the same',
  '@{ #if A\n  return 1;\n  #endif\n  }': 'preprocessor lines are no part of a statement block; nobody uses one',
};

function refusals(code: string, form: 'expression' | 'block'): string[] {
  return parseCode(code, form).problems.filter(({ severity }) => severity === 'error').map(({ code: id }) => id);
}

/** `agrees`, or who alone refuses it. */
function comparison(refused: readonly string[], verdict: readonly string[]): 'agrees' | 'only we refuse' | 'only Roslyn refuses' {
  if ((refused.length > 0) === (verdict.length > 0)) return 'agrees';
  return refused.length > 0 ? 'only we refuse' : 'only Roslyn refuses';
}

describe("Roslyn's verdicts on our snippets", () => {
  const verdicts = snippetVerdicts();

  it('are recorded for each of them', () => {
    expect([...verdicts.keys()]).toEqual(snippets().map(({ text }) => text));
  });

  it.each(snippets())('$text', ({ text, code, form }) => {
    const refused = refusals(code, form);
    const found = comparison(refused, verdicts.get(text) ?? []);
    const isKnown = Object.hasOwn(DIFFERENCES, text) || refused.some((id) => Object.hasOwn(OURS_ALONE, id));
    if (isKnown && found !== 'agrees') return;
    expect([found, refused, verdicts.get(text)]).toEqual(['agrees', refused, verdicts.get(text)]);
  });

  it.each(Object.keys(DIFFERENCES))('still differ from ours on %s', (text) => {
    const snippet = snippets().find((one) => one.text === text);
    expect(snippet && comparison(refusals(snippet.code, snippet.form), verdicts.get(text) ?? [])).not.toBe('agrees');
  });
});

describe.skipIf(!hasCorpus)("Roslyn's verdicts on the corpus", () => {
  const verdicts = corpusVerdicts();

  it('are ours, but for named values and what only we refuse', () => {
    const differing = corpusExpressions().flatMap(({ form, code, file }) => {
      const refused = refusals(code, form);
      const verdict = verdicts.get(expressionHash(form, code));
      if (verdict === undefined) return [`no verdict on an expression of ${file}`];
      const found = comparison(refused, verdict);
      if (found === 'agrees' || (found === 'only we refuse' && refused.every((id) => Object.hasOwn(OURS_ALONE, id)))) return [];
      return found === 'only Roslyn refuses' && /\{\{[^{}]+\}\}/.test(code) ? [] : [`${found}: ${file}`];
    });
    expect(differing).toEqual([]);
  });
});
