import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { XmlEncoding, XmlNode } from '../../../src/syntax/xml/node.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';
import { printCanonical } from '../../../src/syntax/xml/print-canonical.js';
import { type PrintableNode, printableNodes } from '../../../src/syntax/xml/printable-node.js';
import { printPreserved } from '../../../src/syntax/xml/print-preserved.js';

const verbatim = (name: string): boolean => name === 'set-body';
const formatted = (text: string, encoding: XmlEncoding = 'rawxml'): string =>
  printCanonical(printableNodes(parseXml(text).children), { encoding, verbatim });

describe('the canonical layout', () => {
  it.each([
    ['one element per line, four blanks deep, self-closing when empty', '<a><b><c></c></b>\n\n\n\n<d e = \'1\'   f="2"/></a>', '<a>\n    <b>\n        <c />\n    </b>\n\n    <d e="1" f="2" />\n</a>\n'],
    ['no blank line at the start or the end of an element', '<a>\n\n<b/>\n\n</a>', '<a>\n    <b />\n</a>\n'],
    ['text as it stands', '<a> x\n  y </a>', '<a> x\n  y </a>\n'],
    ['content with text in it as it stands', '<a>x <b/>  <c>y</c></a>', '<a>x <b />  <c>y</c></a>\n'],
    ['a message in set-body as it stands', '<set-body>\n <x> <y/>\n </x></set-body>', '<set-body>\n <x> <y />\n </x></set-body>\n'],
    ['comments on their lines or behind an element', '<!-- 1 -->\n<a> <!-- 2 -->\n<b/><!-- 3 -->\n\n<!-- 4 --></a>', '<!-- 1 -->\n<a>\n    <!-- 2 -->\n    <b /> <!-- 3 -->\n\n    <!-- 4 -->\n</a>\n'],
    ['CDATA', '<a><![CDATA[<&]]></a>', '<a><![CDATA[<&]]></a>\n'],
    ['no byte order mark, and \\n as line end', '\ufeff<?xml version="1.0"?>\r\n<a>\r\n<!-- x\r\ny --></a>', '<?xml version="1.0"?>\n<a>\n    <!-- x\ny -->\n</a>\n'],
    ['several top-level elements and text', '  <a/>\n text \n<b/>', '<a />\ntext\n<b />\n'],
    ['nothing', ' \n', ''],
    ['attributes below each other when the tag is wider than 120 columns', `<a><b c="${'x'.repeat(60)}" d="${'y'.repeat(60)}"/></a>`, `<a>\n    <b\n        c="${'x'.repeat(60)}"\n        d="${'y'.repeat(60)}" />\n</a>\n`],
  ])('has %s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
    expect(formatted(expected)).toBe(expected);
  });
});

describe('an expression', () => {
  const value = '@{\n\treturn x["y"] < 3 && z; // "done"\n}';

  it('stands unescaped in rawxml', () => {
    expect(printCanonical([{ kind: 'element', name: 'a', attributes: [{ name: 'b', value: { text: value } }], children: [] }], { encoding: 'rawxml' })).toBe(`<a b="${value}" />\n`);
  });

  it('is escaped in xml, line breaks and tabs of attributes too, because XML parsers make them blanks (stack.md §3)', () => {
    const element: PrintableNode = { kind: 'element', name: 'a', attributes: [{ name: 'b', value: { text: value } }], children: [{ kind: 'text', text: value, cdata: false }] };
    expect(printCanonical([element], { encoding: 'xml' })).toBe(
      '<a b="@{&#10;&#9;return x[&quot;y&quot;] &lt; 3 &amp;&amp; z; // &quot;done&quot;&#10;}">@{\n\treturn x["y"] &lt; 3 &amp;&amp; z; // "done"\n}</a>\n',
    );
  });

  it.each([
    ['that is not closed', '@(x("y"'],
    ['with an entity in its code', '@(x.Replace("&amp;", "&"))'],
    ['with a carriage return', '@("a"\r)'],
    ['beside text', 'a<b @(x["y"]) & "c"'],
    ['that reads as two attributes', '@(" c=")'],
    ['in text that is none', 'user@(home"'],
    ['whose string is not closed', '@($")'],
    ['whose apostrophe has no second one', `@{'}`],
    ['that makes its element look like well-formed XML', '@(">" + x)'],
    ['behind text, which makes its element look like well-formed XML', 'Bearer @(">" + x)'],
  ])('%s reads back from rawxml', (_, text) => {
    const element: PrintableNode = { kind: 'element', name: 'a', attributes: [{ name: 'b', value: { text } }], children: [{ kind: 'text', text, cdata: false }] };
    const read = parseXml(printCanonical([element], { encoding: 'rawxml' }));
    expect(read.problems).toEqual([]);
    expect(structure(printableNodes(read.children.slice(0, 1)))).toEqual(structure([element]));
  });
});

const PIECES = ['@(', '@{', ')', '}', '(', '{', '"', "'", '<', '>', '&', '&lt;', '&#10;', ' ', '\n', '\t', '\r', 'x', ' y="', '</a>', '</value>', '<!--', ']]>', '//', '/*', '$"', '\\', '😀', '{{nv}}', '-'];
const anyValue = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));
const isBlank = (text: string): boolean => text.trim() === '';

const anyElement: fc.Arbitrary<PrintableNode> = fc.letrec<{ element: PrintableNode }>((tie) => ({
  element: fc.record({
    kind: fc.constant('element' as const),
    name: fc.constantFrom('a', 'value', 'set-body'),
    attributes: fc.uniqueArray(fc.record({ name: fc.constantFrom('b', 'c', 'd'), value: fc.record({ text: anyValue }) }), { selector: ({ name }) => name, maxLength: 3 }),
    children: fc.oneof(
      // Without these bounds a tree grows to thousands of elements, and shrinking a failure takes hours.
      { maxDepth: 3, depthSize: 'small' },
      anyValue.filter((text) => !isBlank(text)).map((text): PrintableNode[] => [{ kind: 'text', text, cdata: false }]),
      anyValue.filter((text) => !/\r|\]\]>/.test(text)).map((text): PrintableNode[] => [{ kind: 'text', text, cdata: true }]),
      fc.array(tie('element'), { maxLength: 2 }),
    ),
  }),
})).element;

/** Structure without layout. */
function structure(nodes: readonly PrintableNode[]): unknown[] {
  return nodes
    .filter((node) => node.kind !== 'text' || node.cdata || !isBlank(node.text))
    .map((node) => (node.kind === 'element' ? [node.name, node.attributes.map(({ name, value }) => [name, value.text]), structure(node.children)] : node));
}

describe('any tree', () => {
  const settings = { seed: 20261124, numRuns: 1500 };

  it.each(['rawxml', 'xml'] as const)('reads back the same from %s, and printing that gives the same text', (encoding) => {
    fc.assert(
      fc.property(anyElement, (element) => {
        const printed = printCanonical([element], { encoding, verbatim });
        const read = parseXml(printed);
        expect([printed, structure(printableNodes(read.children))]).toEqual([printed, structure([element])]);
        expect(formatted(printed, encoding)).toBe(printed);
        if (encoding === 'xml') expect(read.encoding).toBe('xml');
      }),
      settings,
    );
  });

  it('gives XML parsers (saxes, fast-xml-parser) the same values from xml', () => {
    fc.assert(
      fc.property(anyValue.filter((value) => !isBlank(value)), (value) => {
        const printed = printCanonical([{ kind: 'element', name: 'a', attributes: [{ name: 'b', value: { text: value } }], children: [{ kind: 'text', text: value, cdata: false }] }], { encoding: 'xml' });
        let saxesValue: string | undefined;
        let saxesText = '';
        const saxes = new SaxesParser();
        saxes.on('opentag', ({ attributes }) => (saxesValue = attributes['b']));
        saxes.on('text', (text) => (saxesText += text));
        saxes.write(printed.trimEnd()).close();
        expect([saxesValue, saxesText]).toEqual([value, value]);
        const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', trimValues: false, htmlEntities: true, parseAttributeValue: false, parseTagValue: false, processEntities: true });
        expect(parser.parse(printed)).toMatchObject({ a: { b: value, '#text': value } });
      }),
      settings,
    );
  });
});

describe('preserving print', () => {
  const text = '\ufeff<a  b = \'@("x")\'>\r\n\t<!-- c --></a >\r\n';

  it('gives the text byte for byte', () => {
    expect(printPreserved(parseXml(text))).toBe(text);
  });

  it('changes what edits say and nothing else', () => {
    const document = parseXml(text);
    const element = document.children.find((node): node is XmlNode & { kind: 'element' } => node.kind === 'element');
    expect(element && printPreserved(document, [{ span: element.nameSpan, text: 'd' }])).toBe(text.replace('<a', '<d'));
  });
});
