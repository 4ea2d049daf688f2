import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../src/syntax/text/line-index.js';
import type { XmlNode } from '../../../src/syntax/xml/node.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';

/** `line:column code`, one for each problem. */
function problemsIn(text: string): string[] {
  const lines = new LineIndex(text);
  return parseXml(text).problems.map(({ code, span }) => {
    const { line, column } = lines.position(span.start);
    return `${line}:${column} ${code}`;
  });
}

/** Element names and attributes with their nesting. */
function skeleton(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind !== 'element') return '';
      const inside = skeleton(node.children);
      return `${node.name}${node.attributes.map(({ name, value }) => `[${name}=${value.text}]`).join('')}${inside === '' ? '' : `(${inside})`} `;
    })
    .join('')
    .trim();
}

describe('one mistake gives one problem, at the mistake, and the rest is read', () => {
  it.each([
    ['an unclosed element', '<a><b><c/></a><d/>', ['1:5 unclosed-element'], 'a(b(c)) d'],
    ['elements left open at the end', '<a>\n<b>\n<c>', ['3:2 unclosed-element'], 'a(b(c))'],
    ['a misspelt end tag', '<choose><base/></chose><d/>', ['1:16 mismatched-end-tag'], 'choose(base) d'],
    ['another element\'s end tag', '<a><b>x</zz><c/></a>', ['1:8 mismatched-end-tag'], 'a(b c)'],
    ['a stray end tag', '<a></a></b><c/>', ['1:8 stray-end-tag'], 'a c'],
    ['a stray end tag inside an element that is closed', '<a></x><b/></a>', ['1:4 stray-end-tag'], 'a(b)'],
    ['an end tag without >', '<a><b></b</a><c/>', ['1:7 malformed-end-tag'], 'a(b) c'],
    ['an end tag without a name', '<a></></a>', ['1:4 malformed-end-tag'], 'a'],
    ['a start tag without >', '<a>\n<b c="1"\n<d/></a>', ['2:1 unclosed-tag'], 'a(b[c=1] d)'],
    ['a missing closing quote before another attribute', '<a b="1 c="2"/><d/>', ['1:6 unclosed-value'], 'a[b=1][c=2] d'],
    ['a missing closing quote at the tag\'s end', '<a>\n<b c="1 />\n<d e="2"/></a>', ['2:6 unclosed-value'], 'a(b[c=1 ] d[e=2])'],
    ['a missing closing quote at the end of the text', '<a b="1>x</a>', ['1:6 unclosed-value'], 'a[b=1]'],
    ['missing quotes', '<a b=1 c="2"/><d/>', ['1:6 unquoted-value'], 'a[b=1][c=2] d'],
    ['an unquoted expression', '<a b=@(x["y z"]) c="2"/>', ['1:6 unquoted-value'], 'a[b=@(x["y z"])][c=2]'],
    ['a quote too many', '<a b="say "hi" now" c="2"/>', ['1:11 quote-in-value'], 'a[b=say "hi" now][c=2]'],
    ['an attribute without a value', '<a b c="1"/>', ['1:4 attribute-without-value'], 'a[b=][c=1]'],
    ['a duplicate attribute', '<a b="1" b="2"/>', ['1:10 duplicate-attribute'], 'a[b=1][b=2]'],
    ['no space between attributes', '<a b="1"c="2"/>', ['1:9 missing-space'], 'a[b=1][c=2]'],
    ['junk in a tag', '<a ,, b="1"/>', ['1:4 malformed-tag'], 'a[b=1]'],
    ['a comment in a tag', '<a <!-- x --> b="1"/>', ['1:4 comment-in-tag'], 'a[b=1]'],
    ['an unclosed comment', '<a><!-- x\n<b/></a>', ['1:4 unclosed-comment'], 'a(b)'],
    ['an unclosed CDATA section', '<a><![CDATA[x</a><b/>', ['1:4 unclosed-cdata'], 'a b'],
    ['an unclosed instruction', '<?x\n<a/>', ['1:1 unclosed-instruction'], 'a'],
    ['an XML declaration in the middle', '<a/><?xml version="1.0"?>', ['1:5 misplaced-xml-declaration'], 'a'],
    ['a broken comment', '<a><!- x -->\n<b/></a>', ['1:4 malformed-markup'], 'a(b)'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', ['1:1 doctype-not-allowed', '1:34 unknown-entity'], 'a'],
    ['a control character', '<a b="\u0001"/>', ['1:7 illegal-character'], 'a[b=\u0001]'],
    ['a lone surrogate', '<a>\ud800</a><b/>', ['1:4 illegal-character'], 'a b'],
  ])('%s', (_, text, problems, tree) => {
    expect(problemsIn(text)).toEqual(problems);
    expect(skeleton(parseXml(text).children)).toBe(tree);
  });
});

describe('an expression that is never closed', () => {
  it.each([
    ['in an attribute', '<a b="@(x("y")" c="1"/><d/>', ['1:7 unclosed-expression'], 'a[b=@(x("y")][c=1] d'],
    ['in an attribute over several lines', '<a b="@{\n if (x) {\n return "y";\n}" />\n<d e="1"/>', ['1:7 unclosed-expression'], 'a[b=@{\n if (x) {\n return "y";\n}] d[e=1]'],
    ['for want of a quote', '<a b="@(x("y))" />\n<d e="1"/>', ['1:7 unclosed-expression'], 'a[b=@(x("y))] d[e=1]'],
    ['in text', '<a>@(x<y>("z")</a><d/>', ['1:4 unclosed-expression'], 'a d'],
    ['in text with generics', '<a>@{ return x.As<string>(; </a>\n<d/>', ['1:4 unclosed-expression'], 'a d'],
    ['twice', '<a b="@(x("1")" />\n<a b="@(x("2")" />', ['1:7 unclosed-expression', '2:7 unclosed-expression'], 'a[b=@(x("1")] a[b=@(x("2")]'],
  ])('%s', (_, text, problems, tree) => {
    expect(problemsIn(text)).toEqual(problems);
    expect(skeleton(parseXml(text).children)).toBe(tree);
  });
});

describe('what XML forbids and the service may take as rawxml is a warning', () => {
  it.each([
    ['a bare & in a URL', '<a b="u?x=1&y=2"/>', '1:12 unescaped-ampersand'],
    ['an unknown entity', '<a>&nbsp;</a>', '1:4 unknown-entity'],
    ['a reference to an illegal character', '<a>&#0;</a>', '1:4 unknown-entity'],
    ['< in Liquid', '<a>{% if x < y %}</a>', '1:12 unescaped-less-than'],
    ['< in a value', '<a b="<tenant>"/>', '1:7 unescaped-less-than'],
    ['-- in a comment', '<a><!-- x -- y --></a>', '1:11 double-hyphen-in-comment'],
    [']]> in text', '<a>]]></a>', '1:4 cdata-end-in-text'],
  ])('%s', (_, text, problem) => {
    expect(problemsIn(text)).toEqual([problem]);
    expect(parseXml(text).problems[0]?.severity).toBe('warning');
  });
});

it('gives several problems for several mistakes, in document order, each with a hint', () => {
  const text = '<policies>\n  <inbound>\n    <base / >\n    <set-header name=x>\n  </inbound>\n  <outbund></outbound>\n</policies>';
  expect(problemsIn(text)).toEqual(['3:11 malformed-tag', '4:6 unclosed-element', '4:22 unquoted-value', '6:12 mismatched-end-tag']);
  expect(parseXml(text).problems.every(({ hint }) => hint !== undefined)).toBe(true);
});

it('reads an entity bomb without expanding it', () => {
  const text = `<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`;
  expect(JSON.stringify(parseXml(text).children).length).toBeLessThan(1000);
});
