import { describe, expect, test } from 'vitest';
import { checkText, lineOf, type TextOptions } from './check-text.js';

/** A name, a document, and what is found in it; where it needs them, the options. */
type Case = readonly [name: string, text: string, findings: readonly string[], options?: TextOptions];

const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'roots and sections': [
    ['a misspelt section', '<policies>\n  <inbuond />\n</policies>', [
      '2:3 error unknown-section: policies has no section inbuond: APIM refuses the document; did you mean inbound?',
    ]],
    ['a misspelt policy where sections stand', '<policies><set-heder name="a" /></policies>', [
      '1:11 error unknown-section: policies has no section set-heder: APIM refuses the document; did you mean the policy set-header? it belongs into a section',
    ]],
    ['an unknown section', '<policies><policy /></policies>', [
      '1:11 error unknown-section: policies has no section policy: APIM refuses the document; the sections are inbound, backend, outbound and on-error',
    ]],
    ['a policy where sections stand', '<policies>\n  <set-method>GET</set-method>\n</policies>', [
      '2:3 error policy-outside-section: set-method stands directly in policies, where only sections may: APIM refuses the document; move it into inbound, backend, outbound or on-error',
    ]],
    ['a section twice', '<policies><inbound /><backend /><inbound /></policies>', [
      '1:33 error duplicate-section: the section inbound stands twice in one document: APIM refuses the document; join the two into one',
    ]],
    ['sections in any order', '<policies><on-error /><outbound /><backend /><inbound /></policies>', []],
    ['a section in a section', '<policies><inbound><outbound /></inbound></policies>', [
      '1:20 error misplaced-section: outbound stands in inbound, where only policies may: APIM refuses the document; sections stand directly in policies',
    ]],
    ['a document in a section', '<policies><inbound><policies /></inbound></policies>', [
      '1:20 error misplaced-section: policies stands in inbound, where only policies may: APIM refuses the document; it is the root of a document',
    ]],
    ['a section in a fragment', '<fragment><outbound /></fragment>', [
      '1:11 error misplaced-section: outbound stands in fragment, where only policies may: APIM refuses the document; sections stand directly in policies',
    ]],
    ['a section in a policy', '<set-variable name="a" value="b"><inbound /></set-variable>', [
      '1:34 error misplaced-section: inbound cannot stand in set-variable: APIM refuses the document; move it out of set-variable',
    ]],
    ['two roots', '<policies />\n<policies />', [
      '2:1 error several-roots: policies stands beside the root element policies, but a document has one root: APIM refuses the document; write one document per file',
    ]],
    ['a policy beside a fragment', '<fragment />\n<set-method>GET</set-method>', [
      '2:1 error several-roots: set-method stands beside the root element fragment, but a document has one root: APIM refuses the document; move it into fragment',
    ]],
    ['text around the root', 'hello <policies /> there', [
      '1:1 error unexpected-text: the text "hello" stands outside of policies, where only elements may: APIM refuses the document; remove it, or make it a comment: <!-- … -->',
    ]],
    ['text in sections', '<policies><inbound>\n  a<base />b\n</inbound></policies>', [
      '2:3 error unexpected-text: the text "a" stands in inbound, where only elements may: APIM refuses the document; remove it, or make it a comment: <!-- … -->',
    ]],
    ['an invisible character', '<inbound>\u00a0<base /></inbound>', [
      '1:10 warning unexpected-text: an invisible character (U+00A0) stands in inbound, where only elements may: APIM may refuse the document; remove it; it is often left over from copying',
    ]],
    ['attributes of sections', '<policies version="1"><inbound a="1" /></policies>', [
      '1:11 warning unknown-attribute: policies takes no attributes, but has version: APIM may refuse the document; remove it',
      '1:32 warning unknown-attribute: inbound takes no attributes, but has a: APIM may refuse the document; remove it',
    ]],
    ['the id on a fragment', '<fragment fragment-id="a" />', []],
    ['namespaces', '<policies xmlns="urn:x" xmlns:y="urn:y" y:z="1" />', []],
    ['an empty file', '', [
      '1:1 error empty-document: the document holds no element, so there is no policy in it: APIM refuses the document; write <policies>, or <fragment> for a policy fragment',
    ]],
    ['text alone', 'hello', [
      '1:1 error empty-document: the document holds no element, so there is no policy in it: APIM refuses the document; write <policies>, or <fragment> for a policy fragment',
    ]],
    ['a misspelt root', '<polices><inbound /></polices>', [
      '1:1 error unknown-policy: there is no policy, section or root element polices: APIM refuses the document; did you mean policies?',
    ]],
    ['a root of something else', '<project><x /></project>', [
      '1:1 warning unknown-policy: there is no policy, section or root element project: APIM may refuse the document; the root element of a document is policies, that of a policy fragment fragment',
    ]],
  ],
  'snippets': [
    ['a child element alone', '<when condition="true" />', []],
    ['policies side by side', '<set-method>GET</set-method>\n<set-status code="200" />', []],
    ['text between', '...\n<set-method>GET</set-method>\n...', []],
    ['a misspelt policy', '<set-metod>GET</set-metod>', [
      '1:1 warning unknown-policy: there is no policy, section or root element set-metod: APIM may refuse the document; did you mean set-method?',
    ]],
  ],
  'policies and child elements': [
    ['a misspelt policy, at any depth', '<inbound><choose><when condition="true" /><otherwise>\n<set-varable name="a" value="b" /></otherwise></choose></inbound>', [
      '2:1 error unknown-policy: there is no policy set-varable: APIM refuses the document; did you mean set-variable?',
    ]],
    ['a child element that stands alone', '<inbound><set-url>https://a.example</set-url></inbound>', [
      '1:10 error unknown-policy: there is no policy set-url: APIM refuses the document; it is a child element of send-one-way-request and send-request',
    ]],
    ['a misspelt child element', '<set-header name="a"><vale>1</vale></set-header>', [
      '1:22 error unknown-element: set-header has no child element vale: APIM refuses the document; did you mean value?',
    ]],
    ['an unknown child element', '<set-header name="a"><value>1</value><comment /></set-header>', [
      '1:38 error unknown-element: set-header has no child element comment: APIM refuses the document; set-header takes value',
    ]],
    ['children of what takes none', '<set-variable name="a" value="b"><x /></set-variable>', [
      '1:34 error unknown-element: set-variable takes no child elements, but has x: APIM refuses the document; remove it',
    ]],
    ['children of what takes text', '<log-to-eventhub logger-id="a"><properties /></log-to-eventhub>', [
      '1:32 error unknown-element: log-to-eventhub takes no child elements, but has properties: APIM refuses the document; write what it says as the text of log-to-eventhub',
    ]],
    ['a policy where it cannot stand', '<send-request mode="copy" response-variable-name="r"><set-variable name="a" value="b" /></send-request>', [
      '1:54 error misplaced-policy: set-variable cannot stand in send-request: APIM refuses the document; send-request takes set-url, set-method, set-header, set-body, authentication-certificate, authentication-managed-identity, proxy, authentication-basic, authentication-token, authentication-token-store',
    ]],
    ['any children in a message', '<set-body><Envelope a="1"><Body /></Envelope></set-body>', []],
    ['a missing child element', '<validate-content unspecified-content-type-action="prevent" max-size="1" size-exceeded-action="prevent"><content-type-map><type to="a" /></content-type-map></validate-content>', [
      '1:123 error missing-attribute: type has none of from and when, but needs exactly one: APIM refuses the document; add from or when',
    ]],
    ['too many', '<choose><when condition="true" /><otherwise />\n<otherwise /></choose>', [
      '2:1 error too-many-children: choose has 2 otherwise, but takes one: APIM refuses the document; keep what is needed',
    ]],
    ['an older name', '<inbound>\n<azure-openai-emit-token-metric><dimension name="API ID" /></azure-openai-emit-token-metric></inbound>', [
      '2:1 info superseded-policy: azure-openai-emit-token-metric is the older name of llm-emit-token-metric, which takes the same content and more models; write llm-emit-token-metric',
    ]],
  ],
  'attributes and values': [
    ['a misspelt attribute', '<forward-request time-out="1" />', [
      '1:18 error unknown-attribute: forward-request has no attribute time-out: APIM refuses the document; did you mean timeout?',
    ]],
    ['an unknown attribute', '<set-status code="200" colour="red" />', [
      '1:24 error unknown-attribute: set-status has no attribute colour: APIM refuses the document; set-status has code, reason, id',
    ]],
    ['a child element written as an attribute', '<set-header name="a" value="1" />', [
      '1:22 error unknown-attribute: set-header has no attribute value: APIM refuses the document; write it as a child element: <value>',
    ]],
    ['an attribute written as a child element', '<set-variable name="a"><value>1</value></set-variable>', [
      '1:24 error unknown-element: set-variable takes no child elements, but has value: APIM refuses the document; write it as an attribute: value="…"',
    ]],
    ['a missing attribute', '<set-variable value="1" />', [
      '1:1 error missing-attribute: set-variable lacks the required attribute name: APIM refuses the document; add name="…" (variable name)',
    ]],
    ['a missing attribute that sources disagree on', '<llm-token-limit counter-key="a" tokens-per-minute="1" />', [
      '1:1 warning missing-attribute: llm-token-limit lacks the required attribute estimate-prompt-tokens: APIM may refuse the document; add estimate-prompt-tokens="true|false" (true: estimate the prompt before the call; false: use the usage in the answer)',
    ]],
    ['numbers', '<retry condition="true" count="many" interval="-1" />', [
      '1:32 error invalid-value: count of retry is "many", but takes a whole number: APIM refuses the document; write digits, or an expression: @(…)',
      '1:48 error invalid-value: interval of retry is -1, but takes a number of at least 0: APIM refuses the document',
    ]],
    ['a number out of range', '<retry condition="true" count="51" interval="1" />', [
      '1:32 error invalid-value: count of retry is 51, but takes a number from 1 to 50: APIM refuses the document',
    ]],
    ['a boolean', '<forward-request buffer-request-body="yes" />', [
      '1:39 error invalid-value: buffer-request-body of forward-request is "yes", but takes true or false: APIM refuses the document',
    ]],
    ['a condition that is no expression', '<choose><when condition="context.Request.Method == 1" /></choose>', [
      '1:26 error invalid-value: condition of when is "context.Request.Method == 1", but takes a policy expression, true or false: APIM refuses the document; write C# that gives a bool between @( and )',
    ]],
    ['conditions', '<choose><when condition="True" /><when condition="{{flag}}" /><when condition="${flag}" /><when condition="@(true)" /></choose>', []],
    ['an enumeration', '<set-header name="a" exists-action="overide"><value>1</value></set-header>', [
      '1:37 error invalid-value: exists-action of set-header is "overide", but takes one of override, skip, append, delete: APIM refuses the document; did you mean override?',
    ]],
    ['an enumeration in another case', '<set-header name="a" exists-action="Override"><value>1</value></set-header>', [
      '1:37 info letter-case: exists-action of set-header is "Override", which its page writes "override"; write override',
    ]],
    ['a form', '<quota-by-key calls="1" renewal-period="300" counter-key="a" first-period-start="yesterday" />', [
      '1:82 error invalid-value: first-period-start of quota-by-key is "yesterday", but takes a UTC time such as 2026-01-01T00:00:00Z: APIM refuses the document',
    ]],
    ['a place behind escapes', '<set-header name="&lt;&quot;&gt;" exists-action="&#111;verwrite"><value>1</value></set-header>', [
      '1:50 error invalid-value: exists-action of set-header is "overwrite", but takes one of override, skip, append, delete: APIM refuses the document; did you mean override?',
    ]],
    ['what is filled in later', '<retry condition="@(true)" count="{{count}}" interval="#{interval}#" max-interval="RETRY_MAX" delta="__delta__" first-fast-retry="$(fast)" />', []],
    ['words that are replaced later', '<retry condition="!cond" count="%%count%%" interval="&lt;interval&gt;" max-interval="$max" delta="[[delta]]" first-fast-retry="[fast]" />', []],
    ['an empty text', '<set-method>\n<!-- later --></set-method>', [
      '1:1 warning missing-text: set-method is empty, but needs text: APIM may refuse the document; write its text, or remove it',
    ]],
    ['a header without text', '<set-header name="a"><value /></set-header>', []],
    ['text among elements', '<choose>either<when condition="true" /></choose>', [
      '1:9 error unexpected-text: the text "either" stands in choose, where only elements may: APIM refuses the document; remove it, or make it a comment: <!-- … -->',
    ]],
    ['elements that a tool brings', '<policies><inbound>${inbound}<base />%{ if x ~}</inbound></policies>', []],
  ],
  'expressions': [
    ['where none is taken', '<include-fragment\n  fragment-id="@(context.Api.Id)" />', [
      '2:16 error expression-not-allowed: fragment-id of include-fragment is a policy expression, but takes none: APIM refuses the document; write a literal or a named value, {{name}}',
    ]],
    ['where sources disagree', '<trace source="@(context.Api.Id)"><message>a</message></trace>', [
      '1:16 info expression-not-allowed: source of trace is a policy expression, but takes none: APIM may refuse the document; write a literal or a named value, {{name}}',
    ]],
    ['where no source says', '<authentication-basic username="@(context.User.Id)" password="{{p}}" />', []],
    ['inside text', '<set-header name="a"><value>\n  Bearer @(context.Api.Id)</value></set-header>', [
      '2:3 warning expression-inside-text: the text of value has text around an expression, so APIM sends it as written and evaluates nothing; make the whole value one expression: @("text " + …)',
    ]],
    ['with white space around', '<set-header name="a"><value>\n  @(context.Api.Id)\n</value></set-header>', []],
    ['C# that does not parse, in an attribute', '<set-variable name="a" value="@(1 + )" />', [
      '1:36 error missing-expression: "+" is followed by the end of the expression, where an expression is expected',
    ]],
    ['C# that does not parse, escaped', '<set-variable name="a" value="@(&quot;&amp;&quot; + )" />', [
      '1:52 error missing-expression: "+" is followed by the end of the expression, where an expression is expected',
    ]],
    ['C# that does not parse, in text', '<set-body>@{\n  return 1\n}</set-body>', [
      '2:11 error missing-semicolon: a statement has no ";" at its end: the end of the expression follows; end the statement with ";", and write "return" before the value that the block gives',
    ]],
    ['statements that can end without a value', '<set-body>@{\n  if (context.Api.Id == "a") { return 1; }\n}</set-body>', [
      '3:1 error missing-return: the statements can end without a return: APIM refuses the document (CS1643); return a value on every path, also behind the last if, loop or catch',
    ]],
    ['several mistakes', '<set-body>@{\n  if (true) return 1;\n  var a = ;\n  return a;\n}</set-body>', [
      '2:13 error unbraced-statement: the body of "if" has no braces, and APIM refuses it: Expected a "{" but found a "return". Block statements must be enclosed in "{" and "}"; put { and } around the body of "if"',
      '3:11 error missing-expression: "=" is followed by ";", where an expression is expected',
    ]],
    ['never closed', '<inbound><choose><when condition="@(context.Request"><base /></when></choose></inbound>', [
      '1:35 error unclosed-expression: the expression that starts here is never closed: no `)` matches its `@(`; look for a missing bracket or quote inside it',
      '1:54 warning base-outside-section: base stands in when, but is documented only directly in a section; move it out, directly into the section',
    ]],
    ['never closed, and no word of quotes behind it', '<inbound><rewrite-uri template="@{ var a = "b=""\nc=""\nd=""/{e}";}"/></inbound>', [
      '1:33 error unclosed-expression: the expression that starts here is never closed: no `}` matches its `@{`; look for a missing bracket or quote inside it',
    ]],
    ['never closed around another, in well-formed XML', '<set-header name="a"><value>@("@(context.RequestId.ToString())"</value></set-header>', [
      '1:29 error unclosed-expression: the expression that starts here is never closed: no `)` matches its `@(`; look for a missing bracket or quote inside it',
    ]],
    ['a type that the tools of Microsoft allow, and the reference page does not list', '<set-variable name="a" value="@(new XmlDocument().InnerXml)" />', [
      "1:37 info refused-type: System.Xml.XmlDocument is not among what expressions may use: APIM may refuse the document (Usage of type 'System.Xml.XmlDocument' is not supported within expressions); use XDocument and XElement of System.Xml.Linq, which the reference page lists: XDocument.Parse(text), or Body.As<XDocument>()",
    ]],
    ['a type that no list allows, and a policy of Microsoft uses', '<set-variable name="a" value="@(Convert.ToBase64String(((RSACng)context.Request.Certificate.GetRSAPrivateKey()).SignData(new byte[0], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))" />', [
      "1:113 warning refused-type: System.Security.Cryptography.RSACng is not among what expressions may use: APIM may refuse the document (Usage of type 'System.Security.Cryptography.RSACng' is not supported within expressions); leave it an RSA, which is allowed: GetRSAPrivateKey() gives one",
    ]],
    ['a space behind the @', '<set-variable name="a" value="@ (1 + 2)" />', [
      '1:31 warning literal-for-expression: value of set-variable is the text "@ (1 + 2)", which looks like C#: APIM uses it as it is written; remove the white space behind the @',
    ]],
    ['statements without braces', '<set-variable name="a" value="@return 1;" />', [
      '1:31 warning literal-for-expression: value of set-variable is the text "@return 1;", which looks like C#: APIM uses it as it is written; write @{ return …; }',
    ]],
    ['an @ without brackets', '<set-header name="a"><value>@context.Request.IpAddress</value></set-header>', [
      '1:29 warning literal-for-expression: the text of value is the text "@context.Request.IpAddress", which looks like C#: APIM uses it as it is written; put the code into brackets: @(…)',
    ]],
    ['C# without an @', '<rate-limit-by-key calls="10" renewal-period="60" counter-key="context.Subscription?.Id" />', [
      '1:64 warning literal-for-expression: counter-key of rate-limit-by-key is the text "context.Subscription?.Id", which looks like C#: APIM uses it as it is written; write it as an expression: @(…)',
    ]],
    ['C# in place of a number', '<rate-limit-by-key calls="context.Variables[&quot;n&quot;]" renewal-period="60" counter-key="a" />', [
      '1:27 error invalid-value: calls of rate-limit-by-key is "context.Variables["n"]", but takes a whole number: APIM refuses the document; write it as an expression: @(…)',
    ]],
    ['words that only begin like C#', '<trace source="gateway"><message>context.Request is what the caller sent</message></trace>', []],
    ['an @ of a name', '<set-variable name="a" value="@contoso" />', []],
    ['= for ==', '<choose><when condition="@(context.Request.HasBody && (context.Request.Method = "GET"))" /></choose>', [
      '1:56 error assignment-in-condition: "=" assigns, and what stands before it cannot be assigned to: APIM refuses the document; compare with ==',
    ]],
    ['= for ==, behind another operator', '<choose><when condition="@(context.Request.HasBody && context.Variables["a"] = "b")" /></choose>', [
      '1:28 error assignment-in-condition: "=" assigns, and what stands before it cannot be assigned to: APIM refuses the document; compare with ==',
    ]],
    ['= that names an argument or a member', '<choose><when condition="@(new { a = 1 }.a == 1)" /></choose>', []],
    ['=== of JavaScript', '<choose><when condition="@(context.Request.Method === "GET")" /></choose>', [
      '1:51 error missing-expression: "===" is no operator of C#; write ==',
    ]],
    ['a type argument that is not closed', '<set-variable name="a" value="@(context.Variables.GetValueOrDefault<int("p"))" />', [
      '1:69 error type-as-value: "int" is a type and stands where a value is expected; close the type argument: <int>',
    ]],
    ['curly quotes', '<set-variable name="a" value="@(context.Variables[“a”])" />', [
      '1:51 error unexpected-character: "“a”" is no part of C#; use straight quotes',
    ]],
    ['named values inside', '<set-variable name="a" value="@({{one}} + {{two}})" />', []],
    ['code that a tool fills in', '<set-variable name="a" value="@(${list}.Length)" />', []],
    ['in a message that is sent as it stands', '<set-body><a b="@(1 +)">x</a></set-body>', []],
  ],
  'braces of named values': [
    ['unclosed', '<set-backend-service backend-id="{{backend}" />', [
      '1:34 warning malformed-named-value: the braces of "{{backend}" are never closed, so APIM sends them as text; write {{name}}',
    ]],
    ['in the value of a header', '<set-header name="a"><value>{{key}</value></set-header>', [
      '1:29 warning malformed-named-value: the braces of "{{key}" are never closed, so APIM sends them as text; write {{name}}',
    ]],
    ['not in a message, which may be a template', '<set-body>{{key}</set-body>', []],
    ['a name that cannot be', '<set-backend-service backend-id="{{my backend}}" />', [
      '1:34 warning malformed-named-value: "my backend" cannot name a named value, so APIM sends the braces as text; a name has letters, digits, ".", "-" and "_" only',
    ]],
    ['no name', '<set-backend-service backend-id="{{ }}" />', [
      '1:34 warning malformed-named-value: the braces hold no name, so APIM sends them as text; write the display name of a named value: {{name}}',
    ]],
    ['one finding, not a second about the type', '<retry condition="true" count="{{count}" interval="1" />', [
      '1:32 warning malformed-named-value: the braces of "{{count}" are never closed, so APIM sends them as text; write {{name}}',
    ]],
    ['templates of other tools', '<set-variable name="a" value="{{ if x }}a{{ end }}{{ .Values.b }}{{#each c}}" />', []],
    ['Liquid', '<set-body template="liquid">{ "a": {{body.items[0].name}} {{</set-body>', []],
  ],
  'places': [
    ['a section that the page does not list', '<policies><outbound><choose><when condition="true">\n<rewrite-uri template="/" /></when></choose></outbound></policies>', [
      '2:1 error misplaced-policy: rewrite-uri stands in outbound, but is allowed only in inbound: APIM refuses the document; move it to inbound',
    ]],
    ['a section seen in practice', '<on-error><trace source="a"><message>m</message></trace></on-error>', [
      '1:11 info undocumented-section: trace stands in on-error, which its reference page does not list, though it is seen in practice; its page lists inbound, backend and outbound',
    ]],
    ['what an element takes by name, in any section', '<outbound><send-request response-variable-name="r"><set-url>https://a.example</set-url><set-method>GET</set-method></send-request></outbound>', []],
    ['a resolver policy in a section', '<policies><inbound><http-data-source><http-request><set-method>GET</set-method><set-url>https://a.example</set-url></http-request></http-data-source></inbound></policies>', [
      '1:20 error misplaced-policy: http-data-source stands in a section, but works only in a GraphQL resolver: APIM refuses the document; move it into the document of the resolver',
    ]],
    ['a resolver', '<http-data-source><http-request><set-method>GET</set-method><set-url>https://a.example</set-url></http-request></http-data-source>', []],
    ['base in a policy', '<inbound><retry condition="true" count="1" interval="1"><base /></retry></inbound>', [
      '1:57 warning base-outside-section: base stands in retry, but is documented only directly in a section; move it out, directly into the section',
    ]],
    ['base in a fragment', '<fragment><base /></fragment>', [
      '1:11 error base-outside-section: base stands in a policy fragment, which inherits nothing; write base in the section that includes the fragment',
    ]],
    ['base at the top', '<policies><inbound><base /></inbound></policies>', [
      '1:20 warning base-without-parent: base stands in the document of the global scope, which has nothing to inherit; remove it',
    ], { scope: 'global' }],
    ['base below', '<policies><inbound><base /></inbound></policies>', [], { scope: 'api' }],
    ['base twice', '<inbound><base /><set-method>GET</set-method><base /></inbound>', [
      `1:46 warning repeated-base: base stands twice in inbound, so that the broader scope's policies run twice; keep one`,
    ]],
    ['a fragment in a fragment', '<fragment><choose><when condition="true"><include-fragment fragment-id="a" /></when></choose></fragment>', [
      '1:42 error nested-fragment: include-fragment stands in a policy fragment, and fragments cannot include others: APIM refuses the document; write the policies of the other fragment here, or include both side by side',
    ]],
    ['the scope', '<policies><inbound><rate-limit calls="1" renewal-period="1" /></inbound></policies>', [
      '1:20 error unavailable-in-scope: rate-limit stands in a policy of the global scope, but is available only at product, api and operation: APIM refuses the document; move it to the policy of product, api or operation',
    ], { scope: 'global' }],
    ['a scope that fits', '<policies><inbound><rate-limit calls="1" renewal-period="1" /></inbound></policies>', [], { scope: 'operation' }],
    ['the gateways', '<inbound><publish-to-dapr topic="a/b">x</publish-to-dapr></inbound>', [
      '1:10 error unavailable-on-gateway: publish-to-dapr is not available on the configured classic and v2 gateway, which refuses it; it runs on self-hosted; see gateway in the configuration',
    ], { gateways: ['classic', 'self-hosted', 'v2'] }],
    ['gateways that no source speaks of', '<inbound><authentication-token /></inbound>', [], { gateways: ['classic'] }],
    ['once per section', '<outbound><retry condition="true" count="1" interval="1"><jsonp callback-parameter-name="a" /><jsonp callback-parameter-name="b" /></retry></outbound>', [
      '1:95 warning repeated-policy: jsonp stands twice, but its page allows it once per section: APIM may refuse the document; keep one',
    ]],
    ['once in each branch', '<outbound><choose><when condition="true"><jsonp callback-parameter-name="a" /></when><otherwise><jsonp callback-parameter-name="b" /></otherwise></choose></outbound>', []],
    ['policies of a backend section', '<backend><base /><forward-request /></backend>', [
      '1:18 warning more-than-one-backend-policy: the section backend holds 2 policies, but takes one: APIM may refuse the document; put one container such as choose or retry around them, or move what prepares the request to inbound',
    ]],
  ],
  'one mistake, one finding': [
    ['the misspelt attribute is the missing one', '<set-variable nam="a" value="1" />', [
      '1:15 error unknown-attribute: set-variable has no attribute nam: APIM refuses the document; did you mean name?',
    ]],
    ['a value that is wrong decides nothing', '<set-header name="a" exists-action="delte" />', [
      '1:37 error invalid-value: exists-action of set-header is "delte", but takes one of override, skip, append, delete: APIM refuses the document; did you mean delete?',
    ]],
    ['what is in an unknown policy is not looked at', '<inbound><unknown-thing><set-varable /></unknown-thing></inbound>', [
      '1:10 error unknown-policy: there is no policy unknown-thing: APIM refuses the document',
    ]],
    ['an unclosed element', '<policies><inbound><set-header name="a"><value>1</value></inbound><outbound /></policies>', [
      '1:21 error unclosed-element: `<set-header>` is not closed before `</inbound>`; add `</set-header>`, or end the tag with ` />`',
    ]],
    ['a tag with a mistake', '<inbound><set-variable name=a /></inbound>', [
      '1:29 error unquoted-value: the value of `name` is not in quotes; put the value in double quotes',
    ]],
    ['C# without its brackets', '<choose><when condition="true && false" /></choose>', [
      '1:26 error invalid-value: condition of when is "true && false", but takes a policy expression, true or false: APIM refuses the document; write C# that gives a bool between @( and )',
    ]],
    ['two ampersands', '<set-variable name="a" value="b && c" />', [
      '1:33 warning unescaped-ampersand: `&` outside an expression starts no entity, so APIM may refuse the document; write `&amp;`',
    ]],
    ['a comment that takes end tags with it', '<inbound><choose><when condition="true"><!-- open <base /></when></choose></inbound>', [
      '1:41 error unclosed-comment: the comment is never closed, so XML reads all that follows as comment; end the comment with `-->`',
    ]],
    ['an element beside the list it belongs in', '<inbound><validate-jwt header-name="Authorization"><audience>a</audience></validate-jwt></inbound>', [
      '1:52 error unknown-element: validate-jwt has no child element audience: APIM refuses the document; put it into <audiences>',
    ]],
    ['an attribute twice', '<set-variable name="a" name="b" value="1" />', [
      '1:24 error duplicate-attribute: the attribute `name` stands twice in one tag; keep one of them',
    ]],
    ['two constraints on one attribute', '<set-backend-service backend-id="dapr" dapr-app-id="a" />', [
      '1:1 error missing-attribute: set-backend-service has dapr-app-id, which needs dapr-method: APIM refuses the document; add dapr-method',
    ]],
    ['a string without its opening quote', '<set-variable name="a" value="@(context.Request.Headers.GetValueOrDefault(x-team"))" />', [
      '1:81 error unclosed-string: this string has no closing quote; close the string with ", or look for a quote that is missing before it',
    ]],
    ['a string without its closing quote', '<set-variable name="a" value="@(context.Variables["team])" />', [
      '1:51 error unclosed-string: this string has no closing quote; close the string with ", or look for a quote that is missing before it',
    ]],
    ['a string without its closing quote, in a block of several lines', '<set-body>@{\n  var a = "b;\n  var c = ;\n  return a;\n}</set-body>', [
      '2:11 error unclosed-string: this string has no closing quote; close the string with ", or look for a quote that is missing before it',
      '3:11 error missing-expression: "=" is followed by ";", where an expression is expected',
    ]],
    ['a value without its closing quote', '<inbound>\n  <set-header name="a" exists-action="override>\n    <value>@("b" + context.Api.Id)</value>\n  </set-header>\n</inbound>', [
      '2:3 error unclosed-tag: the tag `<set-header` has no `>`; close the tag with `>` or ` />`',
    ]],
    ['a partner in a section that is misspelt', '<policies><inbond><cache-lookup vary-by-developer="true" vary-by-developer-groups="true" /></inbond><outbound><cache-store duration="1" /></outbound></policies>', [
      '1:11 error unknown-section: policies has no section inbond: APIM refuses the document; did you mean inbound?',
    ]],
    ['mistakes side by side are all found', '<policies>\n  <inbound>\n    <set-header name="a"><value>1</value>\n  </inbound>\n  <backend>\n    <choose><when condition="@(context.Request"><forward-request /></when></choose>\n  </backend>\n  <outbound>\n    <rewrite-uri template="/" />\n    <set-variable name=b value="1" />\n    <set-status code="many" />\n  </outbound>\n</policies>', [
      '3:6 error unclosed-element: `<set-header>` is not closed before `</inbound>`; add `</set-header>`, or end the tag with ` />`',
      '6:30 error unclosed-expression: the expression that starts here is never closed: no `)` matches its `@(`; look for a missing bracket or quote inside it',
      '9:5 error misplaced-policy: rewrite-uri stands in outbound, but is allowed only in inbound: APIM refuses the document; move it to inbound',
      '10:24 error unquoted-value: the value of `name` is not in quotes; put the value in double quotes',
      '11:23 error invalid-value: code of set-status is "many", but takes a whole number: APIM refuses the document; write digits, or an expression: @(…)',
    ]],
    ['an unknown attribute in place of a missing one', '<include-fragment source-id="a" />', [
      '1:19 error unknown-attribute: include-fragment has no attribute source-id: APIM refuses the document; did you mean fragment-id, which is missing?',
    ]],
    ['a policy in place of a missing child element', '<choose><set-method>GET</set-method></choose>', [
      '1:9 error misplaced-policy: set-method cannot stand in choose: APIM refuses the document; choose takes when, otherwise',
    ]],
    ['an unknown child element in place of a missing one', '<trace source="a"><content>b</content></trace>', [
      '1:19 error unknown-element: trace has no child element content: APIM refuses the document; trace takes message, metadata',
    ]],
    ['a tag that is read as text', '<inbound>< calls="1" /></inbound>', [
      '1:10 warning unescaped-less-than: `<` outside an expression starts no tag, so APIM may refuse the document; write `&lt;`',
    ]],
  ],
};

describe.each(Object.entries(GROUPS))('%s', (_, cases) => {
  test.each(cases.map((item) => [item[0], item] as const))('%s', (_name, [, text, findings, options]) => {
    expect(checkText(text, options).map(lineOf)).toEqual(findings);
  });
});
