import { describe, expect, test } from 'vitest';
import { CODE_DESCRIPTIONS } from '../../src/lint/code-descriptions.js';
import { readDocs } from '../../src/project/docs-page.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';

const render = (markdown: string, width = 40): string => renderMarkdown(markdown, { colors: false, width });

test.each([
  ['headings', '# missing-base\n\n## `Wrong`\n', 'missing-base\n\nWrong\n'],
  ['paragraphs are broken to the width', 'one two three four\nfive six seven eight nine ten', 'one two three four five six seven eight\nnine ten\n'],
  ['links, code and emphasis', 'see [the **page**](a.md#b) of `a * b` and `<x>`', 'see the page of a * b and <x>\n'],
  ['escapes', 'a \\<b\\> \\*c\\* \\{\\{d', 'a <b> *c* {{d\n'],
  ['code is indented and keeps its empty lines', '```xml\n<a>\n\n  <b c="`*`" />\n</a>\n```', '    <a>\n\n      <b c="`*`" />\n    </a>\n'],
  ['quotes', '> one two three four five six seven eight nine', '  one two three four five six seven\n  eight nine\n'],
  ['lists', '- one two three four five six seven eight nine\n- ten', '- one two three four five six seven\n  eight nine\n- ten\n'],
  ['tables', '| A | Long |\n|---|---|\n| abc | `d` |\n| e \\| f | g |', 'A      Long\nabc    d\ne | f  g\n'],
  ['the note of a generator is left out', '<!-- Generated from a -->\n\n# b', 'b\n'],
])('%s', (_, markdown, text) => {
  expect(render(markdown)).toBe(text);
});

describe('every page that explain prints', () => {
  test.each(CODE_DESCRIPTIONS.map(({ code, docs, kind }) => [code, docs, kind] as const))('%s', (code, docs, kind) => {
    const text = renderMarkdown(readDocs(docs), { colors: false, width: 80 });
    expect(text.split('\n', 1)).toEqual([code]);
    const prose = text.split('\n').filter((line) => !line.startsWith('    '));
    expect(prose.filter((line) => /\]\(|^```|^\||^#/u.test(line))).toEqual([]);
    if (kind === 'rule') expect(prose).toEqual(expect.arrayContaining(['Wrong', 'Right']));
  });
});

test('colours are for headings and code', () => {
  expect(renderMarkdown('# a\n\n```\nb\n```\n', { colors: true, width: 80 })).toBe('\u001b[1ma\u001b[22m\n\n\u001b[36m    b\u001b[39m\n');
});
