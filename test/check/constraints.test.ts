import { describe, expect, test } from 'vitest';
import { allElements } from '../../src/catalog/elements.js';
import type { ConstraintSpec, ContentSpec } from '../../src/catalog/element-spec.js';
import type { CheckedKind } from '../../src/check/constraints/constraint.js';
import { RULES } from '../../src/lint/rules.js';
import { checkText, lineOf } from './check-text.js';

type Kind = CheckedKind | 'whole-value-expression';

/** For every kind: what is found in a document that breaks such a constraint, and documents that do not. */
const KINDS: Readonly<Record<Kind, { readonly broken: Readonly<Record<string, string>>; readonly kept: readonly string[] }>> = {
  'one-of': {
    broken: {
      '<llm-token-limit counter-key="a" estimate-prompt-tokens="true" />':
        '1:1 error missing-attribute: llm-token-limit has none of tokens-per-minute and token-quota, but needs at least one: APIM refuses the document; add tokens-per-minute or token-quota',
      '<set-backend-service />':
        '1:1 error missing-attribute: set-backend-service has none of base-url and backend-id, but needs at least one: APIM refuses the document; add base-url or backend-id',
      '<send-service-bus-message queue-name="a" topic-name="b"><payload>x</payload></send-service-bus-message>':
        '1:42 error conflicting-attributes: send-service-bus-message has queue-name and topic-name, but takes only one of them: APIM refuses the document; keep one',
    },
    kept: [
      '<llm-token-limit counter-key="a" estimate-prompt-tokens="true" tokens-per-minute="{{tpm}}" />',
    ],
  },
  requires: {
    broken: {
      '<llm-token-limit counter-key="a" estimate-prompt-tokens="true" tokens-per-minute="5" token-quota-period="Daily" />':
        '1:1 error missing-attribute: llm-token-limit has token-quota-period, which needs token-quota: APIM refuses the document; add token-quota',
      '<set-backend-service backend-id="dapr" dapr-app-id="a" />':
        '1:1 error missing-attribute: set-backend-service has dapr-app-id, which needs dapr-method: APIM refuses the document; add dapr-method',
      '<retry condition="true" count="1" interval="1" max-interval="5" />':
        '1:1 warning missing-attribute: retry has max-interval, which needs delta: APIM may refuse the document; add delta',
    },
    kept: ['<retry condition="true" count="1" interval="1" max-interval="5" delta="1" />'],
  },
  exclusive: {
    broken: { '<log-to-eventhub logger-id="a" partition-id="0" partition-key="k">x</log-to-eventhub>':
        '1:49 error conflicting-attributes: log-to-eventhub has partition-id and partition-key, but takes only one of them: APIM refuses the document; keep one' },
    kept: ['<log-to-eventhub logger-id="a" partition-id="0">x</log-to-eventhub>'],
  },
  'conditional-required': {
    broken: {
      '<send-request response-variable-name="r"><set-method>GET</set-method></send-request>':
        '1:1 error missing-child: send-request lacks set-url, which it needs unless mode is "copy": APIM refuses the document; add set-url',
      '<set-header name="a" />':
        '1:1 warning missing-child: set-header lacks value, which it needs unless exists-action is "delete": APIM may refuse the document; add value',
    },
    kept: [
      '<send-request mode="copy" response-variable-name="r" />',
      '<send-request mode="@(context.Api.Id)" response-variable-name="r" />',
      '<set-header name="a" exists-action="delete" />',
      '<trace source="a">an older form</trace>',
    ],
  },
  'only-with': {
    broken: { '<get-authorization-context provider-id="a" authorization-id="b" context-variable-name="c" identity-type="managed" identity="@(context.Api.Id)" />':
        '1:115 warning ineffective-attribute: identity of get-authorization-context has no effect unless identity-type is "jwt"; remove identity' },
    kept: ['<get-authorization-context provider-id="a" authorization-id="b" context-variable-name="c" identity-type="jwt" identity="@(context.Api.Id)" />'],
  },
  'value-in': {
    broken: { '<set-backend-service backend-id="a" dapr-app-id="b" dapr-method="c" />':
        '1:34 error invalid-value: backend-id of set-backend-service is "a", but must be dapr when dapr-app-id is there: APIM refuses the document' },
    kept: ['<set-backend-service backend-id="dapr" dapr-app-id="b" dapr-method="c" />', '<set-backend-service backend-id="{{id}}" dapr-app-id="b" dapr-method="c" />'],
  },
  pattern: {
    broken: { '<proxy url="https://proxy.example:8080" />':
        '1:13 warning invalid-value: url of proxy is "https://proxy.example:8080", but has the form http://host:port: APIM may refuse the document', '<publish-to-dapr topic="orders">x</publish-to-dapr>':
        '1:25 warning invalid-value: topic of publish-to-dapr is "orders", but has the form component/topic unless pubsub-name is there: APIM may refuse the document' },
    kept: ['<proxy url="http://proxy.example:8080" />', '<publish-to-dapr pubsub-name="bus" topic="orders">x</publish-to-dapr>'],
  },
  'less-than': {
    broken: { '<cache-value key="a" variable-name="b" expires-after="60" refresh-after="60"><value><set-status code="200" /></value></cache-value>':
        '1:74 warning invalid-value: refresh-after of cache-value is 60, but must be less than expires-after, which is 60: APIM may refuse the document' },
    kept: ['<cache-value key="a" variable-name="b" expires-after="60" refresh-after="30"><value><set-status code="200" /></value></cache-value>'],
  },
  'whole-value-expression': {
    broken: { '<rewrite-uri template="/a/@(context.Api.Id)" />':
        '1:24 error expression-inside-text: template of rewrite-uri has text around an expression, so APIM sends it as written and evaluates nothing; make the whole value one expression: @("text " + …)' },
    kept: ['<rewrite-uri template="@("/a/" + context.Api.Id)" />', '<rewrite-uri template="/a/{id}" />'],
  },
  'no-expression': {
    broken: { '<send-request response-variable-name="r"><set-url>https://a.example</set-url><set-method>@(context.Request.Method)</set-method></send-request>':
        '1:90 warning expression-not-allowed: set-method of send-request is a policy expression, but takes none here: APIM may refuse the document; write a literal or a named value, {{name}}' },
    kept: ['<set-method>@(context.Request.Method)</set-method>'],
  },
  order: {
    broken: {
      '<choose><otherwise /><when condition="true" /></choose>':
        '1:22 error child-out-of-order: when stands behind otherwise in choose, whose page has it before: APIM refuses the document; write when, otherwise in this order',
      '<trace source="a"><metadata name="a" value="b" /><message>m</message></trace>':
        '1:50 warning child-out-of-order: message stands behind metadata in trace, whose page has it before: APIM may refuse the document; write message, metadata in this order',
    },
    kept: ['<choose><when condition="true" /><when condition="false" /><otherwise /></choose>'],
  },
  'child-count': {
    broken: {
      '<return-response><set-body>a</set-body><set-body>b</set-body></return-response>':
        '1:40 error too-many-children: return-response has 2 set-body, but takes at most 1: APIM refuses the document; keep what is needed',
      '<http-data-source><http-request><set-url>https://a.example</set-url></http-request></http-data-source>':
        '1:19 error missing-child: http-request has no set-method, but needs 1: APIM refuses the document; add <set-method>',
    },
    kept: ['<return-response><set-body>a</set-body></return-response>'],
  },
  'sole-value': {
    broken: { '<cors><allowed-origins><origin>https://a.example</origin><origin>*</origin></allowed-origins><allowed-headers><header>*</header></allowed-headers></cors>':
        '1:58 warning ineffective-attribute: the origin "*" of allowed-origins makes the others useless; keep "*" alone, or remove it' },
    kept: ['<cors><allowed-origins><origin>*</origin></allowed-origins><allowed-headers><header>*</header></allowed-headers></cors>'],
  },
  'not-contains': {
    broken: { '<retry condition="true" count="1" interval="1"><wait for="all" /></retry>':
        '1:48 error misplaced-policy: wait cannot stand in retry: APIM refuses the document; move it out' },
    kept: ['<retry condition="true" count="1" interval="1"><forward-request /></retry>'],
  },
  parent: {
    broken: { '<policies><inbound><choose><when condition="true"><publish-event><targets><graphql-subscription id="a" /></targets></publish-event></when></choose></inbound></policies>':
        '1:51 error misplaced-policy: publish-event stands in when, but only http-data-source/http-response, sql-data-source/response and cosmosdb-data-source/response take it: APIM refuses the document; move it to http-data-source/http-response, sql-data-source/response or cosmosdb-data-source/response' },
    kept: [
      '<publish-event><targets><graphql-subscription id="a" /></targets></publish-event>',
      '<http-data-source><http-request><set-method>GET</set-method><set-url>https://a.example</set-url></http-request><http-response><publish-event><targets><graphql-subscription id="a" /></targets></publish-event></http-response></http-data-source>',
    ],
  },
  'not-in-fragment': {
    broken: { '<fragment><choose><when condition="true"><cache-lookup vary-by-developer="true" vary-by-developer-groups="true" /></when></choose></fragment>':
        '1:42 warning not-in-fragment: cache-lookup stands in a policy fragment, where its page does not allow it: APIM may refuse the document; write it in the document that includes the fragment' },
    kept: ['<fragment><cache-lookup-value key="a" variable-name="b" /></fragment>'],
  },
  'recommended-child': {
    broken: { '<cache-lookup vary-by-developer="true" vary-by-developer-groups="true" allow-private-response-caching="true"><vary-by-header>Accept</vary-by-header></cache-lookup>':
        '1:1 warning recommended-child: cache-lookup has no vary-by-header with "Authorization", which is recommended when allow-private-response-caching is "true"; add <vary-by-header>Authorization</vary-by-header>' },
    kept: ['<cache-lookup vary-by-developer="true" vary-by-developer-groups="true" allow-private-response-caching="@(true)" />'],
  },
};

describe.each(Object.entries(KINDS))('%s', (_, { broken, kept }) => {
  test.each(Object.entries(broken))('%s', (text, expected) => {
    expect(checkText(text).map(lineOf)).toEqual([expected]);
  });

  test.each(kept)('nothing in %s', (text) => {
    expect(checkText(text).map(lineOf)).toEqual([]);
  });
});

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** What the catalogue says of elements and their children, at any depth. */
function constraintsIn({ constraints, children }: ContentSpec): ConstraintSpec[] {
  return [...constraints, ...children.flatMap(({ content }) => constraintsIn(content))];
}

describe('the catalogue', () => {
  const constraints = allElements().flatMap(({ content }) => constraintsIn(content));

  test('uses every kind that is tried here, and no other that is left to the check', () => {
    const used = new Set<string>(constraints.filter(({ lintRule }) => lintRule === undefined).map(({ kind }) => kind));
    expect([...used].sort()).toEqual(Object.keys(KINDS).sort());
  });

  test('leaves the rest to rules that there are', () => {
    const rules = constraints.flatMap(({ lintRule }) => lintRule ?? []);
    expect(rules.filter((id) => !RULE_IDS.has(id))).toEqual([]);
    expect(rules).not.toEqual([]);
  });
});
