import { expect, test } from 'vitest';
import type { DiagnosticInput } from '../../src/model/diagnostic.js';
import { renderConcise } from '../../src/report/render-concise.js';
import { summarize, summaryText } from '../../src/report/summary.js';
import { markedFinding } from './finding.js';

test.each<[string, Partial<DiagnosticInput>, string]>([
  ['a finding', {}, 'chat.xml:2:3 error some-problem: this is wrong\n'],
  ['help is left out: the line is for programs too', { hint: 'do this' }, 'chat.xml:2:3 error some-problem: this is wrong\n'],
  ['a line break in a message does not make two findings', { message: 'a\nb.xml:1:1 error fake: x' }, 'chat.xml:2:3 error some-problem: a␊b.xml:1:1 error fake: x\n'],
])('%s', (_, about, expected) => {
  expect(renderConcise([markedFinding('<a>\n  «b»</a>', about).finding])).toBe(expected);
});

test('nothing for no findings', () => {
  expect(renderConcise([])).toBe('');
});

test.each([
  [[], 0, 'no findings in 0 files'],
  [['error'], 1, '1 error in 1 file'],
  [['info', 'warning', 'error', 'error', 'info'], 2, '2 errors, 1 warning, 2 info in 2 files'],
] as const)('summary of %j', (severities, files, expected) => {
  const findings = severities.map((severity) => markedFinding('«a»', { severity }).finding);
  expect(summaryText(summarize(findings, files))).toBe(expected);
});

test.each([
  [{ fixed: 0, suppressed: 1, inBaseline: 0 }, '1 error (1 suppressed) in 4 files'],
  [{ fixed: 2, suppressed: 1, inBaseline: 3 }, '1 error (2 fixed, 1 suppressed, 3 in baseline) in 4 files'],
])('what is not reported is counted: %j', (setAside, expected) => {
  expect(summaryText(summarize([markedFinding('«a»').finding], 4, setAside))).toBe(expected);
});
