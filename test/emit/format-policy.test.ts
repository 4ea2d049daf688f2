import { describe, expect, it } from 'vitest';
import { formatPolicy } from '../../src/emit/format-policy.js';
import type { XmlEncoding } from '../../src/syntax/xml/node.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { corpusDocuments, hasCorpus } from '../syntax/corpus-documents.js';

const format = (text: string, encoding?: XmlEncoding): string => formatPolicy(parseXml(text), encoding);

describe('formatting keeps', () => {
  it.each([
    ['the byte order mark', '\ufeff<base/>', '\ufeff<base />\n'],
    ['the line end that most lines have: \\r\\n', '<a>\r\n<base/>\r\n\r\n<!-- x -->\n</a>', '<a>\r\n    <base />\r\n\r\n    <!-- x -->\r\n</a>\r\n'],
    ['the line end that most lines have: \\n', '<a>\n<base/>\n</a>\r\n', '<a>\n    <base />\n</a>\n'],
    ['the XML declaration', '<?xml version="1.0"?><base/>', '<?xml version="1.0"?>\n<base />\n'],
    ['raw expressions', `<a b='@(x["y"] < 3 && z)'/>`, '<a b="@(x["y"] < 3 && z)" />\n'],
    ['escaped expressions', `<a b='@(x[&quot;y&quot;] &lt; 3 &amp;&amp; z)'/>`, '<a b="@(x[&quot;y&quot;] &lt; 3 &amp;&amp; z)" />\n'],
    ['well-formed XML well-formed', `<a b='@(x["y"])'/>`, '<a b="@(x[&quot;y&quot;])" />\n'],
    ['line breaks of escaped expressions', '<a b="@{\n\treturn &quot;x&quot;;\n}"/>', '<a b="@{\n\treturn &quot;x&quot;;\n}" />\n'],
    ['line breaks that are written as references', '<a b="@{&#10;return 1;&#xA;}"/>', '<a b="@{&#10;return 1;&#10;}" />\n'],
    ['named values and placeholders', '<a b="{{x}}" c="${y}" d="#{z}#"/>', '<a b="{{x}}" c="${y}" d="#{z}#" />\n'],
    ['messages', '<set-body> <x> <y/> </x> </set-body>', '<set-body> <x> <y /> </x> </set-body>\n'],
    ['liquid', '<set-body template="liquid">{% if a &lt; b %}\n<x/>{% endif %}</set-body>', '<set-body template="liquid">{% if a &lt; b %}\n<x />{% endif %}</set-body>\n'],
  ])('%s', (_, text, expected) => {
    expect(format(text)).toBe(expected);
    expect(format(expected)).toBe(expected);
  });
});

describe('formatting changes the encoding when asked to', () => {
  const raw = '<a b="@{\n  return x["y"];\n}" />\n';
  const escaped = '<a b="@{&#10;  return x[&quot;y&quot;];&#10;}" />\n';

  it('to xml, with line breaks that XML parsers keep', () => {
    expect(format(raw, 'xml')).toBe(escaped);
  });

  it('to xml, with hyphens in comments apart', () => {
    expect(format('<!-- a -- b --><c d="@(x["y"])"/>', 'xml')).toBe('<!-- a - - b -->\n<c d="@(x[&quot;y&quot;])" />\n');
  });

  it('to rawxml', () => {
    expect(format(escaped, 'rawxml')).toBe(raw);
  });
});

describe.skipIf(!hasCorpus)('the documents of the corpus that are read without errors', () => {
  it('stay XML if they were, and formatting them twice changes nothing', () => {
    const documents = corpusDocuments().map(({ file, text }) => ({ file, xml: parseXml(text) }));
    const wrong = documents.filter(({ xml }) => {
      if (xml.problems.some(({ severity }) => severity === 'error')) return false;
      const again = parseXml(formatPolicy(xml));
      return formatPolicy(again) !== again.source || (xml.encoding === 'xml' && again.encoding !== 'xml');
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});
