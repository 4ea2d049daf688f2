/** A secret that was found in a policy is in no report. */
import { describe, expect, test } from 'vitest';
import { RENDERERS, type ReportContext } from '../../src/cli/render-report.js';
import { REPORT_FORMATS } from '../../src/cli/report-targets.js';
import { checkDocument } from '../../src/check/check-document.js';
import { lintProject } from '../../src/lint/lint-project.js';
import { diagnostic, type Diagnostic } from '../../src/model/diagnostic.js';
import { SourceText, textOrigin } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { renderPretty } from '../../src/report/render-pretty.js';
import { summarize } from '../../src/report/summary.js';
import { withoutSecrets } from '../../src/report/without-secrets.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

const SECRET = '8f3a9b2c4d5e6f708192a3b4c5d6e7f8';

/** A second mistake on the line of the secret: that finding shows the same line. */
const POLICY = `<policies>
  <inbound>
    <set-header name="api-key" exists-action="overide"><value>${SECRET}</value></set-header>
  </inbound>
</policies>
`;

function findings(source: SourceText): Diagnostic[] {
  const document = readPolicyDocument(parseXml(source.text), source, { name: 'chat' });
  return [...checkDocument(document), ...lintProject({ documents: [document], resources: [] }, { rules: {} })];
}

describe('a policy with a key in it', () => {
  const source = new SourceText('chat.xml', POLICY);
  const found = findings(source);
  const context: ReportContext = { found, summary: summarize(found, 1), summaryLine: '', files: [source], failOn: 'error', sourceOf: () => source, cwd: '/work', colors: false, width: 120 };

  test('has a finding at the key, and another on its line', () => {
    expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([['invalid-value', 3], ['hardcoded-secret', 3]]);
  });

  test.each(REPORT_FORMATS)('reported as %s, it does not show the key', async (format) => {
    const report = await RENDERERS[format](found, context);
    expect(report).toContain('hardcoded-secret');
    expect(report).not.toContain(SECRET.slice(0, 8));
    expect(report).not.toContain(SECRET.slice(-8));
  });

  test('nor does a report of errors only, which leaves out the finding', async () => {
    const report = await RENDERERS.pretty(found.filter(({ severity }) => severity === 'error'), context);
    expect(report).toContain('api-key');
    expect(report).not.toContain(SECRET.slice(0, 8));
  });

  test('the line keeps its columns', async () => {
    expect(await RENDERERS.pretty(found, context)).toMatchInlineSnapshot(`
      "chat.xml:3:47 error invalid-value: exists-action of set-header is "overide", but takes one of override, skip, append, delete: APIM refuses the document
        3 |     <set-header name="api-key" exists-action="overide"><value>********************************</value></set-head…
          |                                               ^^^^^^^
        help: did you mean override?

      chat.xml:3:63 warning hardcoded-secret: set-header holds the value of api-key as text (8f3a…, 32 characters): everyone who may read the policy or its history has it
        3 | …i-key" exists-action="overide"><value>********************************</value></set-header>
          |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: replace it at its source, since it counts as known; keep the new one in a secret named value, best from Key Vault, and write {{name}}

      "
    `);
  });
});

test('in TypeScript the strings of the call are covered, whatever their quotes', () => {
  const text = `export default [setHeader({ name: 'api-key', value: "it's ${SECRET}" }), note('kept')];\n`;
  const source = new SourceText('chat.ts', text);
  const at = textOrigin(source, { start: text.indexOf('setHeader'), end: text.indexOf(', note') });
  const found = diagnostic({ code: 'hardcoded-secret', severity: 'warning', message: 'a key', at });
  expect(renderPretty([found], { sourceOf: withoutSecrets(() => source, [found]), colors: false, width: 120 })).toMatchInlineSnapshot(`
    "chat.ts:1:17 warning hardcoded-secret: a key
      1 | export default [setHeader({ name: '*******', value: "*************************************" }), note('kept')];
        |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "
  `);
});
