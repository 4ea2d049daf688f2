/** The documents that .NET was asked about, and what it said of them; recorded by test/oracle/dotnet-xml/record.ts. */
import { readdirSync, readFileSync } from 'node:fs';

export const DOTNET_XML_FILE = new URL('../../../fixtures/local-apim/dotnet-xml.json', import.meta.url);

/** `written`: as XmlWriter writes what was read. `error`: in words of .NET Framework, with line and position. */
export type DotnetAnswer = { readonly written: string } | { readonly error: string };

export function recordedAnswers(): ReadonlyMap<string, DotnetAnswer> {
  const recorded: Readonly<Record<string, DotnetAnswer>> = JSON.parse(readFileSync(DOTNET_XML_FILE, 'utf8'));
  return new Map(Object.entries(recorded));
}

/** In the order in which they are recorded; well-formed and not. */
export function askedDocuments(): string[] {
  return [...new Set([...LAYOUTS, ...policiesInFiles(), ...MISTAKES, ...spoilt()])];
}

const LAYOUTS: readonly string[] = [
  `<a><b  x='y "z"' y='a\nb\tc\r\nd > &amp; e'/><c></c><!-- hi\nthere --><d/></a>`,
  '<a><b/><![CDATA[a\nb]]><z/></a>',
  '<a><![CDATA[a]]]]><![CDATA[>b]]></a>',
  '<a>\n  t\n  <b/>\n <c><d/></c></a>',
  '<a>\n <b/> text <c/>\n <d/> </a>',
  '<a><b>&#x20;</b><c xml:space="preserve"> <d/> </c><d> <![CDATA[ ]]> </d></a>',
  '<a xml:space="preserve">\n <b xml:space="default"> <c/> </b>\n</a>',
  "<?xml version='1.0' encoding='utf-8'?>\n<!-- x -->\n\n<a/>\n<!-- y -->\n",
  '<a>a &amp;&amp; b &gt; c &quot;d&quot; &apos;e&apos; &#13; &#10;\r x</a>',
  '<a><?pi x?><b/><!-- c --> t <!-- d --></a>',
  '<a b="&#10;&#13;&#9;&#x1F600;é" />',
  '<a xmlns="u" xmlns:x="v"><x:b x:c="1"><d xmlns="" /></x:b></a>',
  '<a><b><c><!-- only --></c></b><d>\n</d></a>',
  '<a>x<b>\n<c/>\n</b></a>',
  '<policies><inbound>\n\n\n<base/><set-body><x> <y> 1 </y>\n</x></set-body></inbound></policies>',
];

function policiesInFiles(): string[] {
  return ['../../../fixtures/policies/', '../../../fixtures/wild/'].flatMap((folder) => {
    const base = new URL(folder, import.meta.url);
    return readdirSync(base).filter((name) => name.endsWith('.xml')).map((name) => readFileSync(new URL(name, base), 'utf8'));
  });
}

const MISTAKES: readonly string[] = [
  '', '  ', 'x', '../policies/all.xml', '\ufeff<a/>', '<aa/><bb/>', '<aa/>x', 'x<aa/>', '<aa>', '<aa><bb>', '<aa b>', '<aa b=c/>', "<aa b='<'/>", "<aa b='1' b='2'/>",
  '<aa b="x"y="z"/>', '<aa b="@(x == "yellow")"/>', '<aa>&nbsp;</aa>', '<aa>a && b</aa>', '<aa>a & b</aa>', '<aa b="a && b"/>', '<aa b="&foo;"/>', '<aa b="&lt"/>', '<aa></bb>', '</aa>',
  '<aa>\n<bb>\n</aa>', '<aa>\r\n<bb>\r</aa>', '<aa>]]></aa>', '<aa><!-- -- --></aa>', '<aa \u0001/>', '<aa>\u0001</aa>', '<aa b="\u0001"/>', '<aa>\uffff</aa>', '<aa>&#1;</aa>',
  '<aa>&#xZ;</aa>', '<aa>&#a;</aa>', '<aa>&lt</aa>', '<aa>< b</aa>', '<aa><1/></aa>', '< aa/>', "<aa><b c='d'/ ></aa>", '<aa><![CDATA[', '<aa><!--', "<aa b='", '<aa b',
  '<!DOCTYPE aa><aa/>', " <?xml version='1.0'?><aa/>", '<aa><?xml x?></aa>', '<aa><?XML x?></aa>', '<x:aa/>', '<aa x:y="1"/>', '<aa xmlns:x="u" x:y="1" x:y="2"/>', '<aa><?p', '<aa><?p x', '<aa>&',
];

/** One document with one mistake at every few places. */
function spoilt(): string[] {
  const text = '<policies>\n  <!-- c -->\n  <inbound a="1" b=\'x &amp; y\'>\n    <base />\n    <v>t &#x41; <![CDATA[x]]></v>\n  </inbound>\n</policies>';
  const offsets = Array.from({ length: text.length - 5 }, (_, index) => index + 4);
  const rootEnd = text.lastIndexOf('>');
  const inserted = ['<', '>', '&', '"', "'", '/', '=', ' ', ']]>', 'x', '1', '\u0002'].flatMap((junk, nth) =>
    offsets.filter((offset) => offset % 4 === nth % 4 && offset < rootEnd).map((offset) => text.slice(0, offset) + junk + text.slice(offset)));
  const dropped = offsets.map((offset) => text.slice(0, offset) + text.slice(offset + 1));
  return [...offsets.map((offset) => text.slice(0, offset)), ...dropped, ...inserted];
}
