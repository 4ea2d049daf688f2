import { expect, it } from 'vitest';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import type { PolicyDocument } from '../../src/model/document.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

const read = (text: string): PolicyDocument => readPolicyDocument(parseXml(text), new SourceText('a.xml', text), { name: 'a' });

const SOURCE = '<!-- c --><a b="@{\n\treturn x["y"];\n}"><![CDATA[<z>]]></a>';

it.each([
  ['rawxml', { content: 'rawxml' }, '<a b="@{\n\treturn x["y"];\n}"><![CDATA[<z>]]></a>\n'],
  ['xml', { content: 'xml' }, '<a b="@{&#10;&#9;return x[&quot;y&quot;];&#10;}"><![CDATA[<z>]]></a>\n'],
  ['comments when asked for', { content: 'rawxml', comments: true }, '<!-- c -->\n<a b="@{\n\treturn x["y"];\n}"><![CDATA[<z>]]></a>\n'],
] as const)('writes %s', (_, options, expected) => {
  expect(emitPolicyXml(read(SOURCE), options)).toBe(expected);
});
