/** The lookups of the semantic cache, under the name of today and the older one. */
export const SEMANTIC_CACHE_LOOKUPS: ReadonlySet<string> = new Set(['llm-semantic-cache-lookup', 'azure-openai-semantic-cache-lookup']);
