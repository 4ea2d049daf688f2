import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { isAtLeast, SEVERITIES } from '../../src/model/severity.js';
import { renderJunit } from '../../src/report/render-junit.js';
import { markedFinding } from './finding.js';

interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly skipped: string;
  readonly testcase: readonly { readonly name: string; readonly failure?: unknown; readonly skipped?: unknown }[];
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => name === 'testsuite' || name === 'testcase' });

function suites(xml: string): { readonly tests: string; readonly failures: string; readonly skipped: string; readonly testsuite: readonly Suite[] } {
  return parser.parse(xml, true).testsuites;
}

const { finding } = markedFinding('<«a» />', { hint: 'write "b" & <c>' });

test('a clean file is a test that passes', () => {
  expect(suites(renderJunit([], { files: ['a.xml'], failOn: 'error' })).testsuite).toMatchObject([{ name: 'a.xml', tests: '1', failures: '0', testcase: [{ name: 'no findings' }] }]);
});

test('a finding at the severity that fails the run is a failure, below it a skipped test', () => {
  const { testsuite } = suites(renderJunit([finding, { ...finding, severity: 'warning' }], { files: ['chat.xml'], failOn: 'error' }));
  expect(testsuite[0]?.testcase).toEqual([
    {
      name: 'some-problem at 1:2',
      classname: 'chat.xml',
      file: 'chat.xml',
      line: '1',
      failure: { message: 'this is wrong', type: 'error', '#text': 'chat.xml:1:2 error some-problem: this is wrong\nhelp: write "b" & <c>' },
    },
    {
      name: 'some-problem at 1:2',
      classname: 'chat.xml',
      file: 'chat.xml',
      line: '1',
      skipped: { message: 'this is wrong', '#text': 'chat.xml:1:2 warning some-problem: this is wrong\nhelp: write "b" & <c>' },
    },
  ]);
});

test('any findings make well-formed XML whose counts are right', () => {
  const diagnostics = fc.array(
    fc.record({ file: fc.constantFrom('a.xml', 'b.xml', 'c.xml'), severity: fc.constantFrom(...SEVERITIES), message: fc.string({ unit: 'binary' }) }).map((about): Diagnostic => ({ ...finding, ...about })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(diagnostics, fc.constantFrom(...SEVERITIES), (findings, failOn) => {
      const { testsuite, tests, failures, skipped } = suites(renderJunit(findings, { files: ['a.xml', 'b.xml'], failOn }));
      const clean = ['a.xml', 'b.xml'].filter((file) => findings.every((found) => found.file !== file)).length;
      const failing = findings.filter(({ severity }) => isAtLeast(severity, failOn)).length;
      expect([tests, failures, skipped].map(Number)).toEqual([findings.length + clean, failing, findings.length - failing]);
      for (const suite of testsuite) {
        expect(suite.testcase).toHaveLength(Number(suite.tests));
        expect(suite.testcase.filter(({ failure }) => failure !== undefined)).toHaveLength(Number(suite.failures));
        expect(suite.testcase.filter((test) => test.skipped !== undefined)).toHaveLength(Number(suite.skipped));
      }
    }),
    { seed: 7, numRuns: 20 },
  );
});
