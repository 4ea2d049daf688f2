import { expect, test } from 'vitest';
import { renderGithub } from '../../src/report/render-github.js';
import { summarize } from '../../src/report/summary.js';
import { markedFinding } from './finding.js';

const annotate = (...diagnostics: Parameters<typeof renderGithub>[0]): string[] => renderGithub(diagnostics, { summary: summarize(diagnostics, 1), pathOf: (file) => `apim/${file}` }).split('\n');

test.each([
  ['a place in one line', '<«a» />', {}, '::error file=apim/chat.xml,line=1,endLine=1,col=2,endColumn=3,title=some-problem::this is wrong'],
  ['a place in several lines has no columns', '<«a\n/>»', {}, '::error file=apim/chat.xml,line=1,endLine=2,title=some-problem::this is wrong'],
  ['the hint is a second line', '«a»', { hint: 'write b' }, '::error file=apim/chat.xml,line=1,endLine=1,col=1,endColumn=2,title=some-problem::this is wrong%0Ahelp: write b'],
  ['data keeps colons and commas', '«a»', { message: '100%: a,\r\nb' }, '::error file=apim/chat.xml,line=1,endLine=1,col=1,endColumn=2,title=some-problem::100%25: a,%0D%0Ab'],
  ['an info is a notice', '«a»', { severity: 'info' as const }, '::notice file=apim/chat.xml,line=1,endLine=1,col=1,endColumn=2,title=some-problem::this is wrong'],
])('%s', (_, marked, about, line) => {
  expect(annotate(markedFinding(marked, about).finding)[0]).toBe(line);
});

test('a file name can end neither its property nor the command', () => {
  const { finding } = markedFinding('«a»');
  expect(annotate({ ...finding, file: 'a,b:c%\n::error::d.xml' })[0]).toBe(
    '::error file=apim/a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ad.xml,line=1,endLine=1,col=1,endColumn=2,title=some-problem::this is wrong',
  );
});

test('the worst come first, the counts last', () => {
  const of = (severity: 'error' | 'warning' | 'info') => markedFinding('«a»', { severity }).finding;
  const lines = annotate(of('info'), of('warning'), of('error'), of('warning'));
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::warning', '::warning', '::notice', '1', '']);
  expect(lines.at(-2)).toBe('1 error, 2 warnings, 1 info in 1 file');
});

test('without findings, the counts alone', () => {
  expect(renderGithub([], { summary: summarize([], 2), pathOf: (file) => file })).toBe('no findings in 2 files\n');
});
