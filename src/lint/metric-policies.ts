/** The policies that send a metric with dimensions. */
export const METRIC_POLICIES: ReadonlySet<string> = new Set(['emit-metric', 'llm-emit-token-metric', 'azure-openai-emit-token-metric']);
