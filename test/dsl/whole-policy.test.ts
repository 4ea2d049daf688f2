import { expect, test } from 'vitest';
import { api, authenticationManagedIdentity, base, cs, forwardRequest, llmEmitTokenMetric, llmTokenLimit, priorityRouting, retry } from '../../src/index.js';
import { checkDocument } from '../../src/check/check-document.js';
import { compiled, documentXml } from './compiled.js';

/** The shape that the DSL is for: builders of elements and of patterns side by side. */
const policy = api('azure-openai', {
  inbound: [
    base(),
    priorityRouting({
      header: 'Priority',
      routes: [
        { from: 0, to: 100, backend: 'aoai-ptu-backend' },
        { from: 101, to: 500, backend: 'aoai-regional-backend' },
        { from: 501, to: 1000, backend: 'aoai-data_zone-backend' },
      ],
      otherwise: 'aoai-circuit_breaker-backend',
    }),
    llmTokenLimit({ counterKey: cs`context.Subscription.Id`, tokensPerMinute: 10_000, estimatePromptTokens: true }),
    llmEmitTokenMetric({ dimensions: ['API ID', 'Subscription ID', { name: 'Deployment ID', value: cs`context.Variables.GetValueOrDefault<string>("deploymentId", "unknown")` }] }),
    authenticationManagedIdentity({ resource: 'https://cognitiveservices.azure.com' }),
  ],
  backend: [retry({ condition: cs`context.Response.StatusCode == 429 || context.Response.StatusCode >= 500`, count: 5, interval: 1, delta: 1, maxInterval: 8 }, [forwardRequest({ bufferRequestBody: true })])],
  outbound: [base()],
  onError: [base()],
});

test('a whole policy becomes the XML that APIM takes', async () => {
  await expect(documentXml(policy)).toMatchFileSnapshot('../../fixtures/dsl/whole-policy.xml');
  expect(checkDocument(compiled(policy), { gateways: [] })).toEqual([]);
});
