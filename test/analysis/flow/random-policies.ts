/** Random policy documents that set, test and read variables, send the request and end early. */
import fc from 'fast-check';

export const NAMES = ['a', 'b', 'c'] as const;

const name = fc.constantFrom(...NAMES);

/** Asks for the mode of a call, which is one of 0 to 3 and does not change. */
const condition = fc.integer({ min: 0, max: 3 }).map((mode) => `context.Request.Headers.GetValueOrDefault("mode", "0") == "${mode}"`);

const whenCondition = fc.oneof(
  { weight: 4, arbitrary: condition },
  { weight: 1, arbitrary: name.map((of) => `context.Variables.ContainsKey("${of}")`) },
  { weight: 1, arbitrary: name.map((of) => `context.Variables["${of}"] != null`) },
  { weight: 1, arbitrary: fc.constantFrom('context.Response != null', 'context.Response == null') },
);

const simple = fc.oneof(
  { weight: 5, arbitrary: name.map((of) => `<set-variable name="${of}" value="1" />`) },
  { weight: 5, arbitrary: name.map((of) => `<set-header name="probe" exists-action="override"><value>@(context.Variables["${of}"])</value></set-header>`) },
  { weight: 2, arbitrary: fc.constant('<set-status reason="@{ try { return context.Response.StatusReason; } catch (Exception) { return null; } }" code="200" />') },
  { weight: 1, arbitrary: name.map((of) => `<cache-lookup-value key="k" variable-name="${of}" />`) },
  { weight: 1, arbitrary: name.map((of) => `<send-request mode="new" response-variable-name="${of}" ignore-error="true"><set-url>https://contoso.com</set-url></send-request>`) },
  { weight: 1, arbitrary: fc.constant('<base />') },
  { weight: 1, arbitrary: fc.constant('<return-response />') },
);

const { policies } = fc.letrec<{ policies: string; policy: string }>((tie) => ({
  policies: fc.array(tie('policy'), { maxLength: 4, depthIdentifier: 'policies' }).map((list) => list.join('\n')),
  policy: fc.oneof(
    { maxDepth: 3, depthSize: 'small', depthIdentifier: 'policies', withCrossShrink: true },
    simple,
    fc.tuple(fc.array(fc.tuple(whenCondition, tie('policies')), { minLength: 1, maxLength: 2 }), fc.option(tie('policies'))).map(([whens, otherwise]) =>
      `<choose>${whens.map(([when, inner]) => `<when condition="@(${when})">${inner}</when>`).join('')}${otherwise === null ? '' : `<otherwise>${otherwise}</otherwise>`}</choose>`),
    tie('policies').map((inner) => `<retry condition="@(new Random().Next() == 0)" count="2" interval="0">${inner}</retry>`),
    fc.tuple(fc.constantFrom('all', 'any'), tie('policies')).map(([kind, inner]) => `<wait for="${kind}">${inner}</wait>`),
    tie('policies').map((inner) => `<limit-concurrency key="k" max-count="1">${inner}</limit-concurrency>`),
  ),
}));

const backend = fc.tuple(policies, fc.boolean(), policies).map(([before, sends, after]) => `${before}${sends ? '<retry condition="@(new Random().Next() == 0)" count="1" interval="0">' : ''}<forward-request />${after}${sends ? '</retry>' : ''}`);

/** The text of a document with all four sections. */
export const randomDocument: fc.Arbitrary<string> = fc.tuple(policies, backend, policies, policies).map(
  ([inbound, sending, outbound, onError]) => `<policies><inbound>${inbound}</inbound><backend>${sending}</backend><outbound>${outbound}</outbound><on-error>${onError}</on-error></policies>`,
);
