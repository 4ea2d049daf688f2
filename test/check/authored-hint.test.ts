import { expect, test } from 'vitest';
import { hintFor } from '../../src/check/authored-hint.js';
import type { PolicyDocument } from '../../src/model/document.js';
import { readText } from '../analysis/read-text.js';

const read = readText('<base />', 'policy.xml');
const { kind, name, roots, origin } = read;
const authored: PolicyDocument = { kind, name, roots, origin };

test.each([
  ['write exists-action="override", which puts it there', "write existsAction: 'override', which puts it there"],
  ['add buffer-request-body="true"', 'add bufferRequestBody: true'],
  ['add counter-key="@(context.Subscription.Id)" or count="3"', 'add counterKey: cs`context.Subscription.Id` or count: 3'],
  ['add name="…" (what it is called)', "add name: '…' (what it is called)"],
  ['add estimate-prompt-tokens="true|false"', 'add estimatePromptTokens: true | false'],
  ['add renewal-period="n" (seconds)', 'add renewalPeriod: n (seconds)'],
  ['add condition="@(…)"', 'add condition: cs`…`'],
  ['add <openid-config url="…" />', 'add <openid-config url="…" />'],
  ['remove it', 'remove it'],
])('%s', (hint, expected) => {
  expect(hintFor(authored, hint)).toBe(expected);
  expect(hintFor(read, hint)).toBe(hint);
});
