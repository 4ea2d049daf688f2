import 'aoai-policy/testing/vitest';
import { describe, expect, test } from 'vitest';
import { api, base, raw, setBackendService } from 'aoai-policy';
import { mismatchText } from '../../src/testing/mismatch-text.js';

const chat = api('chat', { inbound: [base(), setBackendService({ backendId: 'aoai-ptu' })], backend: [], outbound: [], onError: [] });
const XML = `<policies>
    <inbound>
        <base />
        <set-backend-service backend-id="aoai-ptu" />
    </inbound>
    <backend />
    <outbound />
    <on-error />
</policies>
`;

describe('toMatchInlinePolicy', () => {
  test('holds a policy to the XML in the test', () => {
    expect(chat).toMatchInlinePolicy(`
      "<policies>
          <inbound>
              <base />
              <set-backend-service backend-id="aoai-ptu" />
          </inbound>
          <backend />
          <outbound />
          <on-error />
      </policies>
      "
    `);
  });
});

describe('toMatchPolicy', () => {
  test('holds a policy to a file', async () => {
    await expect(chat).toMatchPolicy('../../fixtures/testing/chat.xml');
  });

  test('refuses what cannot be read', async () => {
    await expect(expect(api('chat', { inbound: [raw('<a')] })).toMatchPolicy('../../fixtures/testing/chat.xml')).rejects.toThrow('the policy cannot be read');
  });
});

describe('a mismatch', () => {
  test.each([
    ['another value', XML.replace('aoai-ptu', 'aoai-regional'), 'inbound/set-backend-service[1]/@backend-id: the value is "aoai-ptu" in one, "aoai-regional" in the other'],
    ['a policy less', XML.replace('<set-backend-service backend-id="aoai-ptu" />', ''), 'inbound/set-backend-service[1]: <set-backend-service> in one, nothing in the other'],
    ['another layout', XML.replaceAll('    ', '  '), 'both say the same in another layout or with other comments'],
    ['something else', 'hello <', 'what was expected is no policy XML'],
  ])('says what is expected: %s', (_, expected, text) => {
    expect(mismatchText(chat, expected)).toBe(text);
  });
});
