/** What the local APIM refuses, in the service's words. The numbers are those of reference/management-api.md §2.7. */
import { describe, expect, test } from 'vitest';
import type { AcceptContext } from '../../../src/local-apim/content/stored-policy.js';
import { accepted, AT_OPERATION, EVERY_NAME, NO_NAME, refusal } from './accepting.js';

const at = (where: AcceptContext['at'], sku = 'Developer'): AcceptContext => ({ at: where, sku, known: EVERY_NAME });
const inbound = (content: string): string => `<policies>\n  <inbound>\n    ${content}\n  </inbound>\n</policies>`;

interface Refused {
  readonly is: string;
  readonly text: string;
  readonly format?: 'rawxml';
  readonly context?: AcceptContext;
  readonly target: string;
  readonly message: string;
}

const DETAILS: readonly Refused[] = [
  { is: '1, a bare ampersand', text: inbound('<set-variable name="a" value="@(true && false)" />'), target: 'representation',
    message: 'An error occurred while parsing EntityName. Line 3, position 43.' },
  { is: '2, a quote in a value', text: inbound('<set-variable name="a" value="@(x["y"])" />'), target: 'representation',
    message: "'y' is an unexpected token. Expecting white space. Line 3, position 40." },
  { is: '5, text among elements', text: inbound('<set-header name="a" exists-action="override">b</set-header>'), target: 'set-header',
    message: "Error in element 'set-header' on line 3, column 6: The element 'set-header' cannot contain text. List of possible elements expected: 'value'." },
  { is: '6, a child element that there is not', text: inbound('<set-header name="a" exists-action="override"><values>b</values></set-header>'), target: 'set-header',
    message: "Error in element 'set-header' on line 3, column 6: The element 'set-header' has invalid child element 'values'. List of possible elements expected: 'value'." },
  { is: '7, a section without policies', text: '<inbound><base /></inbound>', target: 'inbound',
    message: "Error in element 'inbound' on line 1, column 2: Policy section is not allowed in the specified scope" },
  { is: '7, a policy without section', text: '<policies><set-status code="200" /></policies>', target: 'set-status',
    message: "Error in element 'set-status' on line 1, column 12: Policy section is not allowed in the specified scope" },
  { is: '7, a fragment as policy', text: '<fragment><base /></fragment>', target: 'fragment',
    message: "Error in element 'fragment' on line 1, column 2: Policy section is not allowed in the specified scope" },
  { is: '8, a scope', text: inbound('<quota calls="1" renewal-period="300" />'), context: at('api'), target: 'quota',
    message: "Error in element 'quota' on line 3, column 6: Policy is not allowed in the specified scope" },
  { is: '9, a tier', text: inbound('<rate-limit-by-key calls="1" renewal-period="60" counter-key="a" />'), context: at('operation', 'Consumption'), target: 'rate-limit-by-key',
    message: "Error in element 'rate-limit-by-key' on line 3, column 6: Policy is not allowed in 'Consumption' sku" },
  { is: '18, a string without end', text: inbound('<set-variable name="a" value="@(&quot;b)" />'), target: 'set-variable',
    message: "Error in element 'set-variable' on line 3, column 6: Unterminated string literal. Strings that start with a quotation mark (\") must be terminated before the end of the line. However, strings that start with @ and a quotation mark (@\") can span multiple lines." },
  { is: '19, a body without braces', text: inbound('<set-variable name="a" value="@{ if (true) return 1; return 2; }" />'), target: 'set-variable',
    message: "Error in element 'set-variable' on line 3, column 6: Expected a \"{\" but found a \"return\". Block statements must be enclosed in \"{\" and \"}\". You cannot use single-statement control-flow statements in CSHTML pages." },
  { is: '21, a type', text: inbound('<set-variable name="a" value="@(System.IO.File.ReadAllText(&quot;x&quot;))" />'), target: 'set-variable',
    message: "Error in element 'set-variable' on line 3, column 6: Usage of type 'System.IO.File' is not supported within expressions" },
  { is: '22, a member', text: inbound('<set-variable name="a" value="@(new Regex(&quot;x&quot;).GroupNumberFromName(&quot;y&quot;))" />'), target: 'set-variable',
    message: "Error in element 'set-variable' on line 3, column 6: Usage of member 'GroupNumberFromName' of type 'System.Text.RegularExpressions.Regex' is not supported within expressions" },
  { is: 'an attribute that there is not', text: inbound('<set-status code="200" text="OK" />'), target: 'set-status',
    message: "Error in element 'set-status' on line 3, column 6: The 'text' attribute is not declared." },
  { is: 'a child element that is missing', text: inbound('<choose />'), target: 'choose',
    message: "Error in element 'choose' on line 3, column 6: The element 'choose' has incomplete content. List of possible elements expected: 'when, otherwise'." },
  { is: 'a mistake whose wording nobody has recorded', text: inbound('<set-status code="200" reason="@(x)" />'), target: 'set-status',
    message: "Error in element 'set-status' on line 3, column 6: There is no variable, type or namespace named \"x\" here." },
  { is: 'a place behind raw expressions', format: 'rawxml', text: inbound('<set-variable name="a" value="@("<<&&")" /><set-status kode="1" code="200" />'), target: 'set-status',
    message: "Error in element 'set-status' on line 3, column 49: The 'kode' attribute is not declared." },
  { is: 'raw text that is no XML aside from its expressions', format: 'rawxml', text: inbound('<set-variable name="a" value="@("<<&&")" /><set-status code="2 && 3" />'), target: 'representation',
    message: 'An error occurred while parsing EntityName. Line 3, position 69.' },
  { is: 'an escaped expression sent as raw', format: 'rawxml', text: inbound('<set-variable name="a" value="@(1 &lt; 2)" />'), target: 'set-variable',
    message: "Error in element 'set-variable' on line 3, column 6: \"&lt;\" is XML and no C#: it stands in CDATA, or was escaped twice." },
];

const FRAGMENT = at('fragment');

const TOP_LEVEL: readonly { readonly is: string; readonly text: string; readonly context: AcceptContext; readonly message: string }[] = [
  { is: '3, a fragment with a bare ampersand', text: '<fragment>\n<set-status code="&" />\n</fragment>', context: FRAGMENT,
    message: 'The policy fragment is not a valid XML: An error occurred while parsing EntityName. Line 2, position 20.' },
  { is: '4, a file name for a fragment', text: 'fragments/a.xml', context: FRAGMENT, message: 'The policy fragment is not a valid XML: Data at the root level is invalid. Line 1, position 1.' },
  { is: '20, an expression in a fragment', text: '<fragment><set-variable name="a" value="@{ if (true) return 1; return 2; }" /></fragment>', context: FRAGMENT,
    message: 'The policy fragment contains invalid policy expression. Expected a "{" but found a "return". Block statements must be enclosed in "{" and "}". You cannot use single-statement control-flow statements in CSHTML pages.' },
  { is: '24, in Consumption', text: inbound(`<!-- ${'x'.repeat(16 * 1024)} -->`), context: at('api', 'Consumption'), message: 'Policy size exceeds allowed limit of 16 KB' },
  { is: '24, elsewhere', text: inbound(`<!-- ${'é'.repeat(128 * 1024)} -->`), context: at('api'), message: 'Policy size exceeds allowed limit of 250 KB' },
  { is: '24, a fragment', text: `<fragment><!-- ${'x'.repeat(32 * 1024)} --></fragment>`, context: FRAGMENT, message: 'Policy size exceeds allowed limit of 32 KB' },
];

describe('refused', () => {
  test.each(DETAILS)('$is', ({ text, format, context, target, message }) => {
    expect(refusal(text, format ?? 'xml', context)).toEqual({
      status: 400, code: 'ValidationError', message: 'One or more fields contain incorrect values:', details: [{ code: 'ValidationError', target, message }],
    });
  });

  test.each(TOP_LEVEL)('$is', ({ text, context, message }) => {
    expect(refusal(text, 'xml', context)).toEqual({ status: 400, code: 'ValidationError', message, details: null });
  });

  test('11 to 13 and 15, names that the service does not hold, all at once', () => {
    const text = inbound('<set-backend-service backend-id="b" /><include-fragment fragment-id="f" /><set-variable name="a" value="{{n}}" /><log-to-eventhub logger-id="l">x</log-to-eventhub>');
    expect(refusal(text, 'xml', { at: 'api', sku: 'Developer', known: NO_NAME })?.details?.map(({ target, message }) => [target, message.slice(message.indexOf(':') + 2)])).toEqual([
      ['set-variable', "Cannot find a property 'n'"],
      ['set-backend-service', "Backend with id 'b' could not be found."],
      ['include-fragment', "Policy fragment with id 'f' could not be found."],
      ['log-to-eventhub', 'Logger not found'],
    ]);
  });

  test('several mistakes, each at its place', () => {
    expect(refusal(inbound('<set-status kode="1" code="200" />\n    <set-statis code="200" />'), 'xml')?.details?.map(({ message }) => message)).toEqual([
      "Error in element 'set-status' on line 3, column 6: The 'kode' attribute is not declared.",
      "Error in element 'set-statis' on line 4, column 6: There is no policy set-statis.",
    ]);
  });

  test('no name that an expression gives', () => {
    expect(refusal(inbound('<set-backend-service backend-id="@(&quot;b&quot;)" />'), 'xml', { ...AT_OPERATION, known: NO_NAME })).toBeUndefined();
  });
});

describe('accepted', () => {
  test.each<[string, string, 'xml' | 'rawxml', AcceptContext, string]>([
    ['an empty document', '<policies />', 'xml', at('global'), '<policies />'],
    ['a declaration, which is dropped', '<?xml version="1.0"?>\n<policies></policies>', 'xml', at('global'), '<policies></policies>'],
    ['a raw expression', inbound('<set-variable name="a" value="@(1 < 2 && "x" == \'y\'.ToString())" />'), 'rawxml', AT_OPERATION,
      '<policies>\r\n\t<inbound>\r\n\t\t<set-variable name="a" value="@(1 &lt; 2 &amp;&amp; &quot;x&quot; == \'y\'.ToString())" />\r\n\t</inbound>\r\n</policies>'],
    ['hyphens in a comment of raw text', inbound('<!-- a -- b --->'), 'rawxml', AT_OPERATION, '<policies>\r\n\t<inbound>\r\n\t\t<!-- a - - b - -->\r\n\t</inbound>\r\n</policies>'],
    ['what the checks only warn of', inbound('<base />\n    <base />'), 'xml', AT_OPERATION, '<policies>\r\n\t<inbound>\r\n\t\t<base />\r\n\t\t<base />\r\n\t</inbound>\r\n</policies>'],
    ['a fragment', '<fragment><set-status code="200"/></fragment>', 'xml', FRAGMENT, '<fragment>\r\n\t<set-status code="200" />\r\n</fragment>'],
    ['a resolver', '<http-data-source><http-request><set-method>GET</set-method><set-url>https://a</set-url></http-request></http-data-source>', 'xml', at('resolver'),
      '<http-data-source>\r\n\t<http-request>\r\n\t\t<set-method>GET</set-method>\r\n\t\t<set-url>https://a</set-url>\r\n\t</http-request>\r\n</http-data-source>'],
    ['a policy of self-hosted gateways, where the tier has them', inbound('<publish-to-dapr topic="a" pubsub-name="b">x</publish-to-dapr>'), 'xml', AT_OPERATION,
      '<policies>\r\n\t<inbound>\r\n\t\t<publish-to-dapr topic="a" pubsub-name="b">x</publish-to-dapr>\r\n\t</inbound>\r\n</policies>'],
  ])('%s', (_, text, format, context, stored) => {
    expect(accepted(text, format, context)).toEqual({ xml: stored });
  });
});
