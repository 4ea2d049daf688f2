/** One wrong and one right document for every code of src/check/codes.ts: docs/checks.md shows them, a test runs them. */
import type { CheckCodeName } from '../../src/check/codes.js';
import type { GatewayKind, ScopeKind } from '../../src/model/scope.js';

export interface CheckExample {
  /** Has one finding, of this code. */
  readonly wrong: string;
  /** Has none. */
  readonly right: string;
  /** What the document is attached to. */
  readonly scope?: ScopeKind;
  /** The configured gateways. */
  readonly gateways?: readonly GatewayKind[];
}

const LONG_COMMENT = `<!-- ${'x'.repeat(33_000)} -->`;

export const CHECK_EXAMPLES: Readonly<Record<CheckCodeName, CheckExample>> = {
  'ambiguous-call': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@(string.Join(",", context.Api.Protocols.Select(Convert.ToInt32)))</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@(string.Join(",", context.Api.Protocols.Select(number => Convert.ToInt32(number))))</value></set-header>',
  },
  'assignment-in-condition': {
    wrong: '<choose><when condition="@(context.Request.Method = "GET")"><set-method>POST</set-method></when></choose>',
    right: '<choose><when condition="@(context.Request.Method == "GET")"><set-method>POST</set-method></when></choose>',
  },
  'base-outside-section': {
    wrong: '<inbound><choose><when condition="@(context.Request.Method == "GET")"><base /></when></choose></inbound>',
    right: '<inbound><base /></inbound>',
  },
  'base-without-parent': {
    scope: 'global',
    wrong: '<policies><inbound><base /></inbound></policies>',
    right: '<policies><inbound /></policies>',
  },
  'child-out-of-order': {
    wrong: '<return-response><set-body>no</set-body><set-status code="403" /></return-response>',
    right: '<return-response><set-status code="403" /><set-body>no</set-body></return-response>',
  },
  'conflicting-attributes': {
    wrong: '<forward-request timeout="10" timeout-ms="10000" />',
    right: '<forward-request timeout="10" />',
  },
  'document-too-large': {
    wrong: `<fragment>${LONG_COMMENT}</fragment>`,
    right: '<fragment />',
  },
  'duplicate-name': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@{ var id = context.Api.Id; var id = context.Operation.Id; return id; }</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@{ var api = context.Api.Id; var operation = context.Operation.Id; return api + operation; }</value></set-header>',
  },
  'duplicate-section': {
    wrong: '<policies><inbound /><inbound /></policies>',
    right: '<policies><inbound /><outbound /></policies>',
  },
  'empty-document': {
    wrong: '<!-- to do -->',
    right: '<policies />',
  },
  'expression-does-not-compile': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@(context.Request.Headers("x-id"))</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@(context.Request.Headers.GetValueOrDefault("x-id", ""))</value></set-header>',
  },
  'expression-inside-text': {
    wrong: '<set-header name="Authorization" exists-action="override"><value>Bearer @((string)context.Variables["token"])</value></set-header>',
    right: '<set-header name="Authorization" exists-action="override"><value>@("Bearer " + (string)context.Variables["token"])</value></set-header>',
  },
  'expression-not-allowed': {
    wrong: '<include-fragment fragment-id="@(context.Api.Id)" />',
    right: '<include-fragment fragment-id="routing" />',
  },
  'ineffective-attribute': {
    wrong: '<cors><allowed-origins><origin>*</origin><origin>https://contoso.example</origin></allowed-origins><allowed-headers><header>*</header></allowed-headers></cors>',
    right: '<cors><allowed-origins><origin>https://contoso.example</origin></allowed-origins><allowed-headers><header>*</header></allowed-headers></cors>',
  },
  'invalid-value': {
    wrong: '<set-header name="x" exists-action="overwrite"><value>1</value></set-header>',
    right: '<set-header name="x" exists-action="override"><value>1</value></set-header>',
  },
  'letter-case': {
    wrong: '<set-header name="x" exists-action="Override"><value>1</value></set-header>',
    right: '<set-header name="x" exists-action="override"><value>1</value></set-header>',
  },
  'literal-for-expression': {
    wrong: '<validate-jwt token-value="context.Variables[&quot;jwt&quot;]"><openid-config url="https://contoso.example/openid" /></validate-jwt>',
    right: '<validate-jwt token-value="@((string)context.Variables["jwt"])"><openid-config url="https://contoso.example/openid" /></validate-jwt>',
  },
  'malformed-named-value': {
    wrong: '<set-backend-service backend-id="{{backend}" />',
    right: '<set-backend-service backend-id="{{backend}}" />',
  },
  'misplaced-policy': {
    wrong: '<policies><outbound><llm-token-limit counter-key="a" tokens-per-minute="500" estimate-prompt-tokens="true" /></outbound></policies>',
    right: '<policies><inbound><llm-token-limit counter-key="a" tokens-per-minute="500" estimate-prompt-tokens="true" /></inbound></policies>',
  },
  'misplaced-section': {
    wrong: '<fragment><inbound><set-method>GET</set-method></inbound></fragment>',
    right: '<fragment><set-method>GET</set-method></fragment>',
  },
  'missing-attribute': {
    wrong: '<set-variable name="region" />',
    right: '<set-variable name="region" value="westeurope" />',
  },
  'missing-child': {
    wrong: '<choose></choose>',
    right: '<choose><when condition="@(context.LastError == null)"><set-status code="200" /></when></choose>',
  },
  'missing-return': {
    wrong: '<set-variable name="kind" value="@{ if (context.Request.Method == "GET") { return "read"; } }" />',
    right: '<set-variable name="kind" value="@{ if (context.Request.Method == "GET") { return "read"; } return "write"; }" />',
  },
  'missing-text': {
    wrong: '<set-method />',
    right: '<set-method>POST</set-method>',
  },
  'more-than-one-backend-policy': {
    wrong: '<backend><set-variable name="try" value="1" /><forward-request /></backend>',
    right: '<backend><forward-request /></backend>',
  },
  'nested-fragment': {
    wrong: '<fragment><include-fragment fragment-id="other" /></fragment>',
    right: '<fragment><set-method>GET</set-method></fragment>',
  },
  'not-in-fragment': {
    wrong: '<fragment><cache-lookup vary-by-developer="false" vary-by-developer-groups="false" /></fragment>',
    right: '<policies><inbound><cache-lookup vary-by-developer="false" vary-by-developer-groups="false" /></inbound><outbound><base /></outbound></policies>',
  },
  'policy-outside-section': {
    wrong: '<policies><set-method>GET</set-method></policies>',
    right: '<policies><inbound><set-method>GET</set-method></inbound></policies>',
  },
  'recommended-child': {
    wrong: '<cache-lookup vary-by-developer="false" vary-by-developer-groups="false" allow-private-response-caching="true" />',
    right: '<cache-lookup vary-by-developer="false" vary-by-developer-groups="false" allow-private-response-caching="true"><vary-by-header>Authorization</vary-by-header></cache-lookup>',
  },
  'refused-member': {
    wrong: '<set-variable name="at" value="@(DateTime.UtcNow.ToUniversalTime())" />',
    right: '<set-variable name="at" value="@(DateTimeOffset.UtcNow.UtcDateTime)" />',
  },
  'refused-type': {
    wrong: '<set-variable name="price" value="@((9.5).ToString(System.Globalization.CultureInfo.InvariantCulture))" />',
    right: '<set-variable name="price" value="@((9.5).ToString())" />',
  },
  'repeated-base': {
    wrong: '<inbound><base /><base /></inbound>',
    right: '<inbound><base /></inbound>',
  },
  'repeated-policy': {
    wrong: '<outbound><jsonp callback-parameter-name="a" /><jsonp callback-parameter-name="b" /></outbound>',
    right: '<outbound><jsonp callback-parameter-name="a" /></outbound>',
  },
  'several-roots': {
    wrong: '<policies><inbound /></policies><outbound />',
    right: '<policies><inbound /><outbound /></policies>',
  },
  'superseded-policy': {
    wrong: '<azure-openai-token-limit counter-key="a" tokens-per-minute="500" estimate-prompt-tokens="true" />',
    right: '<llm-token-limit counter-key="a" tokens-per-minute="500" estimate-prompt-tokens="true" />',
  },
  'too-many-children': {
    wrong: '<choose><when condition="true" /><otherwise /><otherwise /></choose>',
    right: '<choose><when condition="true" /><otherwise /></choose>',
  },
  'unassigned-variable': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@{ string id; if (context.Subscription != null) { id = context.Subscription.Id; } return id; }</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@{ string id = ""; if (context.Subscription != null) { id = context.Subscription.Id; } return id; }</value></set-header>',
  },
  'unavailable-in-scope': {
    scope: 'api',
    wrong: '<policies><inbound><quota calls="100" renewal-period="3600" /></inbound></policies>',
    right: '<policies><inbound><quota-by-key calls="100" renewal-period="3600" counter-key="a" /></inbound></policies>',
  },
  'unavailable-on-gateway': {
    gateways: ['consumption'],
    wrong: '<rate-limit-by-key calls="10" renewal-period="60" counter-key="a" />',
    right: '<rate-limit calls="10" renewal-period="60" />',
  },
  'undocumented-section': {
    wrong: '<on-error><set-body>failed</set-body></on-error>',
    right: '<on-error><return-response><set-body>failed</set-body></return-response></on-error>',
  },
  'unexpected-text': {
    wrong: '<inbound>TODO<set-method>GET</set-method></inbound>',
    right: '<inbound><!-- TODO --><set-method>GET</set-method></inbound>',
  },
  'unknown-attribute': {
    wrong: '<forward-request time-out="10" />',
    right: '<forward-request timeout="10" />',
  },
  'unknown-element': {
    wrong: '<set-header name="x"><vlaue>1</vlaue></set-header>',
    right: '<set-header name="x"><value>1</value></set-header>',
  },
  'unknown-member': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@(context.Request.Uri.Path)</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@(context.Request.Url.Path)</value></set-header>',
  },
  'unknown-name': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@(WebUtility.UrlEncode(context.Api.Name))</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@(System.Net.WebUtility.UrlEncode(context.Api.Name))</value></set-header>',
  },
  'unknown-policy': {
    wrong: '<inbound><set-headers name="x"><value>1</value></set-headers></inbound>',
    right: '<inbound><set-header name="x"><value>1</value></set-header></inbound>',
  },
  'unknown-section': {
    wrong: '<policies><inbuond><base /></inbuond></policies>',
    right: '<policies><inbound><base /></inbound></policies>',
  },
  'wrong-argument': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@(context.Request.Url.Path.Split("||")[0])</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@(context.Request.Url.Path.Split(new[] { "||" }, StringSplitOptions.None)[0])</value></set-header>',
  },
  'wrong-result-type': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@(context.RequestId)</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@(context.RequestId.ToString())</value></set-header>',
  },
  'wrong-type': {
    wrong: '<set-header name="x-id" exists-action="override"><value>@(context.Response.StatusCode == "200" ? "yes" : "no")</value></set-header>',
    right: '<set-header name="x-id" exists-action="override"><value>@(context.Response.StatusCode == 200 ? "yes" : "no")</value></set-header>',
  },
};
