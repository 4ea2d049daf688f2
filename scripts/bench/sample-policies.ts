/** Policies to measure with: XML of a given size, authored policies in any number, and the dev corpus where it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/root.js';

const STEP = `        <choose>
            <when condition="@(context.Request.Headers.GetValueOrDefault("x-team", "none") == "search" && context.Request.Body != null)">
                <set-backend-service backend-id="aoai-regional-backend" />
                <set-header name="x-routed" exists-action="override">
                    <value>@(context.Deployment.Region + "-" + context.RequestId.ToString())</value>
                </set-header>
            </when>
            <otherwise>
                <set-backend-service backend-id="aoai-shared-pool" />
            </otherwise>
        </choose>
`;

/** A clean policy of about this size, raw as gateways have them. */
export function policyOfBytes(bytes: number): string {
  const frame = (steps: string): string =>
    `<policies>\n    <inbound>\n        <base />\n${steps}    </inbound>\n    <backend>\n        <base />\n    </backend>\n    <outbound>\n        <base />\n    </outbound>\n    <on-error>\n        <base />\n    </on-error>\n</policies>\n`;
  return frame(STEP.repeat(Math.max(1, Math.round((bytes - frame('').length) / STEP.length))));
}

/** An authored policy with its own name. */
export function authoredPolicy(index: number): string {
  return `import { api, base, cs, llmTokenLimit, managedIdentity, priorityRouting, retryInRegion } from 'aoai-policy';

export default api('api-${index}', {
  inbound: [
    base(),
    priorityRouting({
      header: 'Priority',
      routes: [
        { from: 0, to: 100, backend: 'aoai-ptu-backend' },
        { from: 101, to: ${500 + index}, backend: 'aoai-regional-backend' },
      ],
      otherwise: 'aoai-shared-pool',
    }),
    managedIdentity(),
    llmTokenLimit({ counterKey: cs\`context.Subscription?.Id ?? context.Request.IpAddress\`, tokensPerMinute: ${1000 + index}, estimatePromptTokens: true }),
  ],
  backend: [retryInRegion({ count: 3 })],
});
`;
}

const CORPUS = new URL('../shared/corpus/', ROOT).pathname;

/** Absolute paths of the dev corpus' documents; undefined where there is none. */
export function corpusFiles(): string[] | undefined {
  if (!existsSync(CORPUS)) return undefined;
  return readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml')).sort().map((path) => join(CORPUS, path));
}

export function readAll(files: readonly string[]): string[] {
  return files.map((file) => readFileSync(file, 'utf8'));
}
