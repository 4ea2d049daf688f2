import { describe, expect, test } from 'vitest';
import type { DiagnosticInput } from '../../src/model/diagnostic.js';
import { SourceText, textOrigin } from '../../src/model/origin.js';
import { renderPretty } from '../../src/report/render-pretty.js';
import { markedFinding } from './finding.js';

function pretty(marked: string, about: Partial<DiagnosticInput> = {}, { width = 60, colors = false } = {}): string {
  const { source, finding } = markedFinding(marked, about);
  return renderPretty([finding], { colors, width, sourceOf: (file) => (file === source.path ? source : undefined) });
}

describe('the place is shown with a mark under it', () => {
  test('a word', () => {
    expect(pretty('<a>\n  <«retri» />\n</a>\n')).toMatchInlineSnapshot(`
      "chat.xml:2:4 error some-problem: this is wrong
        2 |   <retri />
          |    ^^^^^
      "
    `);
  });

  test('what comes with a finding: a related place, in line with it, and help', () => {
    const source = new SourceText('chat.xml', '\n'.repeat(8) + '<when condition="a" />\n<when condition="b" />\n');
    const text = renderPretty(
      [
        {
          ...markedFinding('«x»', { hint: 'put the narrower one first' }).finding,
          range: textOrigin(source, { start: 31, end: 36 }).range,
          related: [{ message: 'it wins', file: 'chat.xml', range: textOrigin(source, { start: 8, end: 30 }).range }],
        },
      ],
      { colors: false, width: 60, sourceOf: () => source },
    );
    expect(text).toMatchInlineSnapshot(`
      "chat.xml:10:1 error some-problem: this is wrong
        10 | <when condition="b" />
           | ^^^^^
        note: chat.xml:9:1: it wins
         9 | <when condition="a" />
           | ----------------------
        help: put the narrower one first
      "
    `);
  });

  test('tabs, wide characters, combining characters and emoji keep their columns', () => {
    expect(pretty('\t<a b="日本語"\t«c»="1" />')).toMatchInlineSnapshot(`
      "chat.xml:1:13 error some-problem: this is wrong
        1 |     <a b="日本語"   c="1" />
          |                     ^
      "
    `);
    expect(pretty('e\u0301 👩‍💻 「«語»」')).toMatchInlineSnapshot(`
      "chat.xml:1:11 error some-problem: this is wrong
        1 | é 👩‍💻 「語」
          |        ^^
      "
    `);
  });

  test('a long line is cut around the place', () => {
    expect(pretty(`<a ${'x="1" '.repeat(20)}«bad»="2" ${'y="3" '.repeat(20)}/>`)).toMatchInlineSnapshot(`
      "chat.xml:1:124 error some-problem: this is wrong
        1 | …x="1" x="1" x="1" bad="2" y="3" y="3" y="3" y="3" y=…
          |                    ^^^
      "
    `);
  });

  test('a place longer than the line is marked as far as it is shown', () => {
    expect(pretty(`<a «${'x'.repeat(500)}» />`)).toMatchInlineSnapshot(`
      "chat.xml:1:4 error some-problem: this is wrong
        1 | <a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      "
    `);
  });

  test('of several lines, the first', () => {
    expect(pretty('<a>«@{\n  return 1;\n}»</a>')).toMatchInlineSnapshot(`
      "chat.xml:1:4 error some-problem: this is wrong
        1 | <a>@{
          |    ^^
      "
    `);
  });

  test('the end of the file, and an empty place', () => {
    expect(pretty('<a>«»')).toMatchInlineSnapshot(`
      "chat.xml:1:4 error some-problem: this is wrong
        1 | <a>
          |    ^
      "
    `);
  });
});

describe('what a file says does not reach the terminal', () => {
  test('escape sequences and text that turns around are shown, not obeyed', () => {
    expect(pretty('<a «b»="\u001b[2J\u202e" />', { message: 'value \u001b[31mred', hint: 'a\u0007' })).toMatchInlineSnapshot(`
      "chat.xml:1:4 error some-problem: value ␛[31mred
        1 | <a b="␛[2J<U+202E>" />
          |    ^
        help: a␇
      "
    `);
  });
});

test('findings of files that cannot be shown stand alone', () => {
  const { finding } = markedFinding('«a»');
  expect(renderPretty([finding, finding], { colors: false, width: 80, sourceOf: () => undefined })).toBe(
    'chat.xml:1:1 error some-problem: this is wrong\n\nchat.xml:1:1 error some-problem: this is wrong\n',
  );
});

test('colours change nothing but colours', () => {
  const about = { hint: 'do something', severity: 'warning' } as const;
  const colored = pretty('<a «b» />', about, { colors: true });
  expect(colored).toContain('\u001b[33mwarning\u001b[39m');
  expect(colored.replaceAll(/\u001b\[\d+m/gu, '')).toBe(pretty('<a «b» />', about));
});

test('a thousand findings are shown, the others counted', () => {
  const { finding } = markedFinding('«a»');
  const text = renderPretty(Array.from({ length: 1_200 }, () => finding), { colors: false, width: 80, sourceOf: () => undefined });
  expect(text.split('\n\n')).toHaveLength(1_001);
  expect(text.split('\n').at(-2)).toBe('only the first 1000 findings are shown; 200 errors more');
});
