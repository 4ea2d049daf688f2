import { describe, expect, test } from 'vitest';
import { cacheValue, choose, llmEmitTokenMetric, retry, returnResponse, setBody, setHeader, setVariable, validateJwt, when, xslTransform } from '../../src/dsl/policies.generated.js';
import type { AuthoredNode } from '../../src/dsl/authored.js';
import { authoredNodes, type Policy } from '../../src/dsl/policy.js';
import type { Expression } from '../../src/dsl/property-types.js';

const expression: Expression = { kind: 'expression', form: 'expression', code: 'context.Api.Id', callSite: { url: 'file:///x.ts', line: 1, column: 1, callee: 'cs' } };

/** The element as XML, near enough to compare. */
function outline(policy: Policy<never>): string {
  return authoredNodes([policy], 'test').map(text).join('');
}

function text(node: AuthoredNode): string {
  if (node.kind === 'raw') return node.xml;
  if (node.kind === 'comment') return `<!--${node.text}-->`;
  if (node.kind === 'text') return value(node.value);
  if (node.kind === 'group') return node.children.map(text).join('');
  const attributes = node.attributes.map((attribute) => ` ${attribute.name}="${value(attribute.value)}"`).join('');
  return `<${node.name}${attributes}>${node.children.map(text).join('')}</${node.name}>`;
}

function value(authored: { kind: 'literal'; text: string } | { kind: 'expression'; code: string }): string {
  return authored.kind === 'literal' ? authored.text : `@(${authored.code})`;
}

describe('properties become attributes, text and children', () => {
  test.each<[string, Policy<never>, string]>([
    ['numbers and booleans', retry({ condition: true, count: 3, interval: 1, maxInterval: 8, delta: 1 }, []), '<retry condition="true" count="3" interval="1" max-interval="8" delta="1"></retry>'],
    ['an expression', setVariable({ name: 'api', value: expression }), '<set-variable name="api" value="@(context.Api.Id)"></set-variable>'],
    ['text alone', setBody('hello'), '<set-body>hello</set-body>'],
    ['text with attributes', setBody({ template: 'liquid', text: '{{body.x}}' }), '<set-body template="liquid">{{body.x}}</set-body>'],
    ['one item for a list of texts', setHeader({ name: 'a', value: 'x' }), '<set-header name="a"><value>x</value></set-header>'],
    ['several items', setHeader({ name: 'a', value: ['x', 'y'] }), '<set-header name="a"><value>x</value><value>y</value></set-header>'],
    ['a bare value for the one required attribute', llmEmitTokenMetric({ dimensions: ['API ID', { name: 'team', value: 'x' }] }), '<llm-emit-token-metric><dimension name="API ID"></dimension><dimension name="team" value="x"></dimension></llm-emit-token-metric>'],
    ['a list for an element that wraps one', validateJwt({ headerName: 'Authorization', audiences: ['a', 'b'] }), '<validate-jwt header-name="Authorization"><audiences><audience>a</audience><audience>b</audience></audiences></validate-jwt>'],
    ['contained policies in the order APIM wants', returnResponse({ setBody: 'no', setHeader: { name: 'a', value: 'x' }, setStatus: { code: 429, reason: 'Slow down' } }), '<return-response><set-status code="429" reason="Slow down"></set-status><set-header name="a"><value>x</value></set-header><set-body>no</set-body></return-response>'],
    ['policies in a child', cacheValue({ key: 'k', variableName: 'v', value: [setBody('x')] }), '<cache-value key="k" variable-name="v"><value><set-body>x</set-body></value></cache-value>'],
    ['branches', choose([when(expression, [setBody('x')])]), '<choose><when condition="@(context.Api.Id)"><set-body>x</set-body></when></choose>'],
    ['XML for a child of unknown content', xslTransform({ xslStylesheet: '<xsl:stylesheet version="1.0"/>' }), '<xsl-transform><xsl:stylesheet version="1.0"/></xsl-transform>'],
  ])('%s', (_, policy, xml) => {
    expect(outline(policy)).toBe(xml);
  });
});

test('a wrapper of texts takes one text as well', () => {
  expect(outline(validateJwt({ headerName: 'a', issuers: 'me' }))).toBe('<validate-jwt header-name="a"><issuers><issuer>me</issuer></issuers></validate-jwt>');
});

test('a named value stands for its reference, also for a number', () => {
  const limit = { kind: 'named-value', displayName: 'limit' } as const;
  expect(outline(retry({ condition: true, count: limit, interval: '{{pause}}' }, []))).toBe('<retry condition="true" count="{{limit}}" interval="{{pause}}"></retry>');
});
