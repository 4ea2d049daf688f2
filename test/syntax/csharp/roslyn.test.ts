import { describe, expect, it } from 'vitest';
import { parseCode } from '../../../src/syntax/csharp/parse-code.js';
import { corpusExpressions, hasCorpus } from './corpus-expressions.js';
import { snippets } from './snippets.js';
import { corpusVerdicts, expressionHash, snippetVerdicts } from './verdicts.js';

/** Where we differ from Roslyn on purpose: codes that only we report. Their severity and source: reference/expressions.md §1. */
const OURS_ALONE: Readonly<Record<string, string>> = {
  'unbraced-statement': 'right C#, which APIM refuses: Razor wants braces',
  'dynamic-type': 'right C#, which APIM refuses when it binds',
  'async-code': 'right C#, which APIM refuses because its method is not async',
};

const NAMED_VALUE = 'APIM replaces named values before C# sees them';
const UNSAFE = 'needs unsafe code; the judge stops before it says so, because a part of it is no type of its own';
const NO_RETURN = 'a block without return is an error of flow, which the judge of syntax does not look for';

/** Snippets on which we differ, each with the reason. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  '@({{named-value}})': NAMED_VALUE,
  '@(a + {{named-value}})': NAMED_VALUE,
  '@{ return {{named-value}}; }': NAMED_VALUE,
  '@(a, b)': 'the parentheses that the judge puts around the expression make it a tuple',
  '@(a->b)': UNSAFE,
  '@(f(x -> x))': UNSAFE,
  '@(*a)': UNSAFE,
  '@(* a)': UNSAFE,
  '@(a ** b)': UNSAFE,
  '@(a >>> b)': 'an operator of C# 11 that Roslyn reads and refuses only with operands whose types it knows',
  '@{ }': NO_RETURN,
  '@{}': NO_RETURN,
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

interface Compared {
  readonly refused: readonly string[];
  readonly verdict: readonly string[];
  /** Why they differ, where they do. */
  readonly reason: string;
}

/** What docs/fidelity.md shows. */
function figuresOf(compared: readonly Compared[]): string {
  const differing = new Map<string, { kind: string; reason: string; expressions: number }>();
  for (const { refused, verdict, reason } of compared) {
    const kind = comparison(refused, verdict);
    if (kind === 'agrees') continue;
    const count = differing.get(kind + reason) ?? { kind, reason, expressions: 0 };
    count.expressions++;
    differing.set(kind + reason, count);
  }
  const agreed = compared.filter(({ refused, verdict }) => comparison(refused, verdict) === 'agrees');
  const refusedByBoth = agreed.filter(({ verdict }) => verdict.length > 0).length;
  const record = { expressions: compared.length, acceptedByBoth: agreed.length - refusedByBoth, refusedByBoth, differences: [...differing.values()].sort((a, b) => (a.kind + a.reason < b.kind + b.reason ? -1 : 1)) };
  return `${JSON.stringify(record, undefined, 1)}\n`;
}

/** Of what only we refuse: the reason of its first code. */
function reasonOf(refused: readonly string[]): string | undefined {
  return refused.map((id) => OURS_ALONE[id]).find((reason) => reason !== undefined);
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

  it('agree with ours as often as docs/fidelity.md says', async () => {
    const compared = snippets().map(({ text, code, form }) => {
      const refused = refusals(code, form);
      return { refused, verdict: verdicts.get(text) ?? [], reason: DIFFERENCES[text] ?? reasonOf(refused) ?? '' };
    });
    await expect(figuresOf(compared)).toMatchFileSnapshot('../../../fixtures/csharp/syntax-agreement.own.json');
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

  it('agree with ours as often as docs/fidelity.md says', async () => {
    const compared = corpusExpressions().map(({ form, code }) => {
      const refused = refusals(code, form);
      return { refused, verdict: verdicts.get(expressionHash(form, code)) ?? [], reason: reasonOf(refused) ?? NAMED_VALUE };
    });
    await expect(figuresOf(compared)).toMatchFileSnapshot('../../../fixtures/csharp/syntax-agreement.corpus.json');
  });
});
