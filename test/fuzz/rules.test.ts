/** Lint on documents that nobody meant to write. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintProject } from '../../src/lint/lint-project.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { readText } from '../analysis/read-text.js';
import { mutation } from './mutations.js';
import { wildDocuments } from './wild-documents.js';

const lint = (text: string): Diagnostic[] => lintProject({ documents: [readText(text)], resources: [] }, { rules: {} });

/** For a machine that is busy; what is not linear takes minutes. */
const TIME_LIMIT = 30_000;

describe('lint', () => {
  it('never throws on mutated documents, and finds within them', () => {
    const mutated = fc.tuple(fc.constantFrom(...wildDocuments().map(({ text }) => text)), mutation).map(([text, mutate]) => ({ text: mutate(text) }));
    fc.assert(
      fc.property(mutated, ({ text }) => {
        for (const { range } of lint(text)) expect(range.end.offset).toBeLessThanOrEqual(text.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  }, TIME_LIMIT);

  it.each([
    ['retries in retries', (inner: string) => `${'<retry condition="@(context.Response.StatusCode == 429)" count="2" interval="1">'.repeat(60)}${inner}${'</retry>'.repeat(60)}`],
    ['chooses in chooses', (inner: string) => `${'<choose><when condition="@(context.Product != null)">'.repeat(60)}${inner}${'</when></choose>'.repeat(60)}`],
    ['thousands of variables', (inner: string) => Array.from({ length: 3000 }, (_, index) => `<set-variable name="v${index}" value="@((string)context.Variables["v${index - 1}"])" />`).join('') + inner],
    ['hundreds of branches that each set and read', (inner: string) => `<choose>${Array.from({ length: 400 }, (_, index) => `<when condition="@((int)context.Variables["mode"] == ${index})"><set-variable name="v${index}" value="1" /></when>`).join('')}</choose>${inner}`],
    ['a long chain of operators', (inner: string) => `<set-variable name="all" value="@(${'context.User.Id + '.repeat(2000)}"")" />${inner}`],
    ['a long chain of question marks', (inner: string) => `<set-variable name="all" value="@(context${'?.Product'.repeat(2000)})" />${inner}`],
  ])('comes to an end with %s', (_, around) => {
    const text = `<policies><inbound>${around('<set-header name="x"><value>@(context.Response.StatusReason)</value></set-header>')}</inbound></policies>`;
    for (const { range } of lint(text)) expect(range.end.offset).toBeLessThanOrEqual(text.length);
  }, TIME_LIMIT);
});
