/** The checker held to the verdicts of Roslyn that test/oracle/csharp-types recorded, without dotnet. */
import { describe, expect, test } from 'vitest';
import { hasCorpus } from '../../syntax/csharp/corpus-expressions.js';
import { compare, type JudgedExpression } from './agreement.js';
import { differencesByReason, figuresOf } from './figures.js';
import { judgedCorpus, judgedSnippets } from './judged-expressions.js';
import { knownDifferences } from './ledger.js';

const LEDGER = knownDifferences();

describe('our expressions', () => {
  holdToRoslyn(judgedSnippets(), 'own', LEDGER.filter(({ set }) => set !== 'corpus'));
});

describe.skipIf(!hasCorpus)('the expressions of real policies', () => {
  holdToRoslyn(hasCorpus ? judgedCorpus() : [], 'corpus', LEDGER.filter(({ set }) => set === 'corpus'));
});

function holdToRoslyn(expressions: readonly JudgedExpression[], name: string, ledger: typeof LEDGER): void {
  const compared = expressions.map((expression) => ({ ...expression, ...compare(expression) }));
  const figures = figuresOf(compared);

  test('differ from Roslyn only where the ledger says so, and everywhere it says so', () => {
    const found = compared.flatMap(({ set, key, differences }) => differences.map(({ kind, detail }) => ({ line: [set, key, kind].join('\t'), detail })));
    const listed = ledger.map(({ set, key, kind }) => [set, key, kind].join('\t'));
    expect(found.filter(({ line }) => !listed.includes(line))).toEqual([]);
    expect(listed.filter((line) => !found.some((one) => one.line === line))).toEqual([]);
  });

  test('are accepted where Roslyn accepts them, but for what only APIM refuses', () => {
    const alarms = ledger.filter(({ kind }) => kind === 'false-alarm').map(({ reason }) => reason);
    expect(alarms.filter((reason) => !/^right C#, which APIM refuses|^base is right C#/u.test(reason))).toEqual([]);
  });

  test('have values of the type that Roslyn says, nearly all of them known', () => {
    expect(figures.otherTypes).toBe(0);
    expect(figures.knownTypes / figures.typed).toBeGreaterThan(0.97);
  });

  test('are refused where Roslyn refuses them, 95 of 100 at the same place', () => {
    expect(figures.atSamePlace / figures.refused).toBeGreaterThanOrEqual(0.95);
  });

  test('agree as much as docs/fidelity.md says', async () => {
    const record = { ...figures, differences: differencesByReason(ledger) };
    await expect(`${JSON.stringify(record, undefined, 1)}\n`).toMatchFileSnapshot(`../../../fixtures/csharp/types/agreement.${name}.json`);
  });
}
