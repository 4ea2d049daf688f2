import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import { applySuppressions } from '../../src/lint/apply-suppressions.js';
import { fixDocument } from '../../src/lint/fix-document.js';
import { lintProject } from '../../src/lint/lint-project.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { PolicyDocument } from '../../src/model/document.js';
import type { Fix } from '../../src/syntax/text/fix.js';
import { readText } from '../analysis/read-text.js';
import { mutation } from '../fuzz/mutations.js';
import { wildDocuments } from '../fuzz/wild-documents.js';

const findingsOf = (document: PolicyDocument): readonly Diagnostic[] => {
  const found = [...checkDocument(document), ...lintProject({ documents: [document], resources: [] }, { rules: {} })];
  const { syntax } = document;
  return syntax === undefined ? found : applySuppressions(found, [{ source: syntax.source, xml: syntax.xml }], () => undefined).diagnostics;
};
const isSafe = ({ safety }: Fix): boolean => safety === 'safe';

function fixedText(text: string, allows: (fix: Fix) => boolean = isSafe): string {
  return fixDocument(readText(text, 'policy.xml'), { findingsOf, allows }).document.syntax?.source.text ?? '';
}

/** In a section, so that every policy may stand there. */
const inbound = (content: string): string => `<policies><inbound><base />${content}</inbound></policies>`;

describe('safe fixes', () => {
  it.each<[string, string, string]>([
    ['a misspelt attribute', '<rate-limit calls="10" renewal-perod="60" />', '<rate-limit calls="10" renewal-period="60" />'],
    ['an attribute in other letters', '<rate-limit Calls="10" renewal-period="60" />', '<rate-limit calls="10" renewal-period="60" />'],
    ['a misspelt policy, in both tags', '<set-heder name="a" >\n<value>b</value></set-heder >', '<set-header name="a" >\n<value>b</value></set-header >'],
    ['a misspelt child', '<set-header name="a"><valu>b</valu></set-header>', '<set-header name="a"><value>b</value></set-header>'],
    ['a misspelt word', "<set-header name='a' exists-action='overide'><value>b</value></set-header>", "<set-header name='a' exists-action='override'><value>b</value></set-header>"],
    ['a word in other letters', '<set-header name="a" exists-action=" Override "><value>b</value></set-header>', '<set-header name="a" exists-action=" override "><value>b</value></set-header>'],
    ['an ampersand', '<set-header name="a"><value>b & c</value></set-header>', '<set-header name="a"><value>b &amp; c</value></set-header>'],
    ['a less-than sign', '<set-header name="a"><value>b < c</value></set-header>', '<set-header name="a"><value>b &lt; c</value></set-header>'],
    ['attributes without space', '<set-header name="a"exists-action="skip"><value>b</value></set-header>', '<set-header name="a" exists-action="skip"><value>b</value></set-header>'],
    ['a word without quotes', '<set-header name=a><value>b</value></set-header>', '<set-header name="a"><value>b</value></set-header>'],
    ['an end tag', '<set-header name="a"><value>b</valu></set-header>', '<set-header name="a"><value>b</value></set-header>'],
    ['hyphens in a comment', '<!-- one --- two ---><base-x />', '<!-- one - - - two - --><base-x />'],
    ['a string in single quotes', `<set-body>@('it' + "b")</set-body>`, `<set-body>@("it" + "b")</set-body>`],
    ['a string in single quotes where quotes are escaped', `<set-variable name="a" value="@('it' + &quot;b&quot;)" />`, `<set-variable name="a" value="@(&quot;it&quot; + &quot;b&quot;)" />`],
    ['a backslash', String.raw`<set-body>@("\d")</set-body>`, String.raw`<set-body>@("\\d")</set-body>`],
    ['a brace', '<set-body>@($"a}")</set-body>', '<set-body>@($"a}}")</set-body>'],
    ['prefixes of a string', '<set-body>@(@$"a{1}")</set-body>', '<set-body>@($@"a{1}")</set-body>'],
    ['a semicolon', '<set-body>@(1;)</set-body>', '<set-body>@(1)</set-body>'],
    ['several at once', '<rate-limit cals="10" renewal-perod="60" /><set-body>a & b</set-body>', '<rate-limit calls="10" renewal-period="60" /><set-body>a &amp; b</set-body>'],
    [
      'a retry that sends no body again',
      '</inbound><backend><retry condition="@(true)" count="1" interval="1"><forward-request timeout="10"/><forward-request /></retry></backend><inbound>',
      '</inbound><backend><retry condition="@(true)" count="1" interval="1"><forward-request timeout="10" buffer-request-body="true"/><forward-request buffer-request-body="true" /></retry></backend><inbound>',
    ],
    ['one mistake behind another', '<set-heder name="a" exists-action="overide"><value>b</value></set-heder>', '<set-header name="a" exists-action="override"><value>b</value></set-header>'],
    ['a comment that suppresses nothing', '<!-- aoai-policy-disable-next-line missing-otherwise --><base-x />', '<base-x />'],
  ])('%s', (_, wrong, right) => {
    expect(fixedText(inbound(wrong))).toBe(inbound(right));
  });

  it.each<[string, string]>([
    ['names that may stand for several', '<rate-limit-by-key calls="1" renewal-period="6" key="a" />'],
    ['names that are far off', '<rate-limit calls="10" renewal-xperxiod="60" />'],
    ['what would show a mistake without a fix', '<set-heder name="a" colour="red"><value>b</value></set-heder>'],
    ['what would show several', '<set-heder nam="a" /><unknwn />'],
    ['older names', '<azure-openai-token-limit counter-key="@(context.Subscription.Id)" tokens-per-minute="1" estimate-prompt-tokens="false" />'],
    ['appended credentials', '<set-header name="api-key" exists-action="append"><value>x</value></set-header>'],
  ])('leave %s alone', (_, text) => {
    expect(fixedText(inbound(text))).toBe(inbound(text));
  });
});

describe('unsafe fixes', () => {
  it.each<[string, string, string]>([
    ['an older name', '<azure-openai-token-limit counter-key="@(context.Subscription.Id)" tokens-per-minute="1" estimate-prompt-tokens="false" />', '<llm-token-limit counter-key="@(context.Subscription.Id)" tokens-per-minute="1" estimate-prompt-tokens="false" />'],
    ['an appended credential', '<set-header name="api-key" exists-action="append"><value>@(context.RequestId.ToString())</value></set-header>', '<set-header name="api-key" exists-action="override"><value>@(context.RequestId.ToString())</value></set-header>'],
    ['too many braces', '<set-body>{{{{name}}}}</set-body>', '<set-body>{{name}}</set-body>'],
  ])('%s', (_, wrong, right) => {
    expect(fixedText(inbound(wrong), () => true)).toBe(inbound(right));
  });
});

describe('any document', () => {
  /** Mistakes that have fixes, put into a document where what they replace stands. */
  const MISTAKES: readonly (readonly [right: RegExp, wrong: string])[] = [
    [/exists-action="override"/g, 'exists-action="overide"'], [/exists-action=/g, 'exist-action='], [/<(\/?)set-header/g, '<$1set-heder'], [/<(\/?)value/g, '<$1valu'],
    [/ name="/g, ' Name="'], [/&amp;/g, '&'], [/<base \/>/g, '<base /><!-- a -- b -->'], [/" /g, '"'], [/<inbound>/g, '<inbound><!-- aoai-policy-disable-next-line missing-otherwise -->'],
    [/"([a-z]+)"\)/g, "'$1')"], [/\)<\/value>/g, ';)</value>'],
  ];
  const mistaken = fc.tuple(
    fc.constantFrom(...wildDocuments().map(({ text }) => text)),
    fc.subarray([...MISTAKES], { maxLength: 4 }),
    fc.option(mutation, { nil: undefined }),
  ).map(([text, mistakes, mutate]) => {
    const wrong = mistakes.reduce((changed, [right, mistake]) => changed.replace(right, mistake), text);
    return mutate === undefined ? wrong : mutate(wrong);
  });

  it.each([['safe', isSafe, 0.2], ['all', () => true, 0.2]] as const)('has no new findings after %s fixes, which change nothing else and nothing more the second time', (_, allows, leastFixed) => {
    let changed = 0;
    let runs = 0;
    fc.assert(
      fc.property(mistaken, (text) => {
        runs++;
        const document = readText(text, 'policy.xml');
        const before = findingsOf(document);
        const { document: after, fixed } = fixDocument(document, { findingsOf, allows });
        const result = after.syntax?.source.text ?? '';
        const remaining = findingsOf(readText(result, 'policy.xml'));
        expect(before.length - remaining.length).toBe(fixed);
        for (const said of new Set(remaining.map(saying))) expect(countOf(remaining, said), said).toBeLessThanOrEqual(countOf(before, said));
        expect(fixDocument(after, { findingsOf, allows }).document).toBe(after);
        expect(result === text).toBe(fixed === 0);
        if (fixed > 0) changed++;
      }),
      { seed: 20261124, numRuns: 250 },
    );
    expect(changed / runs).toBeGreaterThan(leastFixed);
  });

  it('keeps every byte outside of the edits', () => {
    fc.assert(
      fc.property(mistaken, (text) => {
        // Of one round: what is left of the text when the edits are taken out of both.
        const fixes = findingsOf(readText(text, 'policy.xml')).flatMap(({ fix }) => (fix !== undefined && isSafe(fix) ? [fix] : []));
        for (const { edits } of fixes.slice(0, 20)) {
          for (const { span } of edits) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
          const result = fixDocument(readText(text, 'policy.xml'), { findingsOf, allows: (fix) => JSON.stringify(fix.edits) === JSON.stringify(edits) }).document.syntax?.source.text;
          if (result === text) continue;
          const start = Math.min(...edits.map(({ span }) => span.start));
          const end = Math.max(...edits.map(({ span }) => span.end));
          expect(result?.startsWith(text.slice(0, start))).toBe(true);
          expect(result?.endsWith(text.slice(end))).toBe(true);
        }
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });
});

function saying({ code, message }: Diagnostic): string {
  return `${code}: ${message.replace(/\d+/gu, '0')}`;
}

function countOf(findings: readonly Diagnostic[], said: string): number {
  return findings.filter((found) => saying(found) === said).length;
}
