import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/syntax/text/position.js';
import type { XmlNode } from '../../../src/syntax/xml/node.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';

const filledWith = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length));

describe('half a megabyte of one mistake is read in linear time', () => {
  it.each(['<a ', '<a>', '@(', '&', '"', '<!--', '</', '<a b="@('])('%j', (piece) => {
    expect(parseXml(filledWith(piece, 500_000)).problems.length).toBeLessThanOrEqual(1000);
  }, 15_000);
});

describe('a tenth of a megabyte of one mistake is read in linear time', () => {
  it.each([
    '</a>', '<', '< ', '<<a', ' @(', '<![CDATA[', '<?', '<!', '<!DOCTYPE [', '\u0000', '\ud800', '\r', '<a b="', '<a b="\n', '<a b="@("', '<a b=@(', "<a b='\"", '<a>@(', '<a>@{ x ', '<a>x @( </a> ', '<a b="@(&quot;(">\n', '<a>@(&quot;(</a>',
    '<a></b>', '<abcd></abce>', '<a b="@($"{', '\n<a b="@(\n <c ', '</a\n',
  ])('%j', (piece) => {
    expect(parseXml(filledWith(piece, 100_000)).problems.length).toBeLessThanOrEqual(1000);
  }, 15_000);

  it.each([
    ['100,000 nested elements', '<a>'.repeat(100_000) + '</a>'.repeat(100_000)],
    ['100,000 attributes', `<a ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`],
    ['100,000 times the same attribute', `<a ${'a="1" '.repeat(100_000)}/>`],
    ['a value with 100,000 starts of expressions', `<a b="x${' @('.repeat(100_000)}"/>`],
    ['many names that never match', Array.from({ length: 50_000 }, (_, index) => `<n${index}></m${index}>`).join('')],
  ])('%s', (_, text) => {
    expect(parseXml(text).source).toBe(text);
  }, 15_000);
});

const PIECES = [
  '<policies>', '</policies>', '<a b="', '" ', '"', "'", '/>', '>', '<', '&', '&quot;', '&lt;', '@(', '@{', ')', '}', '(', 'x["y"]', '"{', '$"{', '@"', '//', '/*', '*/',
  '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '\n', '\r\n', ' ', 'name', 'c="1"', '{{nv}}', '\ufeff', '\u0000', '\ud83d', '😀', '</a>', '<b/>', '=', '\\',
];

describe('any text', () => {
  const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('is read without throwing, with problems inside the text, and nodes in order, nested and inside their parents', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parseXml(text);
        const whole = { start: 0, end: text.length };
        for (const { span } of document.problems) expectInside(span, whole);
        expectNested(document.children, whole);
      }),
      { seed: 20261124, numRuns: 5000 },
    );
  });
});

function expectInside(inner: Span, outer: Span): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.start).toBeLessThanOrEqual(inner.end);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
}

function expectNested(nodes: readonly XmlNode[], parent: Span): void {
  let previousEnd = parent.start;
  for (const node of nodes) {
    expectInside(node.span, { start: previousEnd, end: parent.end });
    previousEnd = node.span.end;
    if (node.kind === 'text' || node.kind === 'cdata') expectInside(node.value.span, node.span);
    if (node.kind !== 'element') continue;
    expectInside(node.startTagSpan, node.span);
    expectInside(node.nameSpan, node.startTagSpan);
    for (const attribute of node.attributes) {
      expectInside(attribute.span, node.startTagSpan);
      expectInside(attribute.nameSpan, attribute.span);
      expectInside(attribute.value.span, attribute.span);
    }
    if (node.endTagSpan !== undefined) expectInside(node.endTagSpan, node.span);
    expectNested(node.children, { start: node.startTagSpan.end, end: node.endTagSpan?.start ?? node.span.end });
  }
}
