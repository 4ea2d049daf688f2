import { describe, expect, it } from 'vitest';
import { sourceOffset, type XmlElement, type XmlNode } from '../../../src/syntax/xml/node.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';

/** The nodes as short text: what is read, without places. */
function outline(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'element': {
          const attributes = node.attributes.map(({ name, value }) => ` ${name}=[${value.text}]`).join('');
          return `<${node.name}${attributes}>${outline(node.children)}</>`;
        }
        case 'text':
          return `[${node.value.text}]`;
        case 'cdata':
          return `cdata[${node.value.text}]`;
        case 'comment':
          return `comment[${node.text}]`;
        case 'instruction':
          return `instruction[${node.text}]`;
      }
    })
    .join('');
}

function firstElement(text: string): XmlElement {
  const element = parseXml(text).children.find((node) => node.kind === 'element');
  if (element === undefined) throw new Error(`no element in ${text}`);
  return element;
}

describe('well-formed XML', () => {
  it.each([
    ['an element', '<base />', '<base></>'],
    ['attributes in either quote', `<a b="1" c='"2"'/>`, '<a b=[1] c=["2"]></>'],
    ['children and text', '<a>x<b/>y</a>', '<a>[x]<b></>[y]</>'],
    ['comment, CDATA and instruction', '<?xml version="1.0"?><a><!-- c --><![CDATA[<&]]></a>', 'instruction[xml version="1.0"]<a>comment[ c ]cdata[<&]</>'],
    ['the predefined entities', '<a b="&lt;&gt;&amp;&quot;&apos;">&lt;</a>', `<a b=[<>&"']>[<]</>`],
    ['numeric references', '<a>&#65;&#x1F600;&#10;</a>', '<a>[A😀\n]</>'],
    ['an entity once: what it stands for is not decoded again', '<a>&amp;lt;</a>', '<a>[&lt;]</>'],
    ['several top-level elements', '<base/><base/>', '<base></><base></>'],
    ['text around elements', 'one <base/> two', '[one ]<base></>[ two]'],
    ['a byte order mark', '\ufeff<a/>', '<a></>'],
    ['a replacement character', '<a>\ufffd</a>', '<a>[\ufffd]</>'],
    ['names beyond ASCII', '<é·x/>', '<é·x></>'],
    ['an escaped expression', '<a b="@(x &amp;&amp; y[&quot;}&quot;])"/>', '<a b=[@(x && y["}"])]></>'],
    ['named values', '<a b="{{name}}">{{other}}</a>', '<a b=[{{name}}]>[{{other}}]</>'],
    ['nothing', '', ''],
  ])('reads %s', (_, text, expected) => {
    const document = parseXml(text);
    expect(outline(document.children)).toBe(expected);
    expect(document.encoding).toBe('xml');
    expect(document.problems).toEqual([]);
  });

  it('makes \\r\\n and \\r one \\n in values (XML 1.0 §2.11) and keeps the line breaks of attributes', () => {
    const { attributes, children } = firstElement('<a b="1\r\n2\r3&#13;">x\r\ny<![CDATA[z\r\n]]></a>');
    expect(attributes[0]?.value.text).toBe('1\n2\n3\r');
    expect(outline(children)).toBe('[x\ny]cdata[z\n]');
  });
});

describe('raw policy XML', () => {
  it.each([
    ['quotes inside an attribute', '<a b="@(x.Get("y", "z"))"/>', '<a b=[@(x.Get("y", "z"))]></>'],
    ['< and && inside an attribute', '<a b="@(x < 3 && y)" c="d"/>', '<a b=[@(x < 3 && y)] c=[d]></>'],
    ['generics inside an attribute', '<a b="@(x.As<JObject>())"/>', '<a b=[@(x.As<JObject>())]></>'],
    ['a block over several lines', '<a b="@{\n  var x = "1";\n  return x;\n}"/>', '<a b=[@{\n  var x = "1";\n  return x;\n}]></>'],
    ['a quote of the attribute in a char literal', `<a b='@(x == '"')'/>`, `<a b=[@(x == '"')]></>`],
    ['text with generics', '<a>@(x.As<string>())</a>', '<a>[@(x.As<string>())]</>'],
    ['text with markup in a string', '<a>@("</a><b>")</a>', '<a>[@("</a><b>")]</>'],
    ['brackets and quotes in strings and comments', '<a b="@{ /* " */ return ")}\\""; // "\n}"/>', '<a b=[@{ /* " */ return ")}\\""; // "\n}]></>'],
    ['an expression in the middle of text', '<a>{ "at": "@{ return x < "1"; }" }</a>', '<a>[{ "at": "@{ return x < "1"; }" }]</>'],
    ['an expression in the middle of a value', '<a b="?ip=@(x["y"])&amp;z=1"/>', '<a b=[?ip=@(x["y"])&z=1]></>'],
    ['several expressions in a value', '<a b="@(x["a"]):@(x["b"])"/>', '<a b=[@(x["a"]):@(x["b"])]></>'],
    ['markup in a string that makes the text look well-formed', '<a>@("<b>" + x + "</b>")</a>', '<a>[@("<b>" + x + "</b>")]</>'],
    ['a > in a string that makes the value look well-formed', '<a b="@(">" + x)"/><c>"</c>', '<a b=[@(">" + x)]></><c>["]</>'],
    ['white space around an expression', '<a b=" @(x["a"]) "/>', '<a b=[ @(x["a"]) ]></>'],
    ['an @ that starts no expression', '<a b="user@(home">x@y @ z @@(</a><b c="@(x["y"])"/>', '<a b=[user@(home]>[x@y @ z @@(]</><b c=[@(x["y"])]></>'],
    ['a bare & inside an expression', '<a b="@("u?a=1&b=2")"/>', '<a b=[@("u?a=1&b=2")]></>'],
    ['an escaped value beside a raw one', '<a b="@(x(&quot;)&quot;))" c="@(x("}"))"/>', '<a b=[@(x(")"))] c=[@(x("}"))]></>'],
  ])('reads %s', (_, text, expected) => {
    const document = parseXml(text);
    expect(outline(document.children)).toBe(expected);
    expect(document.encoding).toBe('rawxml');
    expect(document.problems).toEqual([]);
  });

  it('decodes entities inside expressions, warning of a mixture (expressions.md §5: unknown; public policies mix both)', () => {
    const document = parseXml('<a b="@(x["y"] &amp;&amp; z &lt; 1)"/>');
    expect(outline(document.children)).toBe('<a b=[@(x["y"] && z < 1)]></>');
    expect(document.problems).toMatchObject([{ code: 'mixed-encoding', severity: 'warning', span: { start: 6, end: 35 } }]);
  });
});

describe('places', () => {
  const text = '\ufeff<!--c--><a b="x&amp;y" >t&lt;u<b/></a >';
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);

  it('are given for elements, tags, names, attributes, values, text and comments', () => {
    const element = firstElement(text);
    const [attribute] = element.attributes;
    expect(slice(element.span)).toBe('<a b="x&amp;y" >t&lt;u<b/></a >');
    expect(slice(element.startTagSpan)).toBe('<a b="x&amp;y" >');
    expect(slice(element.endTagSpan ?? { start: 0, end: 0 })).toBe('</a >');
    expect(slice(element.nameSpan)).toBe('a');
    expect(attribute && [slice(attribute.nameSpan), slice(attribute.span), slice(attribute.value.span)]).toEqual(['b', 'b="x&amp;y"', 'x&amp;y']);
    expect(element.children.map(({ span }) => slice(span))).toEqual(['t&lt;u', '<b/>']);
    expect(slice(parseXml(text).children[0]?.span ?? { start: 0, end: 0 })).toBe('<!--c-->');
  });

  it('lead from each decoded character back to the source', () => {
    const value = firstElement(text).attributes[0]?.value;
    if (value === undefined) throw new Error('no attribute');
    expect([0, 1, 2, 3].map((offset) => slice({ start: sourceOffset(value, offset), end: value.span.end }))).toEqual(['x&amp;y', '&amp;y', 'y', '']);
  });

  it('need no table where nothing was decoded', () => {
    expect(firstElement('<a b="xyz"/>').attributes[0]?.value.offsets).toBeUndefined();
  });
});

describe('nesting', () => {
  it('is read to 1,000 levels', () => {
    expect(parseXml('<a>'.repeat(1000) + '</a>'.repeat(1000)).problems).toEqual([]);
  });

  it('is reported once beyond that, and what is deeper is left out', () => {
    const document = parseXml(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}<b/>`);
    expect(document.problems).toMatchObject([{ code: 'nesting-too-deep', span: { start: 3001, end: 3002 } }]);
    expect(document.children.map((node) => node.kind === 'element' && node.name)).toEqual(['a', 'b']);
  });
});
