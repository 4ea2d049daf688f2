import { describe, expect, test } from 'vitest';
import { api, base, cs, raw, setBackendService, setHeader } from 'aoai-policy';
import { policyDifference, policyXml } from 'aoai-policy/testing';

const chat = api('chat', {
  inbound: [base(), setBackendService({ backendId: 'aoai-ptu-backend' }), setHeader({ name: 'x-caller', existsAction: 'override', value: cs`context.Subscription.Id` })],
});

describe('policyXml', () => {
  test('prints a policy as build writes it', () => {
    expect(policyXml(chat)).toMatchInlineSnapshot(`
      "<policies>
          <inbound>
              <base />
              <set-backend-service backend-id="aoai-ptu-backend" />
              <set-header name="x-caller" exists-action="override">
                  <value>@(context.Subscription.Id)</value>
              </set-header>
          </inbound>
          <backend>
              <base />
          </backend>
          <outbound>
              <base />
          </outbound>
          <on-error>
              <base />
          </on-error>
      </policies>
      "
    `);
  });

  test('prints XML in the same layout, in either encoding', () => {
    const written = `<choose><when condition="@(context.Request.Headers.ContainsKey("a"))"><set-status code="200" reason="OK" /></when></choose>`;
    expect(policyXml(written)).toContain('condition="@(context.Request.Headers.ContainsKey("a"))"');
    expect(policyXml(written, 'xml')).toContain('condition="@(context.Request.Headers.ContainsKey(&quot;a&quot;))"');
  });

  test.each([
    ['XML that cannot be read', '<policies>\n  <inbound>\n</policies>', /^the policy cannot be read:\n {2}line 2: /],
    ['a broken raw(…)', api('chat', { inbound: [base(), raw('<set-header name="a"')] }), /^the policy cannot be read:\n {2}\S/],
  ])('refuses %s', (_, policy, message) => {
    expect(() => policyXml(policy)).toThrow(message);
  });
});

describe('policyDifference', () => {
  test.each([
    ['comments and layout', '<inbound><base /></inbound>', '<inbound>\n  <!-- all of it -->\n  <base />\n</inbound>'],
    ['the order of attributes', '<set-status code="200" reason="OK" />', '<set-status reason="OK" code="200" />'],
    ['white space in expressions', '<set-body>@(1 + 1)</set-body>', '<set-body>@( 1+1 )</set-body>'],
  ])('does not count %s', (_, a, b) => {
    expect(policyDifference(a, b)).toBeUndefined();
  });

  test.each([
    ['<retry count="3" />', '<retry count="5" />', 'retry[1]/@count: the value is "3" in one, "5" in the other'],
    ['<base />', '<set-body>a</set-body>', 'base[1]: <base> in one, <set-body> in the other'],
    ['<base />', 'text', 'base[1]: <base> in one, the text "text" in the other'],
  ])('%s against %s', (a, b, difference) => {
    expect(policyDifference(a, b)).toBe(difference);
  });
});
