import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../src/model/document.js';
import { firstDifference } from '../../src/model/equal-documents.js';
import { holdsMessage } from '../../src/model/message-content.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseCode } from '../../src/syntax/csharp/parse-code.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { printCanonical } from '../../src/syntax/xml/print-canonical.js';
import { printPreserved } from '../../src/syntax/xml/print-preserved.js';
import { printableNodes } from '../../src/syntax/xml/printable-node.js';
import { corpusDocuments, hasCorpus } from '../syntax/corpus-documents.js';
import { corpusExpressions } from '../syntax/csharp/corpus-expressions.js';
import { corpusVerdicts, expressionHash } from '../syntax/csharp/verdicts.js';

/** Documents that are not read without problems, each with what its author did wrong; APIM refuses all of them. */
const BROKEN_BY_AUTHOR: Readonly<Record<string, string>> = {
  'Azure+api-management-policy-snippets/examples__Call_out_to_an_HTTP_endpoint_and_cache_the_response.policy.xml': 'an XML formatter took the code of rewrite-uri apart',
  'Azure-Samples+ai-hub-gateway-solution-accelerator/guides__pii-masking-apim.md.1.xml': '<choose> and <when> are never closed',
  'Azure-Samples+ai-hub-gateway-solution-accelerator/infra__modules__apim__policies__frag-llm-usage.xml': '<llm-emit-token-metric> is closed by </azure-openai-emit-token-metric>',
  'calvinchengx+azure-apim-emulator/third_party__microsoft__policy-reference__limit-concurrency-policy.md.1.xml': 'a typesetter made the hyphens of <!-- a dash',
  'calvinchengx+azure-apim-emulator/third_party__microsoft__policy-reference__set-backend-service-policy.md.3.xml': 'sf-partition-key lacks a )',
  'khenzo+ai-hub-gateway/docs__governance__policy-enforcement.mdx.1.xml': 'x-user-id has @( within @( and a quote too many',
  'khenzo+ai-hub-gateway/docs__governance__policy-enforcement.mdx.7.xml': 'x-request-id has @( within @( and a quote too many',
  'khenzo+ai-hub-gateway/docs__governance__policy-enforcement.mdx.8.xml': 'x-tokens-used has @( within @( and a quote too many',
  'khenzo+ai-hub-gateway/docs__guides__citadel-hub__configuration-examples.mdx.1.xml': 'a comment stands inside a tag',
  'khenzo+ai-hub-gateway/docs__guides__citadel-hub__configuration-examples.mdx.2.xml': 'the placeholder <your-app-registration-id> stands unescaped',
};

const read = (text: string, name: string): PolicyDocument => readPolicyDocument(parseXml(text), new SourceText(name, text), { name });
const errorsOf = (document: PolicyDocument): string[] => (document.syntax?.problems ?? []).filter(({ severity }) => severity === 'error').map(({ code }) => code);

describe.skipIf(!hasCorpus)('the documents of the corpus', () => {
  const documents = hasCorpus ? corpusDocuments().map(({ file, text }) => ({ file, text, xml: parseXml(text), document: read(text, file) })) : [];
  const filesWhere = (isWrong: (document: (typeof documents)[number]) => boolean): string[] => documents.filter(isWrong).map(({ file }) => file).sort();

  it('are read, but for those that their authors broke', () => {
    expect(documents.length).toBeGreaterThan(1000);
    expect(filesWhere(({ document }) => errorsOf(document).length > 0)).toEqual(Object.keys(BROKEN_BY_AUTHOR).sort());
  });

  it('have problems with places in the text', () => {
    const isOutside = ({ document, text }: (typeof documents)[number]): boolean =>
      (document.syntax?.problems ?? []).some(({ span }) => span.start > span.end || span.start < 0 || span.end > text.length);
    expect(filesWhere(isOutside)).toEqual([]);
  });

  it('print back byte for byte', () => {
    expect(filesWhere(({ xml, text }) => printPreserved(xml) !== text)).toEqual([]);
  });

  it.each(['rawxml', 'xml'] as const)('say the same when printed as %s, and printing that changes nothing', (encoding) => {
    // XML forbids `--` in comments, so the printer sets such hyphens apart; raw policy XML takes them.
    const comments = encoding === 'xml' ? 'ignore' : 'compare';
    const options = { encoding, verbatim: holdsMessage };
    const printed = documents.map(({ file, xml, document }) => ({ file, document, text: printCanonical(printableNodes(xml.children), options) }));
    const wrong = printed.flatMap(({ file, document, text }): string[] => {
      const again = parseXml(text);
      const difference = firstDifference(document, read(text, file), { comments });
      return [
        ...(difference === undefined ? [] : [`${file}: ${difference.path}: ${difference.message}`]),
        ...(printCanonical(printableNodes(again.children), options) === text ? [] : [`${file}: printing it again changes it`]),
        ...(encoding === 'xml' && again.encoding !== 'xml' ? [`${file}: no XML`] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('have expressions of which at least 99.5% parse, those left out that Roslyn refuses too', () => {
    const verdicts = corpusVerdicts();
    const right = corpusExpressions().filter(({ form, code }) => verdicts.get(expressionHash(form, code))?.length === 0 || /\{\{[^{}]+\}\}/.test(code));
    const refused = right.filter(({ form, code }) => parseCode(code, form).problems.some(({ severity }) => severity === 'error'));
    expect(right.length).toBeGreaterThan(1700);
    expect(1 - refused.length / right.length).toBeGreaterThanOrEqual(0.995);
  });
});
