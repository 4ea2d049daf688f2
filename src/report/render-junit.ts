/** Findings as test results, for the test tabs of Azure Pipelines, GitLab and Jenkins. Source: https://github.com/testmoapp/junitxml. */
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isAtLeast, type Severity } from '../model/severity.js';
import { placeText } from './place-text.js';
import { visibleText } from './visible-text.js';

export interface JunitOptions {
  /** All that were looked at, those without findings included. */
  readonly files: readonly string[];
  /** Findings from this severity on are failures; others are skipped tests, which fail nothing and are still listed. */
  readonly failOn: Severity;
}

/** One XML document: a suite for each file, in it a test for each finding, or one that passes. */
export function renderJunit(diagnostics: readonly Diagnostic[], { files, failOn }: JunitOptions): string {
  const byFile = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
  for (const found of diagnostics) {
    const others = byFile.get(found.file);
    if (others === undefined) byFile.set(found.file, [found]);
    else others.push(found);
  }
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\ufffd' });
  const suites = [...byFile].map(([file, findings]) => ({ file, findings, counts: counts(findings, failOn) }));
  const sum = (name: 'tests' | 'failures' | 'skipped'): number => suites.reduce((total, suite) => total + suite.counts[name], 0);
  const root = document.ele('testsuites', { name: 'aoai-policy', tests: sum('tests'), failures: sum('failures'), errors: 0, skipped: sum('skipped') });
  for (const { file, findings, counts: numbers } of suites) {
    const suite = root.ele('testsuite', { name: visibleText(file), errors: 0, ...numbers });
    if (findings.length === 0) suite.ele('testcase', { name: 'no findings', classname: visibleText(file) });
    for (const found of findings) testCase(suite, found, isAtLeast(found.severity, failOn));
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

function counts(findings: readonly Diagnostic[], failOn: Severity): Readonly<Record<'tests' | 'failures' | 'skipped', number>> {
  const failures = findings.filter(({ severity }) => isAtLeast(severity, failOn)).length;
  return { tests: Math.max(1, findings.length), failures, skipped: findings.length - failures };
}

/** The place is part of the name: services take two tests of one name for one. */
function testCase(suite: XMLBuilder, found: Diagnostic, isFailure: boolean): void {
  const { code, severity, range, hint } = found;
  const file = visibleText(found.file);
  const message = visibleText(found.message);
  const test = suite.ele('testcase', { name: `${code} at ${range.start.line}:${range.start.column}`, classname: file, file, line: range.start.line });
  const result = test.ele(isFailure ? 'failure' : 'skipped', { message, ...(isFailure ? { type: severity } : {}) });
  result.txt(`${placeText(found)} ${severity} ${code}: ${message}${hint === undefined ? '' : `\nhelp: ${visibleText(hint)}`}`);
}
