/** What `aoai-policy init` writes: a project that lints, builds and tests as it is. */
import { AZURE_PIPELINE } from './ci-azure.js';
import { GITHUB_WORKFLOW } from './ci-github.js';

export const CI_SERVICES = ['github', 'azure'] as const;
export type CiService = (typeof CI_SERVICES)[number];

export interface InitFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly text: string;
}

export const INIT_CONFIG: InitFile = {
  path: 'aoai-policy.config.json',
  text: `{
  "$schema": "./node_modules/aoai-policy/schemas/config.schema.json",
  "extends": "recommended",
  "out": "out"
}
`,
};

export const INIT_POLICY: InitFile = {
  path: 'policies/chat.ts',
  text: `import { api, base, cs, llmTokenLimit, managedIdentity, priorityRouting } from 'aoai-policy';

/** Of the API 'chat': urgent calls get reserved capacity, every subscription has a budget of tokens, the backend gets the gateway's own token. */
export default api('chat', {
  inbound: [
    base(),
    priorityRouting({
      header: 'Priority',
      routes: [{ from: 0, to: 100, backend: 'aoai-ptu' }],
      otherwise: 'aoai-regional',
    }),
    llmTokenLimit({ counterKey: cs\`context.Subscription?.Id ?? context.Request.IpAddress\`, tokensPerMinute: 10_000, estimatePromptTokens: true }),
    managedIdentity(),
  ],
});
`,
};

export const INIT_TEST: InitFile = {
  path: 'policies/chat.test.ts',
  text: `import { expect, test } from 'vitest';
import 'aoai-policy/testing/vitest';
import chat from './chat.js';

// 'npx vitest -u' writes the XML anew; review it with the policy.
test('the chat policy compiles to what was reviewed', () => {
  expect(chat).toMatchInlinePolicy(\`
    "<policies>
        <inbound>
            <base />
            <set-variable name="priority" value="@{
        int priority;
        return int.TryParse(context.Request.Headers.GetValueOrDefault("Priority", ""), out priority) ? priority : -1;
    }" />
            <choose>
                <when condition="@(context.Variables.GetValueOrDefault<int>("priority", -1) >= 0 && context.Variables.GetValueOrDefault<int>("priority", -1) <= 100)">
                    <set-backend-service backend-id="aoai-ptu" />
                </when>
                <otherwise>
                    <set-backend-service backend-id="aoai-regional" />
                </otherwise>
            </choose>
            <llm-token-limit
                counter-key="@(context.Subscription?.Id ?? context.Request.IpAddress)"
                tokens-per-minute="10000"
                estimate-prompt-tokens="true" />
            <set-header name="api-key" exists-action="delete" />
            <authentication-managed-identity resource="https://cognitiveservices.azure.com" />
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
  \`);
});
`,
};

export const INIT_CI: Readonly<Record<CiService, InitFile>> = {
  github: { path: '.github/workflows/policies.yml', text: GITHUB_WORKFLOW },
  azure: { path: 'azure-pipelines.yml', text: AZURE_PIPELINE },
};
