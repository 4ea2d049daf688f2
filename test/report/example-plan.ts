/** A plan with one of everything, for tests of reports. */
import { SourceText, textOrigin } from '../../src/model/origin.js';
import { Secret } from '../../src/model/secret.js';
import type { Plan } from '../../src/publish/plan/plan.js';
import type { Target } from '../../src/publish/target.js';

/** Stands in bodies, where reports must not look. */
export const CANARY = 'canary-5d1f';

export const TARGET: Target = {
  environment: 'prod', cloud: 'public', tenant: 'contoso', subscription: '11111111-2222-3333-4444-555555555555', resourceGroup: 'rg-ai', service: 'apim-prod',
};

const source = new SourceText('policies/chat.ts', "backend('ptu');\napi('chat');\n");
const at = (start: number): ReturnType<typeof textOrigin> => textOrigin(source, { start, end: start + 3 });
const condition = (limit: number): string => `@(context.Variables.GetValueOrDefault<int>("priority", 0) >= 10 && context.Variables.GetValueOrDefault<int>("priority", 0) <= ${limit})`;

export const EXAMPLE_PLAN: Plan = {
  target: TARGET,
  changes: [
    {
      key: { kind: 'named-value', id: 'partner-key' }, address: 'namedValues/partner-key', action: 'create', drifted: false, needs: [], origin: at(0),
      after: { kind: 'named-value', displayName: 'partner-key', secret: true, tags: [], secretValue: new Secret(CANARY) }, afterDigest: 'a1',
      changes: [{ kind: 'added', path: 'displayName', after: 'partner-key' }, { kind: 'added', path: 'value', after: '(secret)' }],
    },
    {
      key: { kind: 'backend', id: 'ptu' }, address: 'backends/ptu', action: 'replace', drifted: false, needs: [], origin: at(0), etag: '"AAAAAAADCxE="',
      before: { kind: 'backend', properties: { url: 'https://a.openai.azure.com', credentials: { header: { 'api-key': [CANARY] } } } }, beforeDigest: 'b0', afterDigest: 'b1',
      changes: [
        { kind: 'changed', path: 'type', before: 'Single', after: 'Pool' },
        { kind: 'removed', path: 'url', before: 'https://a.openai.azure.com' },
        { kind: 'added', path: 'pool/services/a', after: 'priority 1, weight 50' },
      ],
    },
    {
      key: { kind: 'policy', scope: { kind: 'api', api: 'chat' } }, address: 'apis/chat/policy', action: 'update', drifted: true, needs: ['backends/ptu'], origin: at(16), etag: '"AAAAAAADCxI="',
      before: { kind: 'policy', format: 'xml', value: CANARY }, after: { kind: 'policy', format: 'xml', value: CANARY }, beforeDigest: 'c0', afterDigest: 'c1',
      changes: [
        { kind: 'changed', path: 'inbound/choose[1]/when[2]/@condition', before: condition(70), after: condition(80) },
        { kind: 'changed', path: 'inbound/set-backend-service[1]/@backend-id', before: 'payg', after: 'ptu' },
        { kind: 'added', path: 'inbound/set-header[2]', after: '<set-header name="x-``` |@octocat" exists-action="override">' },
        { kind: 'removed', path: 'outbound/trace[1]', before: `<trace source="chat" severity="information"> with ${'1 element, '.repeat(40)}` },
      ],
    },
    {
      key: { kind: 'fragment', id: 'big' }, address: 'policyFragments/big', action: 'update', drifted: false, needs: [], origin: at(16), etag: '"AAAAAAADCxM="', beforeDigest: 'd0', afterDigest: 'd1',
      changes: Array.from({ length: 31 }, (_, index) => ({ kind: 'changed' as const, path: `set-variable[${index + 1}]/@value`, before: String(index), after: String(index + 1) })),
    },
    { key: { kind: 'backend', id: 'old' }, address: 'backends/old', action: 'delete', drifted: false, needs: [], etag: '"AAAAAAADCxQ="', beforeDigest: 'e0', changes: [] },
  ],
  unchanged: ['policy', 'policyFragments/auth'],
  drift: [
    { address: 'apis/chat/policy', kind: 'changed', overwritten: true },
    { address: 'backends/gone', kind: 'gone', overwritten: false },
  ],
  skipped: [{ source: 'shared/headers.xml', reason: 'its path does not say what it belongs to' }],
  notes: ['the value of namedValues/partner-key could not be compared: the account may not read secrets'],
};

export const EMPTY_PLAN: Plan = { target: TARGET, changes: [], unchanged: ['policy', 'apis/chat/policy'], drift: [], skipped: [], notes: [] };
