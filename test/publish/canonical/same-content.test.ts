import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emitPolicyXml } from '../../../src/emit/policy-xml.js';
import type { JsonObject } from '../../../src/model/json.js';
import { SourceText } from '../../../src/model/origin.js';
import { readPolicyDocument } from '../../../src/model/read-document.js';
import { Secret } from '../../../src/model/secret.js';
import { contentDigest, sameContent } from '../../../src/publish/canonical/content-digest.js';
import { holdsSecret } from '../../../src/publish/canonical/held-secrets.js';
import type { NamedValueBody, ResourceBody } from '../../../src/publish/resource-body.js';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';
import { randomDocument } from '../../analysis/flow/random-policies.js';

const policy = (value: string): ResourceBody => ({ kind: 'policy', format: 'xml', value });
const inbound = (content: string): ResourceBody => policy(`<policies><inbound>${content}</inbound></policies>`);
const backend = (properties: JsonObject): ResourceBody => ({ kind: 'backend', properties });
const namedValue = (part: Partial<NamedValueBody>): ResourceBody => ({ kind: 'named-value', displayName: 'n', secret: false, tags: [], ...part });
const breaker = (rule: JsonObject): ResourceBody => backend({ url: 'https://a', circuitBreaker: { rules: [{ name: 'r', ...rule }] } });
const pool = (...services: JsonObject[]): ResourceBody => backend({ type: 'Pool', pool: { services } });

const SAME: readonly (readonly [string, ResourceBody, ResourceBody])[] = [
  ['the declaration', policy('<?xml version="1.0" encoding="utf-8"?>\n<policies />'), policy('<policies />')],
  ['layout: tabs, CRLF, end tags', policy('<policies>\r\n\t<inbound>\r\n\t\t<base />\r\n\t</inbound>\r\n</policies>'), policy('<policies><inbound><base></base></inbound></policies>')],
  ['comments', inbound('<!-- a --><base /><!-- b -->'), inbound('<base />')],
  ['quotes and entities', inbound("<a b='x \"y\" &#x41;' />"), inbound('<a b="x &quot;y&quot; A" />')],
  ['line breaks in attributes', inbound('<a b="@{&#xD;&#xA;return 1;&#xA;}" />'), inbound('<a b="@{&#10;return 1;&#10;}" />')],
  ['raw and escaped expressions', policy('<policies><inbound><a b="@(x["y"] < 3 && z)" /></inbound></policies>'), inbound('<a b="@(x[&quot;y&quot;] &lt; 3 &amp;&amp; z)" />')],
  ['white space and comments in expressions', inbound('<a b="@(x+ 1 /* one */)" />'), inbound('<a b="@(x +1)" />')],
  ['white space in holes of interpolated strings', inbound('<a b="@($&quot;v {x+1:D} w&quot;)" />'), inbound('<a b="@($&quot;v { x + 1:D} w&quot;)" />')],
  ['the order of attributes', inbound('<a b="1" c="2" />'), inbound('<a c="2" b="1" />')],
  ['CDATA and text', inbound('<a><![CDATA[x < y]]></a>'), inbound('<a>x &lt; y</a>')],
  ['white space around text', inbound('<a>\r\n  x\r\n</a>'), inbound('<a>x</a>')],
  ['white space around elements of a message', inbound('<set-body>\n  <e>\n <f /></e></set-body>'), inbound('<set-body><e><f /></e></set-body>')],
  ['text cut in two by a comment', inbound('<a>x<!-- c -->y</a>'), inbound('<a>xy</a>')],
  ['nulls and empty lists of backends', backend({ url: 'https://a', title: null, credentials: { header: {}, query: null } }), backend({ url: 'https://a' })],
  ['the type that is null', backend({ url: 'https://a', type: null }), backend({ url: 'https://a', type: 'Single' })],
  ['the type that is not said', backend({ url: 'https://a', type: 'Single' }), backend({ url: 'https://a' })],
  ['durations', breaker({ tripDuration: 'PT1H', failureCondition: { interval: 'P1D' } }), breaker({ tripDuration: 'PT60M', failureCondition: { interval: 'PT24H' } })],
  ['acceptRetryAfter that is false', breaker({ acceptRetryAfter: false }), breaker({})],
  ['members of pools', pool({ id: '/subscriptions/x/Backends/A', weight: null }, { id: '/b' }), pool({ id: '/subscriptions/y/backends/b' }, { id: '/backends/a' })],
  ['the order of tags', namedValue({ tags: ['a', 'b'] }), namedValue({ tags: ['b', 'a'] })],
  ['a secret that is not known', namedValue({ secret: true, secretValue: new Secret('x') }), namedValue({ secret: true })],
];

const DIFFERENT: readonly (readonly [string, ResourceBody, ResourceBody])[] = [
  ['an attribute', inbound('<a b="1" />'), inbound('<a b="2" />')],
  ['white space in an attribute', inbound('<a b=" 1" />'), inbound('<a b="1" />')],
  ['white space inside text', inbound('<a>x y</a>'), inbound('<a>x  y</a>')],
  ['text and expression', inbound('<a>x</a>'), inbound('<a>@(x)</a>')],
  ['blocks and expressions', inbound('<a>@{x}</a>'), inbound('<a>@(x)</a>')],
  ['tokens that grow together', inbound('<a b="@(a - -b)" />'), inbound('<a b="@(a --b)" />')],
  ['shifts', inbound('<a b="@(a >> b)" />'), inbound('<a b="@(a > > b)" />')],
  ['text of an interpolated string', inbound('<a b="@($&quot;v {x}&quot;)" />'), inbound('<a b="@($&quot;v  {x}&quot;)" />')],
  ['verbatim and regular interpolated strings', inbound('<a b="@($&quot;v {x}&quot;)" />'), inbound('<a b="@($@&quot;v {x}&quot;)" />')],
  ['order of elements', inbound('<a /><b />'), inbound('<b /><a />')],
  ['nesting', inbound('<a><b /></a>'), inbound('<a /><b />')],
  ['a duplicate attribute', inbound('<a b="1" b="1" />'), inbound('<a b="1" />')],
  ['the description of a fragment', { kind: 'fragment', format: 'xml', value: '<fragment />', description: 'd' }, { kind: 'fragment', format: 'xml', value: '<fragment />' }],
  ['weights', pool({ id: '/b', weight: 1 }), pool({ id: '/b', weight: 2 })],
  ['kinds', policy('<fragment />'), { kind: 'fragment', format: 'xml', value: '<fragment />' }],
  ['plain and secret', namedValue({ value: 'x' }), namedValue({ secret: true })],
  ['letter case of values', namedValue({ value: 'x' }), namedValue({ value: 'X' })],
];

const KEY = 'q8Zr2Lw5Xy7Bn3Kd9Vt1Mc4Pf6Hs0Ja';
const SECRET_PAIRS: readonly (readonly [string, ResourceBody, ResourceBody])[] = [
  ['a header of a policy', inbound(`<set-header name="api-key"><value>${KEY}</value></set-header>`), inbound('<set-header name="api-key"><value>other</value></set-header>')],
  ['a string of an expression', inbound(`<a b='@("AccountKey=${KEY}")' />`), inbound(`<a b='@("AccountKey=${[...KEY].reverse().join('')}")' />`)],
  ['credentials of a backend', backend({ credentials: { header: { 'x-key': ['a'] } } }), backend({ credentials: { header: { 'x-key': ['b'] } } })],
  ['the password of a proxy', backend({ proxy: { password: 'a' } }), backend({ proxy: { password: 'b' } })],
  ['a secret named value', namedValue({ secret: true, secretValue: new Secret('a') }), namedValue({ secret: true, secretValue: new Secret('b') })],
  ['a plain named value with the name of a secret', namedValue({ displayName: 'api-key', value: 'a' }), namedValue({ displayName: 'api-key', value: 'b' })],
];

describe('sameContent', () => {
  test.each(SAME)('does not mind %s', (_, a, b) => {
    expect(sameContent(a, b)).toBe(true);
    expect(contentDigest(a)).toBe(contentDigest(b));
  });

  test.each(DIFFERENT)('minds %s', (_, a, b) => {
    expect(sameContent(a, b)).toBe(false);
    expect(contentDigest(a)).not.toBe(contentDigest(b));
  });

  test.each(SECRET_PAIRS)('minds %s, of which the digest says nothing', (_, a, b) => {
    expect(sameContent(a, b)).toBe(false);
    expect(contentDigest(a)).toBe(contentDigest(b));
    expect(holdsSecret(a)).toBe(true);
  });

  test.each(SAME.slice(0, -1).map(([name, a]) => [name, a] as const))('finds no secret where there is none: %s', (_, body) => {
    expect(holdsSecret(body)).toBe(false);
  });

  test('takes what we emit for what was read, in both encodings', () => {
    fc.assert(fc.property(randomDocument, (text) => {
      const document = readPolicyDocument(parseXml(text), new SourceText('a.xml', text), { name: 'a' });
      for (const content of ['xml', 'rawxml'] as const) expect(sameContent(policy(text), policy(emitPolicyXml(document, { content })))).toBe(true);
    }), { numRuns: 50 });
  });

  test('keeps its digests: those in state files and plans would mean nothing any more', () => {
    const fixture = policy('<policies><inbound><a b="@(x &gt; 1)">text</a></inbound></policies>');
    expect(contentDigest(fixture)).toMatchInlineSnapshot(`"fa425aef3c1f8dc3d4b4f542d168966743973dfd01b2312856fa9fd0bd60cbfb"`);
    expect(contentDigest(backend({ url: 'https://a', circuitBreaker: { rules: [{ name: 'r', tripDuration: 'PT1M' }] } }))).toMatchInlineSnapshot(`"91fccfc9e43449a103bc006593d23dc816aa44f6af6fedbed78ea13927a5a48a"`);
    expect(contentDigest(namedValue({ value: 'v', tags: ['t'] }))).toMatchInlineSnapshot(`"daa4429f0e7365ce9fc6b6686408834440b6c901b5fc26ba2bd9348cb55fecc7"`);
  });

  test('tells all wild documents apart', () => {
    const folder = new URL('../../../fixtures/wild/', import.meta.url);
    const digests = readdirSync(folder).map((name) => contentDigest(policy(readFileSync(new URL(name, folder), 'utf8'))));
    expect(new Set(digests).size).toBe(digests.length);
  });
});
