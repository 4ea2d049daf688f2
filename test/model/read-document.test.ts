import { describe, expect, it } from 'vitest';
import type { PolicyDocument, PolicyNode } from '../../src/model/document.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

const read = (text: string): PolicyDocument => readPolicyDocument(parseXml(text), new SourceText('a.xml', text), { name: 'a' });

/** The tree as short text: `e:` an expression, `m:` text with expressions, `l:` literal text. */
function outline(nodes: readonly PolicyNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'comment') return `<!--${node.text}-->`;
      if (node.kind === 'text') return `[${node.value.kind.charAt(0)}:${node.value.text}]`;
      const attributes = node.attributes.map(({ name, value }) => ` ${name}=${value.kind.charAt(0)}:${value.text}`).join('');
      return `<${node.name}${attributes}>${outline(node.children)}</>`;
    })
    .join('');
}

describe('the policy tree', () => {
  it.each([
    ['drops white space between elements', '<a>\n  <b/>\n</a>\n', '<a><b></></>'],
    ['keeps white space in messages', '<set-body> <x/> </set-body>', '<set-body>[l: ]<x></>[l: ]</>'],
    ['keeps text and comments', '<!-- c --><a> x </a>', '<!-- c --><a>[l: x ]</>'],
    ['leaves processing instructions out', '<?xml version="1.0"?><a/>', '<a></>'],
    ['takes CDATA as text', '<a><![CDATA[@(x < "y")]]></a>', '<a>[e:@(x < "y")]</>'],
    ['tells expressions from literal text', '<a b="@(x)" c=" @{ return 1; } " d="Bearer @(x)" e="user@(x)" f="@@(x)" g="@(x)@(y)"/>', '<a b=e:@(x) c=e: @{ return 1; }  d=m:Bearer @(x) e=l:user@(x) f=l:@@(x) g=m:@(x)@(y)></>'],
    ['decodes values', '<a b="@(x &lt; 3)">&amp;</a>', '<a b=e:@(x < 3)>[l:&]</>'],
  ])('%s', (_, text, expected) => {
    expect(outline(read(text).roots)).toBe(expected);
  });

  it.each([
    ['<policies/>', 'policies'],
    ['<!-- x --><fragment/>', 'fragment'],
    ['<http-data-source/>', 'resolver'],
    ['<base/><retry/>', 'snippet'],
    ['', 'snippet'],
  ])('of %j is of kind %s', (text, kind) => {
    expect(read(text).kind).toBe(kind);
  });

  it('knows where each stretch of a decoded value stands', () => {
    const [element] = read('<a\n b="x &lt; @(&quot;y&quot;)"/>').roots;
    const value = element?.kind === 'element' ? element.attributes[0]?.value : undefined;
    expect(value?.text).toBe('x < @("y")');
    expect(value?.originOf({ start: 4, end: 10 }).range).toEqual({ start: { line: 2, column: 12, offset: 14 }, end: { line: 2, column: 28, offset: 30 } });
  });

  it.each([
    ['<a b="@(x(1)"/>', 6],
    ['<a>@(x(&quot;1&quot;)</a>', 3],
    ['<a><![CDATA[ @{ return 1; ]]></a>', 13],
  ])('%s: an expression that never closes is reported once, where it starts', (text, start) => {
    expect(read(text).syntax?.problems).toMatchObject([{ code: 'unclosed-expression', span: { start, end: start + 2 } }]);
  });
});
