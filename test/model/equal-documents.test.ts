import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../src/model/document.js';
import { type EqualityOptions, firstDifference } from '../../src/model/equal-documents.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

const read = (text: string): PolicyDocument => readPolicyDocument(parseXml(text), new SourceText('a.xml', text), { name: 'a' });
const difference = (a: string, b: string, options?: EqualityOptions): string | undefined => {
  const found = firstDifference(read(a), read(b), options);
  return found && `${found.path}: ${found.message}`;
};

describe('documents that say the same', () => {
  it.each([
    ['layout', '<a><b c="1"/></a>', "<a>\n  <b c='1'></b>\n</a>\n"],
    ['order of attributes', '<a b="1" c="2"/>', '<a c="2" b="1"/>'],
    ['escaping', '<a b="@(x &lt; &quot;y&quot;)"/>', '<a b="@(x < "y")"/>'],
    ['white space in code', '<a b="@(x<y)"/>', '<a b="@( x < y /* why */ )"/>'],
    ['CDATA', '<a>x</a>', '<a><![CDATA[x]]></a>'],
    ['comments', '<a><!-- c --></a>', '<a/>'],
    ['line ends', '<a>x\r\ny</a>', '<a>x\ny</a>'],
  ])('in spite of %s', (_, a, b) => {
    expect(difference(a, b)).toBeUndefined();
  });

  it('with text trimmed, when asked to', () => {
    expect(difference('<a>x</a>', '<a> x </a>', { comments: 'ignore', text: 'trimmed' })).toBeUndefined();
  });
});

describe('the first difference is named', () => {
  it.each([
    ['<inbound><a b="1"/></inbound>', '<inbound><a b="2"/></inbound>', 'inbound/a[1]/@b: the value is "1" in one, "2" in the other'],
    ['<a b="1"/>', '<a/>', 'a[1]: the attribute b stands in one and not, or not as often, in the other'],
    ['<a/>', '<a b="1"/>', 'a[1]: the attribute b stands in the other only'],
    ['<a><b/></a>', '<a><c/></a>', 'a[1]/b[1]: <b> in one, <c> in the other'],
    ['<a><b/><b/></a>', '<a><b/></a>', 'a[1]/b[2]: <b> in one, nothing in the other'],
    ['<a>x</a>', '<a> x</a>', 'a[1]: the text is "x" in one, " x" in the other'],
    ['<a b="@(x)"/>', '<a b="@(y)"/>', 'a[1]/@b: the value is "@(x)" in one, "@(y)" in the other'],
    ['<a b="@(x)"/>', '<a b="@{x}"/>', 'a[1]/@b: the value is "@(x)" in one, "@{x}" in the other'],
  ])('%s and %s', (a, b, expected) => {
    expect(difference(a, b)).toBe(expected);
  });

  it('comments too, when asked to', () => {
    expect(difference('<a/><!-- c -->', '<a/>', { comments: 'compare' })).toBe(': the comment " c " in one, nothing in the other');
  });
});
