import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import { formatPolicy } from '../../src/emit/format-policy.js';
import type { PolicyDocument } from '../../src/model/document.js';
import { equalDocuments } from '../../src/model/equal-documents.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { printPreserved } from '../../src/syntax/xml/print-preserved.js';
import { mutation } from './mutations.js';
import { wildDocuments } from './wild-documents.js';

const read = (text: string): PolicyDocument => readPolicyDocument(parseXml(text), new SourceText('x.xml', text), { name: 'x' });
const errorsOf = (document: PolicyDocument): string[] => (document.syntax?.problems ?? []).filter(({ severity }) => severity === 'error').map(({ code }) => code);

describe('documents as they stand in the wild', () => {
  it.each(wildDocuments())('$name is read without mistakes, and reads back the same from each way of printing it', ({ text }) => {
    const document = read(text);
    expect(errorsOf(document)).toEqual([]);
    expect(printPreserved(parseXml(text))).toBe(text);
    for (const content of ['rawxml', 'xml'] as const) {
      expect(equalDocuments(document, read(emitPolicyXml(document, { content })))).toBe(true);
      const formatted = formatPolicy(parseXml(text), content);
      expect(formatPolicy(parseXml(formatted), content)).toBe(formatted);
    }
    expect(checkDocument(document, { gateways: [] }).filter(({ code }) => code === 'internal-error')).toEqual([]);
  });
});

describe('mutated documents', () => {
  const mutated = fc.tuple(fc.constantFrom(...wildDocuments().map(({ text }) => text)), mutation).map(([text, mutate]) => mutate(text));

  it('are read without throwing, print back byte for byte, and their problems have places', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const document = read(text);
        expect(printPreserved(parseXml(text))).toBe(text);
        for (const { span } of document.syntax?.problems ?? []) {
          expect([span.start >= 0, span.start <= span.end, span.end <= text.length]).toEqual([true, true, true]);
        }
        for (const { range } of checkDocument(document, { gateways: [] })) expect(range.end.offset).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20261124, numRuns: 600 },
    );
  });

  it('that are read without mistakes keep their meaning when they are formatted or emitted', () => {
    let readable = 0;
    fc.assert(
      fc.property(mutated, fc.constantFrom('rawxml' as const, 'xml' as const), (text, content) => {
        const document = read(text);
        if (errorsOf(document).length > 0) return;
        readable++;
        // Throws when the result says something else.
        const formatted = formatPolicy(parseXml(text), content);
        expect(formatPolicy(parseXml(formatted), content)).toBe(formatted);
        expect(equalDocuments(document, read(emitPolicyXml(document, { content })))).toBe(true);
      }),
      { seed: 20261124, numRuns: 800 },
    );
    expect(readable).toBeGreaterThan(100);
  });
});
