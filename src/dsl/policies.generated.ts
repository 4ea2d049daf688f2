/** The builders of the policies. Generated from schemas/elements by `npm run generate`; do not edit. */
import { buildChoose, buildOtherwise, buildWhen } from './build-choose.js';
import { buildPolicy } from './build-element.js';
import type { Base, Otherwise, Policy, Section, When } from './policy.js';
import type { Dynamic, Kept, Literal, OneOrMore } from './property-types.js';

/** Properties of `authenticationBasic`. */
export interface AuthenticationBasicProperties {
  /** User name. May be a policy expression. */
  readonly username: Dynamic<string>;
  /** Password. May be a policy expression. */
  readonly password: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Adds a Basic credential to the backend request.
 *
 * Sections: inbound. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/authentication-basic-policy
 * @example
 * authenticationBasic({ username: '{{backend-user}}', password: '{{backend-password}}' })
 */
export function authenticationBasic(properties: AuthenticationBasicProperties): Policy<'inbound'> {
  return buildPolicy(authenticationBasic, 'authentication-basic', properties);
}

/** Properties of `authenticationCertificate`. */
export interface AuthenticationCertificateProperties {
  /** Thumbprint of an uploaded certificate. May be a policy expression. */
  readonly thumbprint?: Dynamic<string>;
  /** Resource name of an uploaded certificate. May be a policy expression. */
  readonly certificateId?: Dynamic<string>;
  /** Certificate bytes, for one that is not in the store. May be a policy expression. */
  readonly body?: Dynamic<string>;
  /** Password of the certificate in body. May be a policy expression. */
  readonly password?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Uses a client certificate for the backend connection.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/authentication-certificate-policy
 * @example
 * authenticationCertificate({ certificateId: 'backend-client' })
 */
export function authenticationCertificate(properties?: AuthenticationCertificateProperties): Policy<'inbound'> {
  return buildPolicy(authenticationCertificate, 'authentication-certificate', properties);
}

/** Properties of `authenticationManagedIdentity`. */
export interface AuthenticationManagedIdentityProperties {
  /** Application id or URI of the target. May be a policy expression. */
  readonly resource: Dynamic<string>;
  /** Client id of a user-assigned identity; left out: the system-assigned one. Most likely no policy expression. */
  readonly clientId?: Dynamic<string>;
  /** Context variable that receives the token (string). No policy expression. */
  readonly outputTokenVariableName?: Literal<string>;
  /** True: go on without a token. Default: false. Most likely no policy expression. */
  readonly ignoreError?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Gets an Entra token with the service's managed identity and puts it into the Authorization header.
 *
 * Sections: inbound, backend (not documented), outbound (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy
 * @example
 * authenticationManagedIdentity({ resource: 'https://cognitiveservices.azure.com', outputTokenVariableName: 'msi-token', ignoreError: false })
 */
export function authenticationManagedIdentity(properties: AuthenticationManagedIdentityProperties): Policy<'inbound' | 'backend' | 'outbound'> {
  return buildPolicy(authenticationManagedIdentity, 'authentication-managed-identity', properties);
}

/** One `dimension`. */
export interface AzureOpenaiEmitTokenMetricDimension {
  /** Dimension name. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** May be left out only for a default dimension name. May be a policy expression. */
  readonly value?: Dynamic<string>;
}

/** Properties of `azureOpenaiEmitTokenMetric`. */
export interface AzureOpenaiEmitTokenMetricProperties {
  /** Metric namespace. Default: API Management. Most likely no policy expression. */
  readonly namespace?: Dynamic<string>;
  /** Metric name. Not documented: known from Microsoft's VS Code extension. */
  readonly name?: Dynamic<string>;
  /** Which token counts are sent. Default: all. Not documented: known from Microsoft's VS Code extension. */
  readonly valueType?: Dynamic<'all' | 'total-tokens' | 'prompt-tokens' | 'completion-tokens'>;
  /**
   * Do not count prompt tokens. Default: false. Most likely no policy expression. Not documented: known from
   * Microsoft's VS Code extension.
   */
  readonly ignorePrompt?: Dynamic<boolean>;
  /**
   * Metric value, of older versions of the page. Default: 1. May be a policy expression. Not documented: known from
   * Microsoft's VS Code extension.
   */
  readonly value?: Dynamic<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One dimension of the metric. */
  readonly dimensions?: readonly (Dynamic<string> | AzureOpenaiEmitTokenMetricDimension)[];
}

/**
 * Older, Azure OpenAI only name of llm-emit-token-metric with the same content. Use llm-emit-token-metric instead.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/azure-openai-emit-token-metric-policy
 * @example
 * azureOpenaiEmitTokenMetric({ namespace: 'AzureOpenAI', dimensions: ['API ID', 'Subscription ID'] })
 * @deprecated use llm-emit-token-metric
 */
export function azureOpenaiEmitTokenMetric(properties?: AzureOpenaiEmitTokenMetricProperties): Policy<'inbound'> {
  return buildPolicy(azureOpenaiEmitTokenMetric, 'azure-openai-emit-token-metric', properties);
}

/** Properties of `azureOpenaiSemanticCacheLookup`. */
export interface AzureOpenaiSemanticCacheLookupProperties {
  /** Largest distance for a hit; lower is stricter. From 0 to 1. Most likely no policy expression. */
  readonly scoreThreshold: Dynamic<number>;
  /** Backend entity of the embeddings API. */
  readonly embeddingsBackendId: Dynamic<string>;
  /** Must be system-assigned. Not documented: header. */
  readonly embeddingsBackendAuth: Dynamic<'system-assigned' | 'header'>;
  /** Drop system messages before comparing (advised). Default: false. */
  readonly ignoreSystemMessages?: Dynamic<boolean>;
  /** Skip caching beyond this many dialog messages. */
  readonly maxMessageCount?: Dynamic<number>;
  /** Cache to use, where there are several. Not documented: known from Microsoft's VS Code extension. */
  readonly cacheId?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Value that splits the cache. */
  readonly varyBy?: OneOrMore<Dynamic<string>>;
}

/**
 * Older, Azure OpenAI only name of llm-semantic-cache-lookup with the same content. Use llm-semantic-cache-lookup
 * instead.
 *
 * Sections: inbound. Scopes: global, product, api, operation. Gateways: classic, v2, consumption, self-hosted. At most
 * once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/azure-openai-semantic-cache-lookup-policy
 * @example
 * azureOpenaiSemanticCacheLookup({
 *   scoreThreshold: 0.05,
 *   embeddingsBackendId: 'embeddings',
 *   embeddingsBackendAuth: 'system-assigned',
 *   varyBy: cs`context.Subscription.Id`,
 * })
 * @deprecated use llm-semantic-cache-lookup
 */
export function azureOpenaiSemanticCacheLookup(properties: AzureOpenaiSemanticCacheLookupProperties): Policy<'inbound'> {
  return buildPolicy(azureOpenaiSemanticCacheLookup, 'azure-openai-semantic-cache-lookup', properties);
}

/** Properties of `azureOpenaiSemanticCacheStore`. */
export interface AzureOpenaiSemanticCacheStoreProperties {
  /** Time to live. In seconds. May be a policy expression. */
  readonly duration: Dynamic<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Older, Azure OpenAI only name of llm-semantic-cache-store. Use llm-semantic-cache-store instead.
 *
 * Sections: outbound. Scopes: global, product, api, operation. Gateways: classic, v2, consumption, self-hosted. At
 * most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/azure-openai-semantic-cache-store-policy
 * @example
 * azureOpenaiSemanticCacheStore({ duration: 120 })
 * @deprecated use llm-semantic-cache-store
 */
export function azureOpenaiSemanticCacheStore(properties: AzureOpenaiSemanticCacheStoreProperties): Policy<'outbound'> {
  return buildPolicy(azureOpenaiSemanticCacheStore, 'azure-openai-semantic-cache-store', properties);
}

/** Properties of `azureOpenaiTokenLimit`. */
export interface AzureOpenaiTokenLimitCommonProperties {
  /** Key of the counter. May be a policy expression. */
  readonly counterKey: Dynamic<string>;
  /** Fixed window, aligned to UTC. Not documented: Indefinite. May be a policy expression. */
  readonly tokenQuotaPeriod?: Dynamic<'Hourly' | 'Daily' | 'Weekly' | 'Monthly' | 'Yearly' | 'Indefinite'>;
  /** True: estimate the prompt before the call; false: use the usage in the answer. Most likely no policy expression. */
  readonly estimatePromptTokens: Dynamic<boolean>;
  /** Response header with the seconds to wait once over a limit. Default: Retry-After. No policy expression. */
  readonly retryAfterHeaderName?: Literal<string>;
  /** Context variable for the same number. No policy expression. */
  readonly retryAfterVariableName?: Literal<string>;
  /** Response header, quota tokens left (estimate). No policy expression. */
  readonly remainingQuotaTokensHeaderName?: Literal<string>;
  /** Context variable, quota tokens left (estimate). No policy expression. */
  readonly remainingQuotaTokensVariableName?: Literal<string>;
  /** Response header, rate tokens left. No policy expression. */
  readonly remainingTokensHeaderName?: Literal<string>;
  /** Context variable, rate tokens left. No policy expression. */
  readonly remainingTokensVariableName?: Literal<string>;
  /** Response header, tokens used; set only after the backend answered. No policy expression. */
  readonly tokensConsumedHeaderName?: Literal<string>;
  /** Context variable: estimate (or 0) in backend, real count in outbound. */
  readonly tokensConsumedVariableName?: Dynamic<string>;
  /**
   * Kind of request that the tokens are counted for. Default: auto. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly promptType?: Dynamic<'auto' | 'chat-completion' | 'completion' | 'embeddings'>;
  /**
   * Count completion tokens only. Default: false. Most likely no policy expression. Not documented: known from
   * Microsoft's VS Code extension.
   */
  readonly ignorePrompt?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/** Properties of `azureOpenaiTokenLimit`. */
export interface AzureOpenaiTokenLimitWithTokensPerMinute extends AzureOpenaiTokenLimitCommonProperties {
  /** Prompt plus completion tokens per minute. May be a policy expression. */
  readonly tokensPerMinute: Dynamic<number>;
  /** Tokens allowed per token-quota-period. May be a policy expression. */
  readonly tokenQuota?: Dynamic<number>;
}

/** Properties of `azureOpenaiTokenLimit`. */
export interface AzureOpenaiTokenLimitWithTokenQuota extends AzureOpenaiTokenLimitCommonProperties {
  /** Prompt plus completion tokens per minute. May be a policy expression. */
  readonly tokensPerMinute?: Dynamic<number>;
  /** Tokens allowed per token-quota-period. May be a policy expression. */
  readonly tokenQuota: Dynamic<number>;
}

/** Properties of `azureOpenaiTokenLimit`. */
export type AzureOpenaiTokenLimitProperties = AzureOpenaiTokenLimitWithTokenQuota | AzureOpenaiTokenLimitWithTokensPerMinute;

/**
 * Older, Azure OpenAI only name of llm-token-limit with the same attributes. Use llm-token-limit instead.
 *
 * Sections: inbound. Gateways: classic, v2, self-hosted, workspace.
 *
 * @see https://learn.microsoft.com/azure/api-management/azure-openai-token-limit-policy
 * @example
 * azureOpenaiTokenLimit({ counterKey: cs`context.Subscription.Id`, tokensPerMinute: 5000, estimatePromptTokens: false })
 * @deprecated use llm-token-limit
 */
export function azureOpenaiTokenLimit(properties: AzureOpenaiTokenLimitProperties): Policy<'inbound'> {
  return buildPolicy(azureOpenaiTokenLimit, 'azure-openai-token-limit', properties);
}

/**
 * Runs the policies of the same section at the next broader scope, at this place.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/set-edit-policies
 * @example
 * base()
 */
export function base(): Base {
  return buildPolicy<never>(base, 'base') as Policy<never> & Base;
}

/** Properties of `cacheLookupValue`. */
export interface CacheLookupValueProperties {
  /** Cache key. May be a policy expression. */
  readonly key: Dynamic<string>;
  /** Context variable that receives the value. No policy expression. */
  readonly variableName: Literal<string>;
  /** Value assigned on a miss; docs contradict themselves on what happens without it. May be a policy expression. */
  readonly defaultValue?: Kept;
  /** Which cache. Default: prefer-external. No policy expression. */
  readonly cachingType?: Literal<'internal' | 'external' | 'prefer-external'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Looks up a value by key and puts it in a context variable.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/cache-lookup-value-policy
 * @example
 * cacheLookupValue({ key: cs`"user-" + context.Subscription.Id`, variableName: 'profile' })
 */
export function cacheLookupValue(properties: CacheLookupValueProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(cacheLookupValue, 'cache-lookup-value', properties);
}

/** Properties of `cacheLookup`. */
export interface CacheLookupProperties {
  /** Separate entries per developer account of the subscription key. Default: false. May be a policy expression. */
  readonly varyByDeveloper: Dynamic<boolean>;
  /** Separate entries per user group. Default: false. May be a policy expression. */
  readonly varyByDeveloperGroups: Dynamic<boolean>;
  /** Which cache. Default: prefer-external. No policy expression. */
  readonly cachingType?: Literal<'internal' | 'external' | 'prefer-external'>;
  /** Cache headers sent to the client. Default: none. May be a policy expression. */
  readonly downstreamCachingType?: Dynamic<'none' | 'private' | 'public'>;
  /** Adds must-revalidate when downstream caching is on. Default: true. May be a policy expression. */
  readonly mustRevalidate?: Dynamic<boolean>;
  /** Allow caching of requests with an Authorization header. Default: false. May be a policy expression. */
  readonly allowPrivateResponseCaching?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Header name. */
  readonly varyByHeader?: OneOrMore<Dynamic<string>>;
  /** Parameter name, or several separated by semicolons. */
  readonly varyByQueryParameter?: OneOrMore<Dynamic<string>>;
}

/**
 * Returns a cached response when one is valid.
 *
 * Sections: inbound. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/cache-lookup-policy
 * @example
 * cacheLookup({ varyByDeveloper: false, varyByDeveloperGroups: false, downstreamCachingType: 'none', varyByHeader: 'Accept', varyByQueryParameter: ['page', 'size'] })
 */
export function cacheLookup(properties: CacheLookupProperties): Policy<'inbound'> {
  return buildPolicy(cacheLookup, 'cache-lookup', properties);
}

/** Properties of `cacheRemoveValue`. */
export interface CacheRemoveValueProperties {
  /** Cache key. May be a policy expression. */
  readonly key: Dynamic<string>;
  /** Which cache. Default: prefer-external. No policy expression. */
  readonly cachingType?: Literal<'internal' | 'external' | 'prefer-external'>;
  /** True: a failed removal fails the request. Default: false. May be a policy expression. */
  readonly failOnCacheRemovalError?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Removes a cached value by key.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/cache-remove-value-policy
 * @example
 * cacheRemoveValue({ key: cs`"user-" + context.Subscription.Id` })
 */
export function cacheRemoveValue(properties: CacheRemoveValueProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(cacheRemoveValue, 'cache-remove-value', properties);
}

/** Properties of `cacheStoreValue`. */
export interface CacheStoreValueProperties {
  /** Cache key. May be a policy expression. */
  readonly key: Dynamic<string>;
  /** Value to store. May be a policy expression. */
  readonly value: Kept;
  /** Time to live. In seconds. May be a policy expression. */
  readonly duration: Dynamic<number>;
  /** Which cache. Default: prefer-external. No policy expression. */
  readonly cachingType?: Literal<'internal' | 'external' | 'prefer-external'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Stores a value in the cache under a key.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/cache-store-value-policy
 * @example
 * cacheStoreValue({ key: cs`"user-" + context.Subscription.Id`, value: cs`(string)context.Variables["profile"]`, duration: 600 })
 */
export function cacheStoreValue(properties: CacheStoreValueProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(cacheStoreValue, 'cache-store-value', properties);
}

/** Properties of `cacheStore`. */
export interface CacheStoreProperties {
  /** Time to live. In seconds. May be a policy expression. */
  readonly duration: Dynamic<number>;
  /** True caches the response whatever its status; left out, only 200 OK is cached. May be a policy expression. */
  readonly cacheResponse?: Dynamic<boolean>;
  /** Mode of caching. Not documented: known from Microsoft's VS Code extension. */
  readonly cachingMode?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Stores the current response in the cache.
 *
 * Sections: outbound. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/cache-store-policy
 * @example
 * cacheStore({ duration: 3600 })
 */
export function cacheStore(properties: CacheStoreProperties): Policy<'outbound'> {
  return buildPolicy(cacheStore, 'cache-store', properties);
}

/** Properties of `cacheValue`. */
export interface CacheValueProperties<S extends 'inbound' | 'backend' | 'outbound' | 'on-error'> {
  /** Cache key. May be a policy expression. */
  readonly key: Dynamic<string>;
  /** Context variable that receives the value. Most likely no policy expression. */
  readonly variableName: Dynamic<string>;
  /** Expiry. In seconds. May be a policy expression. */
  readonly expiresAfter?: Dynamic<number>;
  /** Age after which the value is produced again; less than expires-after. In seconds. May be a policy expression. */
  readonly refreshAfter?: Dynamic<number>;
  /** Value when the lookup misses and the nested policies set none. May be a policy expression. */
  readonly defaultValue?: Dynamic<string>;
  /** Which cache. Default: prefer-external. Most likely no policy expression. */
  readonly cachingType?: Dynamic<'internal' | 'external' | 'prefer-external'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Policies that set the variable. */
  readonly value?: readonly Policy<S>[];
}

/**
 * Looks up a value by key and, on a miss or when a refresh is due, runs nested policies to produce it and stores it.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @example
 * cacheValue({
 *   key: 'exchange-rate',
 *   variableName: 'rate',
 *   expiresAfter: 600,
 *   refreshAfter: 300,
 *   value: [setVariable({ name: 'rate', value: '1.08' })],
 * })
 */
export function cacheValue<S extends 'inbound' | 'backend' | 'outbound' | 'on-error'>(properties: CacheValueProperties<S>): Policy<S> {
  return buildPolicy(cacheValue, 'cache-value', properties);
}

/** Properties of `checkHeader`. */
export interface CheckHeaderProperties {
  /** Header to check. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** Status to answer. May be a policy expression. */
  readonly failedCheckHttpcode: Dynamic<number>;
  /** Body to answer; special characters escaped. May be a policy expression. */
  readonly failedCheckErrorMessage: Dynamic<string>;
  /** Compare values without case. May be a policy expression. */
  readonly ignoreCase: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Accepted value. */
  readonly value?: OneOrMore<Dynamic<string>>;
}

/**
 * Ends the request with a chosen status when a header is missing or has a value that is not listed.
 *
 * Sections: inbound. Scopes: global, product, api, operation.
 *
 * @see https://learn.microsoft.com/azure/api-management/check-header-policy
 * @example
 * checkHeader({ name: 'X-Tenant', failedCheckHttpcode: 401, failedCheckErrorMessage: 'Unknown tenant', ignoreCase: true, value: ['contoso', 'fabrikam'] })
 */
export function checkHeader(properties: CheckHeaderProperties): Policy<'inbound'> {
  return buildPolicy(checkHeader, 'check-header', properties);
}

/** Properties of `choose`. */
export interface ChooseProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: string;
}

/**
 * A branch of `choose`: its policies run when its condition is the first one that is true.
 *
 * @param condition yields true or false
 * @param policies what runs
 */
export function when<S extends Section>(condition: Dynamic<boolean>, policies: readonly Policy<S>[]): When<S> {
  return buildWhen(when, condition, policies);
}

/**
 * The branch of `choose` that runs when no condition is true.
 *
 * @param policies what runs
 */
export function otherwise<S extends Section>(policies: readonly Policy<S>[]): Otherwise<S> {
  return buildOtherwise(otherwise, policies);
}

/**
 * If / else-if / else over policies.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/choose-policy
 * @example
 * choose(
 *   [
 *     when(cs`context.Product?.Name == "Gold"`, [setBackendService({ backendId: 'aoai-ptu' })]),
 *     when(cs`context.Product?.Name == "Silver"`, [setBackendService({ backendId: 'aoai-regional' })]),
 *   ],
 *   otherwise([setBackendService({ backendId: 'aoai-pool' })]),
 * )
 */
export function choose<S extends 'inbound' | 'backend' | 'outbound' | 'on-error'>(branches: When<S> | readonly When<S>[], otherwise?: Otherwise<S>, properties?: ChooseProperties): Policy<S> {
  return buildChoose(choose, branches, otherwise, properties);
}

/** One `allowed-methods`. */
export interface CorsAllowedMethods {
  /** Seconds, Access-Control-Max-Age. At least 0. Default: 0. May be a policy expression. */
  readonly preflightResultMaxAge?: Dynamic<number>;
  /** HTTP verb or *. */
  readonly method: OneOrMore<Dynamic<string>>;
}

/** Properties of `cors`. */
export interface CorsProperties {
  /** Value of Access-Control-Allow-Credentials. Default: false. May be a policy expression. */
  readonly allowCredentials?: Dynamic<boolean>;
  /**
   * True: end unmatched cross-origin requests with an empty 200; docs contradict themselves on the default, so write
   * it out. May be a policy expression.
   */
  readonly terminateUnmatchedRequest?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Origins that may call. */
  readonly allowedOrigins: OneOrMore<Dynamic<string>>;
  /** Methods that may be used. */
  readonly allowedMethods?: OneOrMore<Dynamic<string>> | CorsAllowedMethods;
  /** Request headers that may be sent. */
  readonly allowedHeaders?: OneOrMore<Dynamic<string>>;
  /** Response headers that the caller may read. */
  readonly exposeHeaders?: OneOrMore<Dynamic<string>>;
}

/**
 * Answers CORS preflight requests and adds CORS headers.
 *
 * Sections: inbound. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/cors-policy
 * @example
 * cors({
 *   allowCredentials: true,
 *   terminateUnmatchedRequest: true,
 *   allowedOrigins: ['https://chat.contoso.com'],
 *   allowedMethods: { preflightResultMaxAge: 300, method: ['GET', 'POST'] },
 *   allowedHeaders: ['authorization', 'content-type'],
 *   exposeHeaders: ['x-request-id'],
 * })
 */
export function cors(properties: CorsProperties): Policy<'inbound'> {
  return buildPolicy(cors, 'cors', properties);
}

/** One `connection-string`. */
export interface CosmosdbDataSourceConnectionInfoConnectionString {
  /** Use the system-assigned identity; leave out AccountKey then. Default: false. */
  readonly useManagedIdentity?: Dynamic<boolean>;
  /** Client id of a user-assigned identity. Not documented: known from Microsoft's VS Code extension. */
  readonly clientId?: Dynamic<string>;
  /** Connection string, best as a named value. */
  readonly text: Dynamic<string>;
}

/** One `connection-info`. */
export interface CosmosdbDataSourceConnectionInfo {
  /** Connection string, best as a named value. */
  readonly connectionString: Dynamic<string> | CosmosdbDataSourceConnectionInfoConnectionString;
  /** Name of the database. */
  readonly databaseName: Dynamic<string>;
  /** Name of the container. */
  readonly containerName: Dynamic<string>;
}

/** One `parameter`. */
export interface CosmosdbDataSourceQueryRequestParametersParameter {
  /** @name. */
  readonly name: Dynamic<string>;
  /** Kind of the operation. Not documented: known from Microsoft's VS Code extension. */
  readonly type?: Dynamic<string>;
  /** One parameter. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `partition-key`. */
export interface CosmosdbDataSourceQueryRequestPartitionKey {
  /** Type of the partition key. Default: string. */
  readonly dataType?: Dynamic<'string' | 'number' | 'bool' | 'none' | 'null'>;
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Partition of the item. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `max-item-count`. */
export interface CosmosdbDataSourceQueryRequestPagingMaxItemCount {
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** -1 for no limit. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `continuation-token`. */
export interface CosmosdbDataSourceQueryRequestPagingContinuationToken {
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Token of the next page. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `paging`. */
export interface CosmosdbDataSourceQueryRequestPaging {
  /** Most items on a page. */
  readonly maxItemCount: Dynamic<string> | CosmosdbDataSourceQueryRequestPagingMaxItemCount;
  /** Token of the next page. */
  readonly continuationToken: Dynamic<string> | CosmosdbDataSourceQueryRequestPagingContinuationToken;
}

/** One `query-request`. */
export interface CosmosdbDataSourceQueryRequest {
  /** Let ORDER BY run with low precision. Most likely no policy expression. */
  readonly enableLowPrecisionOrderBy?: Dynamic<boolean>;
  /** SQL text of the query. */
  readonly sqlStatement?: Dynamic<string>;
  /** Parameters of the query. */
  readonly parameters?: readonly (CosmosdbDataSourceQueryRequestParametersParameter)[];
  /** Partition of the item. */
  readonly partitionKey?: Dynamic<string> | CosmosdbDataSourceQueryRequestPartitionKey;
  /** How results are cut into pages. */
  readonly paging?: CosmosdbDataSourceQueryRequestPaging;
}

/** One `id`. */
export interface CosmosdbDataSourceReadRequestId {
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Id of the item. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `partition-key`. */
export interface CosmosdbDataSourceReadRequestPartitionKey {
  /** Type of the partition key. Default: string. */
  readonly dataType?: Dynamic<'string' | 'number' | 'bool' | 'none' | 'null'>;
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Partition of the item. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `read-request`. */
export interface CosmosdbDataSourceReadRequest {
  /** Id of the item. */
  readonly id: Dynamic<string> | CosmosdbDataSourceReadRequestId;
  /** Partition of the item. */
  readonly partitionKey?: Dynamic<string> | CosmosdbDataSourceReadRequestPartitionKey;
}

/** One `id`. */
export interface CosmosdbDataSourceDeleteRequestId {
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Id of the item. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `partition-key`. */
export interface CosmosdbDataSourceDeleteRequestPartitionKey {
  /** Type of the partition key. Default: string. */
  readonly dataType?: Dynamic<'string' | 'number' | 'bool' | 'none' | 'null'>;
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Partition of the item. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `etag`. */
export interface CosmosdbDataSourceDeleteRequestEtag {
  /** Kind of the operation. Default: match. */
  readonly type?: Dynamic<'match' | 'no-match'>;
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Entity tag the item must or must not have. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `delete-request`. */
export interface CosmosdbDataSourceDeleteRequest {
  /** Consistency of the operation. */
  readonly consistencyLevel?: Dynamic<'bounded-staleness' | 'consistent-prefix' | 'eventual' | 'session' | 'strong'>;
  /** Trigger to run before. */
  readonly preTrigger?: Dynamic<string>;
  /** Trigger to run after. */
  readonly postTrigger?: Dynamic<string>;
  /** Id of the item. */
  readonly id: Dynamic<string> | CosmosdbDataSourceDeleteRequestId;
  /** Partition of the item. */
  readonly partitionKey?: Dynamic<string> | CosmosdbDataSourceDeleteRequestPartitionKey;
  /** Entity tag the item must or must not have. */
  readonly etag?: Dynamic<string> | CosmosdbDataSourceDeleteRequestEtag;
}

/** One `id`. */
export interface CosmosdbDataSourceWriteRequestId {
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Id of the item. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `partition-key`. */
export interface CosmosdbDataSourceWriteRequestPartitionKey {
  /** Type of the partition key. Default: string. */
  readonly dataType?: Dynamic<'string' | 'number' | 'bool' | 'none' | 'null'>;
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Partition of the item. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `etag`. */
export interface CosmosdbDataSourceWriteRequestEtag {
  /** Kind of the operation. Default: match. */
  readonly type?: Dynamic<'match' | 'no-match'>;
  /** Template engine of the text. */
  readonly template?: Dynamic<'liquid'>;
  /** Entity tag the item must or must not have. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `write-request`. */
export interface CosmosdbDataSourceWriteRequest {
  /** Kind of the operation. Default: upsert. */
  readonly type?: Dynamic<'insert' | 'replace' | 'upsert'>;
  /** Whether the item is indexed. Default: default. */
  readonly indexingDirective?: Dynamic<string>;
  /** Consistency of the operation. */
  readonly consistencyLevel?: Dynamic<'bounded-staleness' | 'consistent-prefix' | 'eventual' | 'session' | 'strong'>;
  /** Trigger to run before. */
  readonly preTrigger?: Dynamic<string>;
  /** Trigger to run after. */
  readonly postTrigger?: Dynamic<string>;
  /** Return the written item. Not documented: known from Microsoft's VS Code extension. */
  readonly enableContentResponseOnWrite?: Dynamic<string>;
  /** Id of the item. */
  readonly id?: Dynamic<string> | CosmosdbDataSourceWriteRequestId;
  /** Partition of the item. */
  readonly partitionKey?: Dynamic<string> | CosmosdbDataSourceWriteRequestPartitionKey;
  /** Entity tag the item must or must not have. */
  readonly etag?: Dynamic<string> | CosmosdbDataSourceWriteRequestEtag;
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
}

/** One `response`. */
export interface CosmosdbDataSourceResponse {
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
  /** As `publishEvent`. */
  readonly publishEvent?: PublishEventProperties;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceCommonProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Where the data is and how to get in. */
  readonly connectionInfo: CosmosdbDataSourceConnectionInfo;
  /** Left out: JSON as returned by Cosmos DB. */
  readonly response?: CosmosdbDataSourceResponse;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceWithQueryRequest extends CosmosdbDataSourceCommonProperties {
  /** A query with its parameters. */
  readonly queryRequest: CosmosdbDataSourceQueryRequest;
  /** Reads one item. */
  readonly readRequest?: CosmosdbDataSourceReadRequest;
  /** Deletes one item. */
  readonly deleteRequest?: CosmosdbDataSourceDeleteRequest;
  /** Writes one item. */
  readonly writeRequest?: CosmosdbDataSourceWriteRequest;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceWithReadRequest extends CosmosdbDataSourceCommonProperties {
  /** A query with its parameters. */
  readonly queryRequest?: CosmosdbDataSourceQueryRequest;
  /** Reads one item. */
  readonly readRequest: CosmosdbDataSourceReadRequest;
  /** Deletes one item. */
  readonly deleteRequest?: CosmosdbDataSourceDeleteRequest;
  /** Writes one item. */
  readonly writeRequest?: CosmosdbDataSourceWriteRequest;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceWithDeleteRequest extends CosmosdbDataSourceCommonProperties {
  /** A query with its parameters. */
  readonly queryRequest?: CosmosdbDataSourceQueryRequest;
  /** Reads one item. */
  readonly readRequest?: CosmosdbDataSourceReadRequest;
  /** Deletes one item. */
  readonly deleteRequest: CosmosdbDataSourceDeleteRequest;
  /** Writes one item. */
  readonly writeRequest?: CosmosdbDataSourceWriteRequest;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceWithWriteRequest extends CosmosdbDataSourceCommonProperties {
  /** A query with its parameters. */
  readonly queryRequest?: CosmosdbDataSourceQueryRequest;
  /** Reads one item. */
  readonly readRequest?: CosmosdbDataSourceReadRequest;
  /** Deletes one item. */
  readonly deleteRequest?: CosmosdbDataSourceDeleteRequest;
  /** Writes one item. */
  readonly writeRequest: CosmosdbDataSourceWriteRequest;
}

/** Properties of `cosmosdbDataSource`. */
export type CosmosdbDataSourceProperties = CosmosdbDataSourceWithWriteRequest | CosmosdbDataSourceWithDeleteRequest | CosmosdbDataSourceWithReadRequest | CosmosdbDataSourceWithQueryRequest;

/**
 * Resolves a GraphQL field with one query, read, delete or write request to Cosmos DB.
 *
 * Sections: resolver. Scopes: resolver. Gateways: classic, v2.
 *
 * @see https://learn.microsoft.com/azure/api-management/cosmosdb-data-source-policy
 * @example
 * cosmosdbDataSource({
 *   connectionInfo: {
 *     connectionString: { useManagedIdentity: true, text: 'AccountEndpoint=https://contoso.documents.azure.com:443/;' },
 *     databaseName: 'shop',
 *     containerName: 'orders',
 *   },
 *   queryRequest: {
 *     sqlStatement: 'SELECT * FROM c WHERE c.customer = @customer',
 *     parameters: [{ name: '@customer', text: cs`context.GraphQL.Arguments["customer"].ToString()` }],
 *   },
 * })
 */
export function cosmosdbDataSource(properties: CosmosdbDataSourceProperties): Policy<'resolver'> {
  return buildPolicy(cosmosdbDataSource, 'cosmosdb-data-source', properties);
}

/** One `site-control`. */
export interface CrossDomainCrossDomainPolicySiteControl {
  /** Which policy files count. */
  readonly permittedCrossDomainPolicies: Dynamic<'all' | 'by-content-type' | 'master-only' | 'none'>;
}

/** One `allow-access-from`. */
export interface CrossDomainCrossDomainPolicyAllowAccessFrom {
  /** * or a domain. */
  readonly domain: Dynamic<string>;
  /** Require HTTPS. Default: true. */
  readonly secure?: Dynamic<boolean>;
}

/** One `allow-http-request-headers-from`. */
export interface CrossDomainCrossDomainPolicyAllowHttpRequestHeadersFrom {
  /** * or a domain. */
  readonly domain: Dynamic<string>;
  /** Headers that may be sent. */
  readonly headers: Dynamic<string>;
  /** Require HTTPS. Default: true. */
  readonly secure?: Dynamic<boolean>;
}

/** One `cross-domain-policy`. */
export interface CrossDomainCrossDomainPolicy {
  /** Which policy files count. */
  readonly siteControl?: Dynamic<'all' | 'by-content-type' | 'master-only' | 'none'> | CrossDomainCrossDomainPolicySiteControl;
  /** A domain that may read data. */
  readonly allowAccessFrom?: readonly (Dynamic<string> | CrossDomainCrossDomainPolicyAllowAccessFrom)[];
  /** A domain that may send headers. */
  readonly allowHttpRequestHeadersFrom?: readonly (CrossDomainCrossDomainPolicyAllowHttpRequestHeadersFrom)[];
}

/** Properties of `crossDomain`. */
export interface CrossDomainProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Content of the cross-domain file. */
  readonly crossDomainPolicy?: CrossDomainCrossDomainPolicy;
}

/**
 * Publishes an Adobe cross-domain policy for Flash and Silverlight clients.
 *
 * Sections: inbound. Scopes: global. Gateways: classic, v2, consumption, self-hosted.
 *
 * @see https://learn.microsoft.com/azure/api-management/cross-domain-policy
 * @example
 * crossDomain({
 *   crossDomainPolicy: { siteControl: 'master-only', allowAccessFrom: ['*.contoso.com'] },
 * })
 */
export function crossDomain(properties?: CrossDomainProperties): Policy<'inbound'> {
  return buildPolicy(crossDomain, 'cross-domain', properties);
}

/** One `dimension`. */
export interface EmitMetricDimension {
  /** Dimension name. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** May be left out only for a default dimension name. May be a policy expression. */
  readonly value?: Dynamic<string>;
}

/** Properties of `emitMetric`. */
export interface EmitMetricProperties {
  /** Metric name. No policy expression. */
  readonly name: Literal<string>;
  /** Metric namespace. Default: API Management. No policy expression. */
  readonly namespace?: Literal<string>;
  /** Metric value (double). Default: 1. May be a policy expression. */
  readonly value?: Dynamic<number>;
  /**
   * Add the default dimensions. Most likely no policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly defaultDimensions?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One dimension of the metric. */
  readonly dimensions?: readonly (Dynamic<string> | EmitMetricDimension)[];
}

/**
 * Sends a custom metric with up to five dimensions to Application Insights.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/emit-metric-policy
 * @example
 * emitMetric({ name: 'Request', namespace: 'gateway', value: 1, dimensions: ['API ID', { name: 'Client', value: cs`context.Request.IpAddress` }] })
 */
export function emitMetric(properties: EmitMetricProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(emitMetric, 'emit-metric', properties);
}

/** Properties of `findAndReplace`. */
export interface FindAndReplaceProperties {
  /** Text to find. May be a policy expression. */
  readonly from: Dynamic<string>;
  /** Replacement; empty string deletes. May be a policy expression. */
  readonly to: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Replaces a substring in the body.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/find-and-replace-policy
 * @example
 * findAndReplace({ from: 'http://', to: 'https://' })
 */
export function findAndReplace(properties: FindAndReplaceProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(findAndReplace, 'find-and-replace', properties);
}

/** Properties of `forwardRequest`. */
export interface ForwardRequestProperties {
  /** HTTP version towards the backend. Default: 1. */
  readonly httpVersion?: Dynamic<'1' | '2or1' | '2'>;
  /** Wait for response headers. In seconds. At least 0. Default: 300. May be a policy expression. */
  readonly timeout?: Dynamic<number>;
  /** The same in milliseconds. At least 0. May be a policy expression. */
  readonly timeoutMs?: Dynamic<number>;
  /** Wait for 100 Continue. In seconds. May be a policy expression. */
  readonly continueTimeout?: Dynamic<number>;
  /** Follow redirects instead of returning them. Default: false. May be a policy expression. */
  readonly followRedirects?: Dynamic<boolean>;
  /** Keep the body for a retry. Default: false. Most likely no policy expression. */
  readonly bufferRequestBody?: Dynamic<boolean>;
  /** Gather chunks (8 KB) before passing them on; false for SSE. Default: true. No policy expression. */
  readonly bufferResponse?: Literal<boolean>;
  /** 400 to 599 from the backend go to on-error. Default: false. No policy expression. */
  readonly failOnErrorStatusCode?: Literal<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Sends the request to the backend.
 *
 * Sections: backend.
 *
 * @see https://learn.microsoft.com/azure/api-management/forward-request-policy
 * @example
 * forwardRequest({ timeout: 120, bufferRequestBody: true })
 */
export function forwardRequest(properties?: ForwardRequestProperties): Policy<'backend'> {
  return buildPolicy(forwardRequest, 'forward-request', properties);
}

/** Properties of `getAuthorizationContext`. */
export interface GetAuthorizationContextProperties {
  /** Credential provider. May be a policy expression. */
  readonly providerId: Dynamic<string>;
  /** Connection of that provider. May be a policy expression. */
  readonly authorizationId: Dynamic<string>;
  /** Variable that receives the Authorization object. May be a policy expression. */
  readonly contextVariableName: Dynamic<string>;
  /** Whose rights on the connection are tested. Default: managed. May be a policy expression. */
  readonly identityType?: Dynamic<'managed' | 'jwt'>;
  /** Entra JWT; read only with identity-type jwt. May be a policy expression. */
  readonly identity?: Dynamic<string>;
  /** True: variable is null on error; false: answer 500. Default: false. May be a policy expression. */
  readonly ignoreError?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Gets the token of a credential manager connection into a context variable.
 *
 * Sections: inbound, backend (not documented), outbound (not documented). Scopes: global, product, api, operation.
 * Gateways: classic, v2, consumption.
 *
 * @see https://learn.microsoft.com/azure/api-management/get-authorization-context-policy
 * @example
 * getAuthorizationContext({
 *   providerId: 'github',
 *   authorizationId: 'github-app',
 *   contextVariableName: 'auth',
 *   identityType: 'managed',
 *   ignoreError: false,
 * })
 */
export function getAuthorizationContext(properties: GetAuthorizationContextProperties): Policy<'inbound' | 'backend' | 'outbound'> {
  return buildPolicy(getAuthorizationContext, 'get-authorization-context', properties);
}

/** One `http-request`. */
export interface HttpDataSourceHttpRequest {
  /** As `getAuthorizationContext`. */
  readonly getAuthorizationContext?: GetAuthorizationContextProperties;
  /** As `setBackendService`. */
  readonly setBackendService?: SetBackendServiceProperties;
  /** As `setMethod`. */
  readonly setMethod: Dynamic<string> | SetMethodProperties;
  /** Request URL. */
  readonly setUrl: Dynamic<string>;
  /** As `includeFragment`. */
  readonly includeFragment?: OneOrMore<IncludeFragmentProperties>;
  /** As `setHeader`. */
  readonly setHeader?: OneOrMore<SetHeaderProperties>;
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
  /** As `authenticationCertificate`. */
  readonly authenticationCertificate?: AuthenticationCertificateProperties;
}

/** One `backend`. */
export interface HttpDataSourceBackend {
  /** As `forwardRequest`. */
  readonly forwardRequest?: ForwardRequestProperties;
}

/** One `http-response`. */
export interface HttpDataSourceHttpResponse {
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
  /** As `xmlToJson`. */
  readonly xmlToJson?: XmlToJsonProperties;
  /** As `findAndReplace`. */
  readonly findAndReplace?: FindAndReplaceProperties;
  /** As `publishEvent`. */
  readonly publishEvent?: PublishEventProperties;
  /** As `includeFragment`. */
  readonly includeFragment?: OneOrMore<IncludeFragmentProperties>;
}

/** Properties of `httpDataSource`. */
export interface HttpDataSourceProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** The request to send. */
  readonly httpRequest: HttpDataSourceHttpRequest;
  /** How the request is forwarded. */
  readonly backend?: HttpDataSourceBackend;
  /** Left out: raw string. */
  readonly httpResponse?: HttpDataSourceHttpResponse;
}

/**
 * Resolves a GraphQL field with an HTTP request.
 *
 * Sections: resolver. Scopes: resolver. Gateways: classic, v2, consumption.
 *
 * @see https://learn.microsoft.com/azure/api-management/http-data-source-policy
 * @example
 * httpDataSource({
 *   httpRequest: {
 *     setMethod: 'GET',
 *     setUrl: cs`"https://api.contoso.com/orders/" + context.GraphQL.Arguments["id"]`,
 *   },
 *   httpResponse: { setBody: { template: 'liquid', text: '{"id": "{{body.orderId}}"}' } },
 * })
 */
export function httpDataSource(properties: HttpDataSourceProperties): Policy<'resolver'> {
  return buildPolicy(httpDataSource, 'http-data-source', properties);
}

/** Properties of `includeFragment`. */
export interface IncludeFragmentProperties {
  /** Name of the fragment. No policy expression. */
  readonly fragmentId: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Inserts a stored policy fragment at this place.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/include-fragment-policy
 * @example
 * includeFragment({ fragmentId: 'correlation-id' })
 */
export function includeFragment(properties: IncludeFragmentProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(includeFragment, 'include-fragment', properties);
}

/** One `item`. */
export interface InvokeDaprBindingMetadataItem {
  /** Name of the entry. */
  readonly key: Dynamic<string>;
  /** One entry. May be a policy expression. */
  readonly text?: Dynamic<string>;
}

/** Properties of `invokeDaprBinding`. */
export interface InvokeDaprBindingProperties {
  /** Binding. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** Binding-specific operation. No policy expression. */
  readonly operation?: Literal<string>;
  /** True: a Dapr error does not trigger on-error. Default: false. No policy expression. */
  readonly ignoreError?: Literal<boolean>;
  /** Context variable that receives the response. No policy expression. */
  readonly responseVariableName?: Literal<string>;
  /** Longest wait. In seconds. From 1 to 240. Default: 5. May be a policy expression. */
  readonly timeout?: Dynamic<number>;
  /** Templating engine for the content. Not documented: liquid. */
  readonly template?: Dynamic<'Liquid' | 'liquid'>;
  /** Type of the content. */
  readonly contentType?: Dynamic<'application/json'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Metadata of the binding. */
  readonly metadata?: readonly (InvokeDaprBindingMetadataItem)[];
  /** Message content. */
  readonly data?: Dynamic<string>;
}

/**
 * Triggers an outbound Dapr binding.
 *
 * Sections: inbound, outbound, on-error. Scopes: global, product, api, operation. Gateways: self-hosted.
 *
 * @see https://learn.microsoft.com/azure/api-management/invoke-dapr-binding-policy
 * @example
 * invokeDaprBinding({ name: 'audit', operation: 'create', timeout: 10, metadata: [{ key: 'source', text: 'apim' }], data: cs`context.RequestId.ToString()` })
 */
export function invokeDaprBinding(properties: InvokeDaprBindingProperties): Policy<'inbound' | 'outbound' | 'on-error'> {
  return buildPolicy(invokeDaprBinding, 'invoke-dapr-binding', properties);
}

/** One `address-range`. */
export interface IpFilterAddressRange {
  /** First address. */
  readonly from: Dynamic<string>;
  /** Last address. */
  readonly to: Dynamic<string>;
}

/** Properties of `ipFilter`. */
export interface IpFilterCommonProperties {
  /** What happens to listed addresses. May be a policy expression. */
  readonly action: Dynamic<'allow' | 'forbid'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/** Properties of `ipFilter`. */
export interface IpFilterWithAddress extends IpFilterCommonProperties {
  /** One IP address. */
  readonly address: OneOrMore<Dynamic<string>>;
  /** A range of IP addresses. */
  readonly addressRanges?: readonly (IpFilterAddressRange)[];
}

/** Properties of `ipFilter`. */
export interface IpFilterWithAddressRanges extends IpFilterCommonProperties {
  /** One IP address. */
  readonly address?: OneOrMore<Dynamic<string>>;
  /** A range of IP addresses. */
  readonly addressRanges: readonly (IpFilterAddressRange)[];
}

/** Properties of `ipFilter`. */
export type IpFilterProperties = IpFilterWithAddressRanges | IpFilterWithAddress;

/**
 * Allows or forbids callers by IP address.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/ip-filter-policy
 * @example
 * ipFilter({ action: 'allow', address: '203.0.113.7', addressRanges: [{ from: '198.51.100.1', to: '198.51.100.50' }] })
 */
export function ipFilter(properties: IpFilterProperties): Policy<'inbound'> {
  return buildPolicy(ipFilter, 'ip-filter', properties);
}

/** Properties of `jsonToXml`. */
export interface JsonToXmlProperties {
  /** Convert always, or only when Content-Type is JSON. May be a policy expression. */
  readonly apply: Dynamic<'always' | 'content-type-json'>;
  /** True: convert only if Accept asks for XML; false: always. Default: true. May be a policy expression. */
  readonly considerAcceptHeader?: Dynamic<boolean>;
  /** False copies date values as they are. Default: true. Most likely no policy expression. */
  readonly parseDate?: Dynamic<boolean>;
  /** One character. Default: _. May be a policy expression. */
  readonly namespaceSeparator?: Dynamic<string>;
  /** Properties starting with it become namespace declarations; usually xmlns. May be a policy expression. */
  readonly namespacePrefix?: Dynamic<string>;
  /** Properties of the object with this name become attributes. May be a policy expression. */
  readonly attributeBlockName?: Dynamic<string>;
  /** Prefix of properties that become attributes. Not documented: known from Microsoft's VS Code extension. */
  readonly attributePrefix?: Dynamic<string>;
  /** Property that holds namespaces. Not documented: known from Microsoft's VS Code extension. */
  readonly namespaceBlockName?: Dynamic<string>;
  /** Replaces characters that XML does not allow. Not documented: known from Microsoft's VS Code extension. */
  readonly invalidCharacterReplacement?: Dynamic<string>;
  /** How null is written. Not documented: known from Microsoft's VS Code extension. */
  readonly nullValues?: Dynamic<string>;
  /** Trim white space. Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly trimValues?: Dynamic<boolean>;
  /**
   * How empty values are written. May be a policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly emptyValues?: Dynamic<'preserve' | 'as-null'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Converts a JSON body to XML.
 *
 * Sections: inbound, outbound, on-error, backend (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/json-to-xml-policy
 * @example
 * jsonToXml({ apply: 'content-type-json', considerAcceptHeader: true })
 */
export function jsonToXml(properties: JsonToXmlProperties): Policy<'inbound' | 'outbound' | 'on-error' | 'backend'> {
  return buildPolicy(jsonToXml, 'json-to-xml', properties);
}

/** Properties of `jsonp`. */
export interface JsonpProperties {
  /** Name of the query parameter that carries the callback name. May be a policy expression. */
  readonly callbackParameterName: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Wraps a JSON response in a callback function.
 *
 * Sections: outbound. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/jsonp-policy
 * @example
 * jsonp({ callbackParameterName: 'callback' })
 */
export function jsonp(properties: JsonpProperties): Policy<'outbound'> {
  return buildPolicy(jsonp, 'jsonp', properties);
}

/** Properties of `limitConcurrency`. */
export interface LimitConcurrencyProperties {
  /** Scope of the count; several policies may share it. May be a policy expression. */
  readonly key: Dynamic<string>;
  /** Most requests inside at a time. No policy expression. */
  readonly maxCount: Literal<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Lets at most a number of requests run the enclosed policies at once; answers 429 at once beyond it.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/limit-concurrency-policy
 * @example
 * limitConcurrency({ key: cs`context.Subscription.Id`, maxCount: 10 }, [forwardRequest({ timeout: 120 })])
 */
export function limitConcurrency<S extends 'inbound' | 'backend' | 'outbound' | 'on-error'>(properties: LimitConcurrencyProperties, policies: readonly Policy<S>[]): Policy<S> {
  return buildPolicy(limitConcurrency, 'limit-concurrency', properties, policies);
}

/** One `category`. */
export interface LlmContentSafetyCategoriesCategory {
  /** Harm category. May be a policy expression. */
  readonly name: Dynamic<'Hate' | 'SelfHarm' | 'Sexual' | 'Violence'>;
  /** Block at this severity or above; 0 strictest. From 0 to 7. May be a policy expression. */
  readonly threshold: Dynamic<number>;
}

/** One `categories`. */
export interface LlmContentSafetyCategories {
  /** Severity scale. Default: FourSeverityLevels. May be a policy expression. */
  readonly outputType?: Dynamic<'FourSeverityLevels' | 'EightSeverityLevels'>;
  /** One harm category. */
  readonly categories: readonly (LlmContentSafetyCategoriesCategory)[];
}

/** Properties of `llmContentSafety`. */
export interface LlmContentSafetyProperties {
  /** Backend entity of the Content Safety service. May be a policy expression. */
  readonly backendId: Dynamic<string>;
  /** Also look for prompt attacks. Default: false. May be a policy expression. */
  readonly shieldPrompt?: Dynamic<boolean>;
  /** In inbound: check the answers too; no effect in outbound. Default: false. May be a policy expression. */
  readonly enforceOnCompletions?: Dynamic<boolean>;
  /** Characters per checked window, answers only. Default: 1000. May be a policy expression. */
  readonly windowSize?: Dynamic<number>;
  /** Characters by which windows overlap; none when left out. May be a policy expression. */
  readonly windowOverlapSize?: Dynamic<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Harm categories to look for. */
  readonly categories?: readonly (LlmContentSafetyCategoriesCategory)[] | LlmContentSafetyCategories;
  /** Blocklists to apply. */
  readonly blocklists?: OneOrMore<Dynamic<string>>;
}

/**
 * Sends LLM prompts or answers to Azure AI Content Safety and answers 403 when they are blocked.
 *
 * Sections: inbound, outbound. Scopes: global, workspace, product, api.
 *
 * @see https://learn.microsoft.com/azure/api-management/llm-content-safety-policy
 * @example
 * llmContentSafety({
 *   backendId: 'content-safety',
 *   shieldPrompt: true,
 *   categories: {
 *     outputType: 'EightSeverityLevels',
 *     categories: [
 *       { name: 'Hate', threshold: 4 },
 *       { name: 'Violence', threshold: 4 },
 *     ],
 *   },
 *   blocklists: ['internal-names'],
 * })
 */
export function llmContentSafety(properties: LlmContentSafetyProperties): Policy<'inbound' | 'outbound'> {
  return buildPolicy(llmContentSafety, 'llm-content-safety', properties);
}

/** One `dimension`. */
export interface LlmEmitTokenMetricDimension {
  /** Dimension name. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** May be left out only for a default dimension name. May be a policy expression. */
  readonly value?: Dynamic<string>;
}

/** Properties of `llmEmitTokenMetric`. */
export interface LlmEmitTokenMetricProperties {
  /** Metric namespace. Default: API Management. Most likely no policy expression. */
  readonly namespace?: Dynamic<string>;
  /** Metric name. Not documented: known from Microsoft's VS Code extension. */
  readonly name?: Dynamic<string>;
  /** Which token counts are sent. Default: all. Not documented: known from Microsoft's VS Code extension. */
  readonly valueType?: Dynamic<'all' | 'total-tokens' | 'prompt-tokens' | 'completion-tokens'>;
  /**
   * Do not count prompt tokens. Default: false. Most likely no policy expression. Not documented: known from
   * Microsoft's VS Code extension.
   */
  readonly ignorePrompt?: Dynamic<boolean>;
  /**
   * Metric value, of older versions of the page. Default: 1. May be a policy expression. Not documented: known from
   * Microsoft's VS Code extension.
   */
  readonly value?: Dynamic<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One dimension of the metric. */
  readonly dimensions?: readonly (Dynamic<string> | LlmEmitTokenMetricDimension)[];
}

/**
 * Sends LLM token counts with up to five dimensions to Application Insights.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/llm-emit-token-metric-policy
 * @example
 * llmEmitTokenMetric({
 *   namespace: 'llm',
 *   dimensions: ['API ID', 'Subscription ID', { name: 'Deployment ID', value: cs`context.Variables.GetValueOrDefault<string>("deploymentId", "unknown")` }],
 * })
 */
export function llmEmitTokenMetric(properties?: LlmEmitTokenMetricProperties): Policy<'inbound'> {
  return buildPolicy(llmEmitTokenMetric, 'llm-emit-token-metric', properties);
}

/** Properties of `llmSemanticCacheLookup`. */
export interface LlmSemanticCacheLookupProperties {
  /** Largest distance for a hit; lower is stricter. From 0 to 1. Most likely no policy expression. */
  readonly scoreThreshold: Dynamic<number>;
  /** Backend entity of the embeddings API. */
  readonly embeddingsBackendId: Dynamic<string>;
  /** Must be system-assigned. Not documented: header. */
  readonly embeddingsBackendAuth: Dynamic<'system-assigned' | 'header'>;
  /** Drop system messages before comparing (advised). Default: false. */
  readonly ignoreSystemMessages?: Dynamic<boolean>;
  /** Skip caching beyond this many dialog messages. */
  readonly maxMessageCount?: Dynamic<number>;
  /** Cache to use, where there are several. Not documented: known from Microsoft's VS Code extension. */
  readonly cacheId?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Value that splits the cache. */
  readonly varyBy?: OneOrMore<Dynamic<string>>;
}

/**
 * Answers from an external cache when an LLM prompt is close enough in meaning to an earlier one.
 *
 * Sections: inbound. Scopes: global, product, api, operation. Gateways: classic, v2, consumption, self-hosted. At most
 * once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/llm-semantic-cache-lookup-policy
 * @example
 * llmSemanticCacheLookup({
 *   scoreThreshold: 0.05,
 *   embeddingsBackendId: 'embeddings',
 *   embeddingsBackendAuth: 'system-assigned',
 *   ignoreSystemMessages: true,
 *   varyBy: cs`context.Subscription.Id`,
 * })
 */
export function llmSemanticCacheLookup(properties: LlmSemanticCacheLookupProperties): Policy<'inbound'> {
  return buildPolicy(llmSemanticCacheLookup, 'llm-semantic-cache-lookup', properties);
}

/** Properties of `llmSemanticCacheStore`. */
export interface LlmSemanticCacheStoreProperties {
  /** Time to live. In seconds. May be a policy expression. */
  readonly duration: Dynamic<number>;
  /** True: cache this answer whatever its status; left out: only 200. May be a policy expression. */
  readonly cacheResponse?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Puts LLM answers into an external cache for the semantic lookup.
 *
 * Sections: outbound. Scopes: global, product, api, operation. Gateways: classic, v2, consumption, self-hosted. At
 * most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/llm-semantic-cache-store-policy
 * @example
 * llmSemanticCacheStore({ duration: 120 })
 */
export function llmSemanticCacheStore(properties: LlmSemanticCacheStoreProperties): Policy<'outbound'> {
  return buildPolicy(llmSemanticCacheStore, 'llm-semantic-cache-store', properties);
}

/** Properties of `llmTokenLimit`. */
export interface LlmTokenLimitCommonProperties {
  /** Key of the counter. May be a policy expression. */
  readonly counterKey: Dynamic<string>;
  /** Fixed window, aligned to UTC. Not documented: Indefinite. May be a policy expression. */
  readonly tokenQuotaPeriod?: Dynamic<'Hourly' | 'Daily' | 'Weekly' | 'Monthly' | 'Yearly' | 'Indefinite'>;
  /** True: estimate the prompt before the call; false: use the usage in the answer. Most likely no policy expression. */
  readonly estimatePromptTokens: Dynamic<boolean>;
  /** Response header with the seconds to wait once over a limit. Default: Retry-After. No policy expression. */
  readonly retryAfterHeaderName?: Literal<string>;
  /** Context variable for the same number. No policy expression. */
  readonly retryAfterVariableName?: Literal<string>;
  /** Response header, quota tokens left (estimate). No policy expression. */
  readonly remainingQuotaTokensHeaderName?: Literal<string>;
  /** Context variable, quota tokens left (estimate). No policy expression. */
  readonly remainingQuotaTokensVariableName?: Literal<string>;
  /** Response header, rate tokens left. No policy expression. */
  readonly remainingTokensHeaderName?: Literal<string>;
  /** Context variable, rate tokens left. No policy expression. */
  readonly remainingTokensVariableName?: Literal<string>;
  /** Response header, tokens used; set only after the backend answered. No policy expression. */
  readonly tokensConsumedHeaderName?: Literal<string>;
  /** Context variable: estimate (or 0) in backend, real count in outbound. */
  readonly tokensConsumedVariableName?: Dynamic<string>;
  /**
   * Kind of request that the tokens are counted for. Default: auto. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly promptType?: Dynamic<'auto' | 'chat-completion' | 'completion' | 'embeddings'>;
  /**
   * Count completion tokens only. Default: false. Most likely no policy expression. Not documented: known from
   * Microsoft's VS Code extension.
   */
  readonly ignorePrompt?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/** Properties of `llmTokenLimit`. */
export interface LlmTokenLimitWithTokensPerMinute extends LlmTokenLimitCommonProperties {
  /** Prompt plus completion tokens per minute. May be a policy expression. */
  readonly tokensPerMinute: Dynamic<number>;
  /** Tokens allowed per token-quota-period. May be a policy expression. */
  readonly tokenQuota?: Dynamic<number>;
}

/** Properties of `llmTokenLimit`. */
export interface LlmTokenLimitWithTokenQuota extends LlmTokenLimitCommonProperties {
  /** Prompt plus completion tokens per minute. May be a policy expression. */
  readonly tokensPerMinute?: Dynamic<number>;
  /** Tokens allowed per token-quota-period. May be a policy expression. */
  readonly tokenQuota: Dynamic<number>;
}

/** Properties of `llmTokenLimit`. */
export type LlmTokenLimitProperties = LlmTokenLimitWithTokenQuota | LlmTokenLimitWithTokensPerMinute;

/**
 * Limits LLM tokens per key by rate per minute (429), by quota per period (403), or both.
 *
 * Sections: inbound. Gateways: classic, v2, self-hosted, workspace.
 *
 * @see https://learn.microsoft.com/azure/api-management/llm-token-limit-policy
 * @example
 * llmTokenLimit({
 *   counterKey: cs`context.Subscription.Id`,
 *   tokensPerMinute: 10_000,
 *   estimatePromptTokens: true,
 *   remainingTokensHeaderName: 'x-remaining-tokens',
 * })
 */
export function llmTokenLimit(properties: LlmTokenLimitProperties): Policy<'inbound'> {
  return buildPolicy(llmTokenLimit, 'llm-token-limit', properties);
}

/** Properties of `logToEventhub`. */
export interface LogToEventhubProperties {
  /** ID of the logger entity. Most likely no policy expression. */
  readonly loggerId: Dynamic<string>;
  /** Index of the partition. No policy expression. */
  readonly partitionId?: Literal<string>;
  /** Value the partition is chosen by. May be a policy expression. */
  readonly partitionKey?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Message. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/**
 * Sends a text message to an event hub defined by a logger.
 *
 * Sections: inbound, backend, outbound, on-error. Scopes: global, product, api, operation. Gateways: classic, v2,
 * consumption, self-hosted.
 *
 * @see https://learn.microsoft.com/azure/api-management/log-to-eventhub-policy
 * @example
 * logToEventhub({ loggerId: 'usage', partitionKey: cs`context.Subscription.Id`, text: cs`context.RequestId.ToString()` })
 */
export function logToEventhub(properties: LogToEventhubProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(logToEventhub, 'log-to-eventhub', properties);
}

/** Properties of `mockResponse`. */
export interface MockResponseProperties {
  /** Status code; selects the example or schema. Default: 200. No policy expression. */
  readonly statusCode?: Literal<number>;
  /** Content-Type of the response; selects the example or schema. No policy expression. */
  readonly contentType?: Literal<string>;
  /**
   * Whether the policy acts. Most likely no policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly enabled?: Dynamic<boolean>;
  /**
   * Which of several examples to return. Most likely no policy expression. Not documented: known from Microsoft's VS
   * Code extension.
   */
  readonly index?: Dynamic<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Ends the pipeline and returns an example- or schema-based sample response.
 *
 * Sections: inbound, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/mock-response-policy
 * @example
 * mockResponse({ statusCode: 200, contentType: 'application/json' })
 */
export function mockResponse(properties?: MockResponseProperties): Policy<'inbound' | 'outbound' | 'on-error'> {
  return buildPolicy(mockResponse, 'mock-response', properties);
}

/** Properties of `proxy`. */
export interface ProxyProperties {
  /** Proxy URL, http://host:port. May be a policy expression. */
  readonly url: Dynamic<string>;
  /** Proxy user. May be a policy expression. */
  readonly username?: Dynamic<string>;
  /** Proxy password. May be a policy expression. */
  readonly password?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Sends backend requests through an HTTP proxy.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/proxy-policy
 * @example
 * proxy({ url: 'http://proxy.contoso.com:8080', username: '{{proxy-user}}', password: '{{proxy-password}}' })
 */
export function proxy(properties: ProxyProperties): Policy<'inbound'> {
  return buildPolicy(proxy, 'proxy', properties);
}

/** One `graphql-subscription`. */
export interface PublishEventTargetsGraphqlSubscription {
  /** Subscription field. */
  readonly id: Dynamic<string>;
}

/** Properties of `publishEvent`. */
export interface PublishEventProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Where the event goes. */
  readonly targets: readonly (Dynamic<string> | PublishEventTargetsGraphqlSubscription)[];
}

/**
 * Publishes an event to GraphQL subscriptions.
 *
 * Sections: resolver. Scopes: resolver. Gateways: classic, v2, consumption.
 *
 * @see https://learn.microsoft.com/azure/api-management/publish-event-policy
 * @example
 * httpDataSource({
 *   httpRequest: { setMethod: 'POST', setUrl: 'https://api.contoso.com/orders' },
 *   httpResponse: { publishEvent: { targets: ['onOrderCreated'] } },
 * })
 */
export function publishEvent(properties: PublishEventProperties): Policy<'resolver'> {
  return buildPolicy(publishEvent, 'publish-event', properties);
}

/** Properties of `publishToDapr`. */
export interface PublishToDaprProperties {
  /** Dapr pub/sub component. May be a policy expression. */
  readonly pubsubName?: Dynamic<string>;
  /** Topic, or component/topic when pubsub-name is left out. May be a policy expression. */
  readonly topic: Dynamic<string>;
  /** True: a Dapr error does not trigger on-error. Default: false. No policy expression. */
  readonly ignoreError?: Literal<boolean>;
  /** Context variable that receives the response. No policy expression. */
  readonly responseVariableName?: Literal<string>;
  /** Longest wait. In seconds. From 1 to 240. Default: 5. May be a policy expression. */
  readonly timeout?: Dynamic<number>;
  /** Templating engine for the content. Not documented: liquid. */
  readonly template?: Dynamic<'Liquid' | 'liquid'>;
  /** Type of the content. */
  readonly contentType?: Dynamic<'application/json'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Message content. May be a policy expression. */
  readonly text?: Dynamic<string>;
}

/**
 * Publishes a message to a Dapr pub/sub topic.
 *
 * Sections: inbound. Scopes: global, product, api, operation. Gateways: self-hosted.
 *
 * @see https://learn.microsoft.com/azure/api-management/publish-to-dapr-policy
 * @example
 * publishToDapr({ pubsubName: 'orders', topic: 'created', responseVariableName: 'dapr-answer', text: cs`context.Request.Body.As<string>()` })
 */
export function publishToDapr(properties: PublishToDaprProperties): Policy<'inbound'> {
  return buildPolicy(publishToDapr, 'publish-to-dapr', properties);
}

/** Properties of `quotaByKey`. */
export interface QuotaByKeyCommonProperties {
  /** Fixed period in seconds: 0 (endless) or at least 300. In seconds. At least 0. No policy expression. */
  readonly renewalPeriod: Literal<number>;
  /** Key of the counter. May be a policy expression. */
  readonly counterKey: Dynamic<string>;
  /** Count the request only when true. May be a policy expression. */
  readonly incrementCondition?: Dynamic<boolean>;
  /** How much one request adds. Default: 1. May be a policy expression. */
  readonly incrementCount?: Dynamic<number>;
  /**
   * UTC start of the first period. Must be a UTC time such as 2026-01-01T00:00:00Z. Default: 0001-01-01T00:00:00Z. No
   * policy expression.
   */
  readonly firstPeriodStart?: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/** Properties of `quotaByKey`. */
export interface QuotaByKeyWithCalls extends QuotaByKeyCommonProperties {
  /** Calls allowed per period. No policy expression. */
  readonly calls: Literal<number>;
  /** Kilobytes allowed per period. No policy expression. */
  readonly bandwidth?: Literal<number>;
}

/** Properties of `quotaByKey`. */
export interface QuotaByKeyWithBandwidth extends QuotaByKeyCommonProperties {
  /** Calls allowed per period. No policy expression. */
  readonly calls?: Literal<number>;
  /** Kilobytes allowed per period. No policy expression. */
  readonly bandwidth: Literal<number>;
}

/** Properties of `quotaByKey`. */
export type QuotaByKeyProperties = QuotaByKeyWithBandwidth | QuotaByKeyWithCalls;

/**
 * Caps calls and/or kilobytes per key over a renewable or endless period; answers 403 beyond it.
 *
 * Sections: inbound. Gateways: classic, v2, self-hosted, workspace.
 *
 * @see https://learn.microsoft.com/azure/api-management/quota-by-key-policy
 * @example
 * quotaByKey({ calls: 10_000, renewalPeriod: 86_400, counterKey: cs`context.Request.IpAddress`, incrementCondition: cs`context.Response.StatusCode < 400` })
 */
export function quotaByKey(properties: QuotaByKeyProperties): Policy<'inbound'> {
  return buildPolicy(quotaByKey, 'quota-by-key', properties);
}

/** One `operation`. */
export interface QuotaApiOperation {
  /** Resource name; ignored when id is there. */
  readonly name?: Dynamic<string>;
  /** Resource id; wins over name. */
  readonly id?: Dynamic<string>;
  /** Calls allowed per period. No policy expression. */
  readonly calls?: Literal<number>;
  /** Kilobytes allowed per period. No policy expression. */
  readonly bandwidth?: Literal<number>;
  /** Period in seconds, 0 for ever; see notes. In seconds. At least 0. No policy expression. */
  readonly renewalPeriod?: Literal<number>;
}

/** One `api`. */
export interface QuotaApi {
  /** Resource name; ignored when id is there. */
  readonly name?: Dynamic<string>;
  /** Resource id; wins over name. */
  readonly id?: Dynamic<string>;
  /** Calls allowed per period. No policy expression. */
  readonly calls?: Literal<number>;
  /** Kilobytes allowed per period. No policy expression. */
  readonly bandwidth?: Literal<number>;
  /** Period in seconds, 0 for ever; see notes. In seconds. At least 0. No policy expression. */
  readonly renewalPeriod?: Literal<number>;
  /** Own quota for one operation of the API. */
  readonly operations?: readonly (QuotaApiOperation)[];
}

/** Properties of `quota`. */
export interface QuotaCommonProperties {
  /**
   * Fixed period in seconds from the start of the subscription; 0 means endless. In seconds. At least 0. No policy
   * expression.
   */
  readonly renewalPeriod: Literal<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Own quota for one API of the product. */
  readonly apis?: readonly (readonly (QuotaApiOperation)[] | QuotaApi)[];
}

/** Properties of `quota`. */
export interface QuotaWithCalls extends QuotaCommonProperties {
  /** Calls allowed per period. No policy expression. */
  readonly calls: Literal<number>;
  /** Kilobytes allowed per period. No policy expression. */
  readonly bandwidth?: Literal<number>;
}

/** Properties of `quota`. */
export interface QuotaWithBandwidth extends QuotaCommonProperties {
  /** Calls allowed per period. No policy expression. */
  readonly calls?: Literal<number>;
  /** Kilobytes allowed per period. No policy expression. */
  readonly bandwidth: Literal<number>;
}

/** Properties of `quota`. */
export type QuotaProperties = QuotaWithBandwidth | QuotaWithCalls;

/**
 * Caps calls and/or kilobytes of one subscription over a renewable or endless period; answers 403 beyond it.
 *
 * Sections: inbound. Scopes: product. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/quota-policy
 * @example
 * quota({ calls: 10_000, renewalPeriod: 86_400, apis: [{ name: 'azure-openai', calls: 5000 }] })
 */
export function quota(properties: QuotaProperties): Policy<'inbound'> {
  return buildPolicy(quota, 'quota', properties);
}

/** Properties of `rateLimitByKey`. */
export interface RateLimitByKeyProperties {
  /** Calls allowed per window and key. May be a policy expression. */
  readonly calls: Dynamic<number>;
  /** Key of the counter. May be a policy expression. */
  readonly counterKey: Dynamic<string>;
  /** Count the request only when true. May be a policy expression. */
  readonly incrementCondition?: Dynamic<boolean>;
  /** How much one request adds. Default: 1. May be a policy expression. */
  readonly incrementCount?: Dynamic<number>;
  /** Length of the window, at most 300. In seconds. May be a policy expression. */
  readonly renewalPeriod: Dynamic<number>;
  /** Response header with the seconds to wait once over the limit. Default: Retry-After. No policy expression. */
  readonly retryAfterHeaderName?: Literal<string>;
  /** Context variable for the same number. No policy expression. */
  readonly retryAfterVariableName?: Literal<string>;
  /** Response header with the calls left. No policy expression. */
  readonly remainingCallsHeaderName?: Literal<string>;
  /** Context variable with the calls left. No policy expression. */
  readonly remainingCallsVariableName?: Literal<string>;
  /** Response header that repeats the calls value. No policy expression. */
  readonly totalCallsHeaderName?: Literal<string>;
  /**
   * Count after the response. Most likely no policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly incrementAfterResponse?: Dynamic<boolean>;
  /**
   * Spread Retry-After values. Most likely no policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly flexibleRetryWindow?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Limits calls per key (any expression) to a number per short window; answers 429 beyond it.
 *
 * Sections: inbound. Gateways: classic, v2, self-hosted, workspace.
 *
 * @see https://learn.microsoft.com/azure/api-management/rate-limit-by-key-policy
 * @example
 * rateLimitByKey({ calls: 60, renewalPeriod: 60, counterKey: cs`context.Request.IpAddress` })
 */
export function rateLimitByKey(properties: RateLimitByKeyProperties): Policy<'inbound'> {
  return buildPolicy(rateLimitByKey, 'rate-limit-by-key', properties);
}

/** One `operation`. */
export interface RateLimitApiOperation {
  /** Resource name; ignored when id is there. */
  readonly name?: Dynamic<string>;
  /** Resource id; wins over name. */
  readonly id?: Dynamic<string>;
  /** Calls allowed per window. No policy expression. */
  readonly calls: Literal<number>;
  /** Length of the window, at most 300. In seconds. No policy expression. */
  readonly renewalPeriod: Literal<number>;
  /** Response header with the seconds to wait. Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterHeaderName?: Dynamic<string>;
  /** Context variable with the seconds to wait. Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterVariableName?: Dynamic<string>;
  /** Response header with the calls left. Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsHeaderName?: Dynamic<string>;
  /** Context variable with the calls left. Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsVariableName?: Dynamic<string>;
  /** Response header that repeats the calls value. Not documented: known from Microsoft's VS Code extension. */
  readonly totalCallsHeaderName?: Dynamic<string>;
}

/** One `api`. */
export interface RateLimitApi {
  /** Resource name; ignored when id is there. */
  readonly name?: Dynamic<string>;
  /** Resource id; wins over name. */
  readonly id?: Dynamic<string>;
  /** Calls allowed per window. No policy expression. */
  readonly calls: Literal<number>;
  /** Length of the window, at most 300. In seconds. No policy expression. */
  readonly renewalPeriod: Literal<number>;
  /** Response header with the seconds to wait. Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterHeaderName?: Dynamic<string>;
  /** Context variable with the seconds to wait. Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterVariableName?: Dynamic<string>;
  /** Response header with the calls left. Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsHeaderName?: Dynamic<string>;
  /** Context variable with the calls left. Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsVariableName?: Dynamic<string>;
  /** Response header that repeats the calls value. Not documented: known from Microsoft's VS Code extension. */
  readonly totalCallsHeaderName?: Dynamic<string>;
  /** Own limit for one operation of the API. */
  readonly operations?: readonly (RateLimitApiOperation)[];
}

/** One `operation`. */
export interface RateLimitOperation {
  /**
   * Calls allowed per window. Most likely no policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly calls?: Dynamic<number>;
  /** Window in seconds. Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly renewalPeriod?: Dynamic<number>;
  /** Response header with the seconds to wait. Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterHeaderName?: Dynamic<string>;
  /** Context variable with the seconds to wait. Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterVariableName?: Dynamic<string>;
  /** Response header with the calls left. Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsHeaderName?: Dynamic<string>;
  /** Context variable with the calls left. Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsVariableName?: Dynamic<string>;
  /** Response header that repeats the calls value. Not documented: known from Microsoft's VS Code extension. */
  readonly totalCallsHeaderName?: Dynamic<string>;
  /** Id. Not documented: known from Microsoft's VS Code extension. */
  readonly id?: Dynamic<string>;
  /** Name. Not documented: known from Microsoft's VS Code extension. */
  readonly name?: Dynamic<string>;
}

/** Properties of `rateLimit`. */
export interface RateLimitProperties {
  /** Calls allowed per window. No policy expression. */
  readonly calls: Literal<number>;
  /** Length of the window, at most 300. In seconds. No policy expression. */
  readonly renewalPeriod: Literal<number>;
  /** Response header with the seconds to wait once over the limit. Default: Retry-After. No policy expression. */
  readonly retryAfterHeaderName?: Literal<string>;
  /** Context variable for the same number. No policy expression. */
  readonly retryAfterVariableName?: Literal<string>;
  /** Response header with the calls left. No policy expression. */
  readonly remainingCallsHeaderName?: Literal<string>;
  /** Context variable with the calls left. No policy expression. */
  readonly remainingCallsVariableName?: Literal<string>;
  /** Response header that repeats the calls value. No policy expression. */
  readonly totalCallsHeaderName?: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Own limit for one API of the product. */
  readonly apis?: readonly (RateLimitApi)[];
  /** Own limit for one operation. Not documented: known from Microsoft's VS Code extension. */
  readonly operations?: readonly (RateLimitOperation)[];
}

/**
 * Limits the calls of one subscription to a number per short window; answers 429 beyond it.
 *
 * Sections: inbound. Scopes: product, api, operation. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/rate-limit-policy
 * @example
 * rateLimit({ calls: 60, renewalPeriod: 60, remainingCallsHeaderName: 'x-remaining-calls' })
 */
export function rateLimit(properties: RateLimitProperties): Policy<'inbound'> {
  return buildPolicy(rateLimit, 'rate-limit', properties);
}

/** Properties of `redirectContentUrls`. */
export interface RedirectContentUrlsProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Rewrites links in the body so that they point to the gateway (outbound) or to the backend (inbound).
 *
 * Sections: inbound, outbound. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/redirect-content-urls-policy
 * @example
 * redirectContentUrls()
 */
export function redirectContentUrls(properties?: RedirectContentUrlsProperties): Policy<'inbound' | 'outbound'> {
  return buildPolicy(redirectContentUrls, 'redirect-content-urls', properties);
}

/** Properties of `retry`. */
export interface RetryProperties {
  /** True: try again; false: stop. May be a policy expression. */
  readonly condition: Dynamic<boolean>;
  /** Most retries. From 1 to 50. May be a policy expression. */
  readonly count: Dynamic<number>;
  /** Wait between tries. In seconds. At least 0. May be a policy expression. */
  readonly interval: Dynamic<number>;
  /** Upper bound of the wait in exponential mode; positive. In seconds. At least 1. May be a policy expression. */
  readonly maxInterval?: Dynamic<number>;
  /** Step for linear and exponential mode; positive. In seconds. At least 1. May be a policy expression. */
  readonly delta?: Dynamic<number>;
  /** True: first retry without waiting. Default: false. May be a policy expression. */
  readonly firstFastRetry?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Runs its policies once, then again while a condition holds, up to a count.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/retry-policy
 * @example
 * retry({ condition: cs`context.Response.StatusCode == 429`, count: 3, interval: 1, delta: 1, maxInterval: 8 }, [
 *   forwardRequest({ bufferRequestBody: true }),
 * ])
 */
export function retry<S extends 'inbound' | 'backend' | 'outbound' | 'on-error'>(properties: RetryProperties, policies: readonly Policy<S>[]): Policy<S> {
  return buildPolicy(retry, 'retry', properties, policies);
}

/** Properties of `returnResponse`. */
export interface ReturnResponseProperties {
  /** Context variable with a response, for example from send-request. No policy expression. */
  readonly responseVariableName?: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** As `setStatus`. */
  readonly setStatus?: SetStatusProperties;
  /** As `setHeader`. */
  readonly setHeader?: OneOrMore<SetHeaderProperties>;
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
}

/**
 * Stops the pipeline and answers at once with a given or default response.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/return-response-policy
 * @example
 * returnResponse({
 *   setStatus: { code: 429, reason: 'Too Many Requests' },
 *   setHeader: [{ name: 'Retry-After', existsAction: 'override', value: '10' }],
 *   setBody: 'Try again later',
 * })
 */
export function returnResponse(properties?: ReturnResponseProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(returnResponse, 'return-response', properties);
}

/** Properties of `rewriteUri`. */
export interface RewriteUriProperties {
  /**
   * Target path with optional query string; may use {name} parameters of the operation template. May be a policy
   * expression.
   */
  readonly template: Dynamic<string>;
  /**
   * Carry over query parameters that the operation's URL template does not name. Default: true. May be a policy
   * expression.
   */
  readonly copyUnmatchedParams?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Rewrites the public request URL to the form the backend expects.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/rewrite-uri-policy
 * @example
 * rewriteUri({ template: '/deployments/{deployment}/chat/completions', copyUnmatchedParams: true })
 */
export function rewriteUri(properties: RewriteUriProperties): Policy<'inbound'> {
  return buildPolicy(rewriteUri, 'rewrite-uri', properties);
}

/** Properties of `sendOneWayRequest`. */
export interface SendOneWayRequestProperties {
  /** New request or copy of the current one's headers and body. Default: new. May be a policy expression. */
  readonly mode?: Dynamic<'new' | 'copy'>;
  /** Longest wait. In seconds. Default: 60. May be a policy expression. */
  readonly timeout?: Dynamic<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Request URL. */
  readonly setUrl?: Dynamic<string>;
  /** As `setMethod`. */
  readonly setMethod?: Dynamic<string> | SetMethodProperties;
  /** As `setHeader`. */
  readonly setHeader?: OneOrMore<SetHeaderProperties>;
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
  /** As `authenticationCertificate`. */
  readonly authenticationCertificate?: AuthenticationCertificateProperties;
  /** As `authenticationManagedIdentity`. */
  readonly authenticationManagedIdentity?: AuthenticationManagedIdentityProperties;
  /** As `proxy`. */
  readonly proxy?: ProxyProperties;
}

/**
 * Sends a request to a URL without waiting for the response.
 *
 * Sections: inbound, backend, outbound, on-error. Gateways: classic, v2, consumption, self-hosted.
 *
 * @see https://learn.microsoft.com/azure/api-management/send-one-way-request-policy
 * @example
 * sendOneWayRequest({
 *   mode: 'new',
 *   setUrl: 'https://hooks.contoso.com/apim',
 *   setMethod: 'POST',
 *   setHeader: { name: 'Content-Type', existsAction: 'override', value: 'text/plain' },
 *   setBody: cs`"failed: " + context.RequestId`,
 * })
 */
export function sendOneWayRequest(properties?: SendOneWayRequestProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(sendOneWayRequest, 'send-one-way-request', properties);
}

/** Properties of `sendRequest`. */
export interface SendRequestProperties {
  /** New request or copy of the current one's headers and body. Default: new. May be a policy expression. */
  readonly mode?: Dynamic<'new' | 'copy'>;
  /** Context variable that receives the IResponse. May be a policy expression. */
  readonly responseVariableName: Dynamic<string>;
  /** Longest wait. In seconds. Default: 60. May be a policy expression. */
  readonly timeout?: Dynamic<number>;
  /** True: on error the variable is null and the pipeline goes on. Default: false. No policy expression. */
  readonly ignoreError?: Literal<boolean>;
  /** Wait in milliseconds. May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly timeoutMs?: Dynamic<number>;
  /**
   * Gather the response before passing it on. Default: true. Most likely no policy expression. Not documented: known
   * from Microsoft's VS Code extension.
   */
  readonly bufferResponse?: Dynamic<boolean>;
  /**
   * Treat an error status as an error. Default: false. Most likely no policy expression. Not documented: known from
   * Microsoft's VS Code extension.
   */
  readonly failOnErrorStatusCode?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Request URL. */
  readonly setUrl?: Dynamic<string>;
  /** As `setMethod`. */
  readonly setMethod?: Dynamic<string> | SetMethodProperties;
  /** As `setHeader`. */
  readonly setHeader?: OneOrMore<SetHeaderProperties>;
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
  /** As `authenticationCertificate`. */
  readonly authenticationCertificate?: AuthenticationCertificateProperties;
  /** As `authenticationManagedIdentity`. */
  readonly authenticationManagedIdentity?: AuthenticationManagedIdentityProperties;
  /** As `proxy`. */
  readonly proxy?: ProxyProperties;
}

/**
 * Sends a request to a URL and waits for the response, which goes to a context variable.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/send-request-policy
 * @example
 * sendRequest({
 *   mode: 'new',
 *   responseVariableName: 'profile',
 *   timeout: 10,
 *   ignoreError: true,
 *   setUrl: cs`"https://profiles.contoso.com/" + context.Subscription.Id`,
 *   setMethod: 'GET',
 *   authenticationManagedIdentity: { resource: 'https://profiles.contoso.com' },
 * })
 */
export function sendRequest(properties: SendRequestProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(sendRequest, 'send-request', properties);
}

/** One `message-property`. */
export interface SendServiceBusMessageMessageMessageProperty {
  /** Name. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** One custom property. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** Properties of `sendServiceBusMessage`. */
export interface SendServiceBusMessageCommonProperties {
  /** Fully qualified domain name of the namespace. May be a policy expression. */
  readonly namespace?: Dynamic<string>;
  /** User-assigned identity; left out, the system-assigned one is used. May be a policy expression. */
  readonly clientId?: Dynamic<string>;
  /** GUID; generated when left out. Must be a GUID. May be a policy expression. */
  readonly messageId?: Dynamic<string>;
  /** GUID; for entities with sessions. Must be a GUID. May be a policy expression. */
  readonly sessionId?: Dynamic<string>;
  /** TimeSpan such as 00:10:00. Must be a time span such as 00:10:00. */
  readonly timeToLive?: Dynamic<string>;
  /** Context variable with the result of the send. */
  readonly responseVariableName?: Dynamic<string>;
  /** True: a failed send does not stop the pipeline. Default: false. */
  readonly ignoreError?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Custom properties of the message. */
  readonly messageProperties?: readonly (SendServiceBusMessageMessageMessageProperty)[];
  /** Message body. */
  readonly payload: Dynamic<string>;
}

/** Properties of `sendServiceBusMessage`. */
export interface SendServiceBusMessageWithQueueName extends SendServiceBusMessageCommonProperties {
  /** Queue. May be a policy expression. */
  readonly queueName: Dynamic<string>;
  /** Topic. May be a policy expression. */
  readonly topicName?: Dynamic<string>;
}

/** Properties of `sendServiceBusMessage`. */
export interface SendServiceBusMessageWithTopicName extends SendServiceBusMessageCommonProperties {
  /** Queue. May be a policy expression. */
  readonly queueName?: Dynamic<string>;
  /** Topic. May be a policy expression. */
  readonly topicName: Dynamic<string>;
}

/** Properties of `sendServiceBusMessage`. */
export type SendServiceBusMessageProperties = SendServiceBusMessageWithTopicName | SendServiceBusMessageWithQueueName;

/**
 * Puts a message on a Service Bus queue or topic.
 *
 * Sections: inbound, outbound, on-error. Scopes: global, product, api, operation. Gateways: classic.
 *
 * @see https://learn.microsoft.com/azure/api-management/send-service-bus-message-policy
 * @example
 * sendServiceBusMessage({
 *   queueName: 'audit',
 *   messageProperties: [{ name: 'api', text: cs`context.Api.Id` }],
 *   payload: cs`context.RequestId.ToString()`,
 * })
 */
export function sendServiceBusMessage(properties: SendServiceBusMessageProperties): Policy<'inbound' | 'outbound' | 'on-error'> {
  return buildPolicy(sendServiceBusMessage, 'send-service-bus-message', properties);
}

/** Properties of `setBackendService`. */
export interface SetBackendServiceCommonProperties {
  /** Service Fabric: resolve again when true. May be a policy expression. */
  readonly sfResolveCondition?: Dynamic<boolean>;
  /** Service Fabric: service instance. May be a policy expression. */
  readonly sfServiceInstanceName?: Dynamic<string>;
  /** Service Fabric: partition key. May be a policy expression. */
  readonly sfPartitionKey?: Dynamic<string>;
  /** Service Fabric: replica. May be a policy expression. */
  readonly sfReplicaType?: Dynamic<'primary' | 'secondary'>;
  /** Service Fabric: listener; needs backend-id. May be a policy expression. */
  readonly sfListenerName?: Dynamic<string>;
  /** Dapr: target service. May be a policy expression. */
  readonly daprAppId?: Dynamic<string>;
  /** Dapr: method or URL path of it. May be a policy expression. */
  readonly daprMethod?: Dynamic<string>;
  /** Dapr: Kubernetes namespace. May be a policy expression. */
  readonly daprNamespace?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/** Properties of `setBackendService`. */
export interface SetBackendServiceWithBaseUrl extends SetBackendServiceCommonProperties {
  /** New base URL. May be a policy expression. */
  readonly baseUrl: Dynamic<string>;
  /** Backend entity; the value dapr turns on the Dapr variant. May be a policy expression. */
  readonly backendId?: Dynamic<string>;
}

/** Properties of `setBackendService`. */
export interface SetBackendServiceWithBackendId extends SetBackendServiceCommonProperties {
  /** New base URL. May be a policy expression. */
  readonly baseUrl?: Dynamic<string>;
  /** Backend entity; the value dapr turns on the Dapr variant. May be a policy expression. */
  readonly backendId: Dynamic<string>;
}

/** Properties of `setBackendService`. */
export type SetBackendServiceProperties = SetBackendServiceWithBackendId | SetBackendServiceWithBaseUrl;

/**
 * Sends the request to another base URL, backend entity or Dapr service.
 *
 * Sections: inbound, backend, outbound (not documented), on-error (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/set-backend-service-policy
 * @example
 * setBackendService({ backendId: 'aoai-pool' })
 */
export function setBackendService(properties: SetBackendServiceProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(setBackendService, 'set-backend-service', properties);
}

/** Properties of `setBody`. */
export interface SetBodyProperties {
  /** Turns on the Liquid engine; without it the body is literal text or an expression. Not documented: none. */
  readonly template?: Dynamic<'liquid' | 'none'>;
  /** How XML elements with xsi:nil="true" are represented. Default: blank. No policy expression. */
  readonly xsiNil?: Literal<'blank' | 'null'>;
  /** Parse date-looking strings to System.DateTime; false copies them as they are. Default: true. No policy expression. */
  readonly parseDate?: Literal<boolean>;
  /**
   * Decode HTML entities in the result. Most likely no policy expression. Not documented: known from Microsoft's VS
   * Code extension.
   */
  readonly htmlDecodeExpression?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Content. May be a policy expression. */
  readonly text?: Dynamic<string>;
}

/**
 * Replaces the body of the current request or response with literal text, an expression result or a Liquid template.
 *
 * Sections: inbound, backend, outbound, on-error (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/set-body-policy
 * @example
 * setBody({ template: 'liquid', text: '{"user": "{{body.user.name}}"}' })
 */
export function setBody(text?: Dynamic<string> | SetBodyProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(setBody, 'set-body', text);
}

/** Properties of `setHeader`. */
export interface SetHeaderProperties {
  /** Header name. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** What to do when the header is already there. Default: override. May be a policy expression. */
  readonly existsAction?: Dynamic<'override' | 'skip' | 'append' | 'delete'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One element per header value. */
  readonly value?: OneOrMore<Dynamic<string>>;
}

/**
 * Adds, replaces, appends to or removes a header of the current request (inbound, backend) or response (outbound,
 * on-error).
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/set-header-policy
 * @example
 * setHeader({ name: 'X-Request-Id', existsAction: 'skip', value: cs`context.RequestId.ToString()` })
 */
export function setHeader(properties: SetHeaderProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(setHeader, 'set-header', properties);
}

/** Properties of `setMethod`. */
export interface SetMethodProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** HTTP method. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/**
 * Changes the HTTP method of the request.
 *
 * Sections: inbound, on-error, backend (not documented), outbound (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/set-method-policy
 * @example
 * setMethod('POST')
 */
export function setMethod(text: Dynamic<string> | SetMethodProperties): Policy<'inbound' | 'on-error' | 'backend' | 'outbound'> {
  return buildPolicy(setMethod, 'set-method', text);
}

/** Properties of `setQueryParameter`. */
export interface SetQueryParameterProperties {
  /** Parameter name. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** What to do when the parameter is already there. Default: override. May be a policy expression. */
  readonly existsAction?: Dynamic<'override' | 'skip' | 'append' | 'delete'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One element per value. */
  readonly value?: OneOrMore<Dynamic<string>>;
}

/**
 * Adds, replaces, appends to or removes a query string parameter of the request.
 *
 * Sections: inbound, backend, outbound (not documented), on-error (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/set-query-parameter-policy
 * @example
 * setQueryParameter({ name: 'api-version', existsAction: 'override', value: '2024-10-21' })
 */
export function setQueryParameter(properties: SetQueryParameterProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(setQueryParameter, 'set-query-parameter', properties);
}

/** Properties of `setStatus`. */
export interface SetStatusProperties {
  /** HTTP status code. At least 1. May be a policy expression. */
  readonly code: Dynamic<number>;
  /** Reason phrase. May be a policy expression. */
  readonly reason?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Sets status code and reason phrase of the response.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/set-status-policy
 * @example
 * setStatus({ code: 503, reason: 'Service Unavailable' })
 */
export function setStatus(properties: SetStatusProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(setStatus, 'set-status', properties);
}

/** Properties of `setVariable`. */
export interface SetVariableProperties {
  /** Variable name. No policy expression. */
  readonly name: Literal<string>;
  /** Literal or expression. May be a policy expression. */
  readonly value: Kept;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Creates or overwrites a context variable.
 *
 * Sections: inbound, backend, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/set-variable-policy
 * @example
 * setVariable({ name: 'priority', value: cs`context.Request.Headers.GetValueOrDefault("Priority", "1000")` })
 */
export function setVariable(properties: SetVariableProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(setVariable, 'set-variable', properties);
}

/** One `connection-string`. */
export interface SqlDataSourceConnectionInfoConnectionString {
  /** Use the system-assigned identity instead of a password. Default: false. May be a policy expression. */
  readonly useManagedIdentity?: Dynamic<boolean>;
  /** Scope of the token. Not documented: known from Microsoft's VS Code extension. */
  readonly scope?: Dynamic<string>;
  /** Client id of a user-assigned identity. Not documented: known from Microsoft's VS Code extension. */
  readonly clientId?: Dynamic<string>;
  /** Azure SQL connection string. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `connection-info`. */
export interface SqlDataSourceConnectionInfo {
  /** Connection string, best as a named value. */
  readonly connectionString: Dynamic<string> | SqlDataSourceConnectionInfoConnectionString;
  /** As `includeFragment`. */
  readonly includeFragment?: OneOrMore<IncludeFragmentProperties>;
  /** As `authenticationCertificate`. */
  readonly authenticationCertificate?: AuthenticationCertificateProperties;
}

/** One `parameter`. */
export interface SqlDataSourceRequestParametersParameter {
  /** @name. */
  readonly name: Dynamic<string>;
  /** SQL data type. */
  readonly sqlType?: Dynamic<string>;
  /** One parameter. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `request`. */
export interface SqlDataSourceRequest {
  /** At most one row expected. Default: false. May be a policy expression. */
  readonly singleResult?: Dynamic<boolean>;
  /** As `includeFragment`. */
  readonly includeFragment?: IncludeFragmentProperties;
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
  /** SQL text of the query. */
  readonly sqlStatement: Dynamic<string>;
  /** Parameters of the query. */
  readonly parameters?: readonly (SqlDataSourceRequestParametersParameter)[];
}

/** One `response`. */
export interface SqlDataSourceResponse {
  /** As `includeFragment`. */
  readonly includeFragment?: IncludeFragmentProperties;
  /** As `setBody`. */
  readonly setBody?: Dynamic<string> | SetBodyProperties;
  /** As `publishEvent`. */
  readonly publishEvent?: PublishEventProperties;
}

/** Properties of `sqlDataSource`. */
export interface SqlDataSourceProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Where the data is and how to get in. */
  readonly connectionInfo: SqlDataSourceConnectionInfo;
  /** As `includeFragment`. */
  readonly includeFragment?: OneOrMore<IncludeFragmentProperties>;
  /** The statement to run. */
  readonly request: SqlDataSourceRequest;
  /** Left out: rows come back as JSON. */
  readonly response?: SqlDataSourceResponse;
}

/**
 * Resolves a GraphQL field with a T-SQL request to Azure SQL.
 *
 * Sections: resolver. Scopes: resolver. Gateways: classic, v2.
 *
 * @see https://learn.microsoft.com/azure/api-management/sql-data-source-policy
 * @example
 * sqlDataSource({
 *   connectionInfo: { connectionString: { useManagedIdentity: true, text: 'Server=tcp:contoso.database.windows.net,1433;Database=shop;' } },
 *   request: {
 *     singleResult: true,
 *     sqlStatement: 'SELECT id, total FROM orders WHERE id = @id',
 *     parameters: [{ name: '@id', text: cs`context.GraphQL.Arguments["id"].ToString()` }],
 *   },
 * })
 */
export function sqlDataSource(properties: SqlDataSourceProperties): Policy<'resolver'> {
  return buildPolicy(sqlDataSource, 'sql-data-source', properties);
}

/** One `metadata`. */
export interface TraceMetadata {
  /** Name. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** Value. May be a policy expression. */
  readonly value: Dynamic<string>;
}

/** Properties of `trace`. */
export interface TraceProperties {
  /** Free text naming the source. Most likely no policy expression. */
  readonly source: Dynamic<string>;
  /** Severity, lowest first. Default: verbose. No policy expression. */
  readonly severity?: Literal<'verbose' | 'information' | 'error'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Text of the entry. */
  readonly message?: Dynamic<string>;
  /** Custom property for Application Insights. */
  readonly metadata?: readonly (TraceMetadata)[];
}

/**
 * Adds a custom entry to request traces, Application Insights and resource logs.
 *
 * Sections: inbound, backend, outbound, on-error (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/trace-policy
 * @example
 * trace({ source: 'routing', severity: 'information', message: cs`"priority " + context.Variables["priority"]`, metadata: [{ name: 'stage', value: 'inbound' }] })
 */
export function trace(properties: TraceProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(trace, 'trace', properties);
}

/** One `claim`. */
export interface ValidateAzureAdTokenRequiredClaimsClaim {
  /** Claim name. May be a policy expression. */
  readonly name: Dynamic<string>;
  /** All values must be there, or any one. Default: all. May be a policy expression. */
  readonly match?: Dynamic<'all' | 'any'>;
  /** Splits a multi-valued claim. May be a policy expression. */
  readonly separator?: Dynamic<string>;
  /** Accepted value. */
  readonly value?: OneOrMore<Dynamic<string>>;
}

/** One `key`. */
export interface ValidateAzureAdTokenDecryptionKeysKey {
  /** Uploaded certificate. */
  readonly certificateId: Dynamic<string>;
  /** Id. Not documented: known from Microsoft's VS Code extension. */
  readonly id?: Dynamic<string>;
}

/** Properties of `validateAzureAdToken`. */
export interface ValidateAzureAdTokenProperties {
  /** Tenant id or URL, or organizations / common (also as login.microsoftonline.com URL). May be a policy expression. */
  readonly tenantId: Dynamic<string>;
  /** Header with the token. Default: Authorization. May be a policy expression. */
  readonly headerName?: Dynamic<string>;
  /** Query parameter with the token. May be a policy expression. */
  readonly queryParameterName?: Dynamic<string>;
  /** The token itself, without Bearer. May be a policy expression. */
  readonly tokenValue?: Dynamic<string>;
  /** Entra endpoint of a national cloud; https:// may be left out. */
  readonly authenticationEndpoint?: Dynamic<string>;
  /** Status to answer. Default: 401. May be a policy expression. */
  readonly failedValidationHttpcode?: Dynamic<number>;
  /** Body to answer; the default depends on the fault. May be a policy expression. */
  readonly failedValidationErrorMessage?: Dynamic<string>;
  /** Context variable that receives the Jwt object. No policy expression. */
  readonly outputTokenVariableName?: Literal<string>;
  /** Scheme that must stand in the Authorization header. Not documented: known from Microsoft's VS Code extension. */
  readonly requireScheme?: Dynamic<string>;
  /**
   * Accept protected forwarded tokens. May be a policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly allowProtectedForwardedTokens?: Dynamic<boolean>;
  /**
   * Accept proof-of-possession tokens. May be a policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly allowProofOfPossessionTokens?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Seldom needed. */
  readonly backendApplicationIds?: OneOrMore<Literal<string>>;
  /** Accepted client applications, one is enough. */
  readonly clientApplicationIds?: OneOrMore<Literal<string>>;
  /** Accepted audiences, one is enough. */
  readonly audiences?: OneOrMore<Dynamic<string>>;
  /** Claims that the token must have. */
  readonly requiredClaims?: readonly (Dynamic<string> | ValidateAzureAdTokenRequiredClaimsClaim)[];
  /** Keys that decrypt tokens. */
  readonly decryptionKeys?: readonly (Dynamic<string> | ValidateAzureAdTokenDecryptionKeysKey)[];
}

/**
 * Checks a Microsoft Entra token in the request; answers 401 when it fails.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-azure-ad-token-policy
 * @example
 * validateAzureAdToken({
 *   tenantId: '{{tenant-id}}',
 *   clientApplicationIds: ['{{client-id}}'],
 *   audiences: ['api://aoai'],
 *   requiredClaims: [{ name: 'roles', match: 'any', value: ['llm.read', 'llm.write'] }],
 * })
 */
export function validateAzureAdToken(properties: ValidateAzureAdTokenProperties): Policy<'inbound'> {
  return buildPolicy(validateAzureAdToken, 'validate-azure-ad-token', properties);
}

/** One `identity`. */
export interface ValidateClientCertificateIdentitiesIdentity {
  /** SHA-1 thumbprint. */
  readonly thumbprint?: Dynamic<string>;
  /** Serial number. */
  readonly serialNumber?: Dynamic<string>;
  /** CN. */
  readonly commonName?: Dynamic<string>;
  /** Distinguished name. */
  readonly subject?: Dynamic<string>;
  /** DnsName of the subject alternative name. */
  readonly dnsName?: Dynamic<string>;
  /** Distinguished name of the issuer. */
  readonly issuerSubject?: Dynamic<string>;
  /** SHA-1 thumbprint of the issuer. */
  readonly issuerThumbprint?: Dynamic<string>;
  /** Certificate entity of the issuer. */
  readonly issuerCertificateId?: Dynamic<string>;
}

/** Properties of `validateClientCertificate`. */
export interface ValidateClientCertificateProperties {
  /** Test against the online revocation list. Default: true. No policy expression. */
  readonly validateRevocation?: Literal<boolean>;
  /** Fail when no chain to a trusted CA can be built. Default: true. No policy expression. */
  readonly validateTrust?: Literal<boolean>;
  /** Test the start date. Default: true. No policy expression. */
  readonly validateNotBefore?: Literal<boolean>;
  /** Test the end date. Default: true. No policy expression. */
  readonly validateNotAfter?: Literal<boolean>;
  /** True: go on when the check fails; false: go to on-error. Default: false. No policy expression. */
  readonly ignoreError?: Literal<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Accepted certificates, one is enough. */
  readonly identities?: readonly (ValidateClientCertificateIdentitiesIdentity)[];
}

/**
 * Checks the caller's TLS certificate against rules and accepted identities.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-client-certificate-policy
 * @example
 * validateClientCertificate({ validateTrust: true, ignoreError: false, identities: [{ commonName: 'client.contoso.com', issuerSubject: 'CN=Contoso CA' }] })
 */
export function validateClientCertificate(properties?: ValidateClientCertificateProperties): Policy<'inbound'> {
  return buildPolicy(validateClientCertificate, 'validate-client-certificate', properties);
}

/** One `type`. */
export interface ValidateContentContentTypeMapType {
  /** Incoming content type. */
  readonly from?: Dynamic<string>;
  /** Condition instead of from. May be a policy expression. */
  readonly when?: Dynamic<boolean>;
  /** Content type used for validation. */
  readonly to: Dynamic<string>;
}

/** One `content-type-map`. */
export interface ValidateContentContentTypeMap {
  /** Content type used whatever comes in. No policy expression. */
  readonly anyContentTypeValue?: Literal<string>;
  /** Content type used when it is missing or empty. No policy expression. */
  readonly missingContentTypeValue?: Literal<string>;
  /** One mapping. */
  readonly types?: readonly (Dynamic<string> | ValidateContentContentTypeMapType)[];
}

/** One `content`. */
export interface ValidateContentContent {
  /** Engine. */
  readonly validateAs: Dynamic<'json' | 'xml' | 'soap'>;
  /** Content type the rule is for; empty means every one in the API schema. */
  readonly type?: Dynamic<string>;
  /** Schema resource in the instance; default is the API's own schema. */
  readonly schemaId?: Dynamic<string>;
  /** Local JSON reference such as #/components/schemas/x. */
  readonly schemaRef?: Dynamic<string>;
  /** Action for this content. May be a policy expression. */
  readonly action: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** Overrides additionalProperties of a JSON schema. Most likely no policy expression. */
  readonly allowAdditionalProperties?: Dynamic<boolean>;
  /** JSON schemas only. Default: false. Most likely no policy expression. */
  readonly caseInsensitivePropertyNames?: Dynamic<boolean>;
}

/** Properties of `validateContent`. */
export interface ValidateContentProperties {
  /** For content types that the API schema does not name. May be a policy expression. */
  readonly unspecifiedContentTypeAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** Largest body in bytes, after decompression; 4 MB at most. From 0 to 4194304. May be a policy expression. */
  readonly maxSize: Dynamic<number>;
  /** For bodies larger than max-size. May be a policy expression. */
  readonly sizeExceededAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** Context variable that receives the errors. No policy expression. */
  readonly errorsVariableName?: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Maps content types before validation. */
  readonly contentTypeMap?: readonly (Dynamic<string> | ValidateContentContentTypeMapType)[] | ValidateContentContentTypeMap;
  /** Rule for one kind of content. */
  readonly contents?: readonly (ValidateContentContent)[];
}

/**
 * Checks size and content of a request or response body against schemas.
 *
 * Sections: inbound, outbound, on-error.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-content-policy
 * @example
 * validateContent({
 *   unspecifiedContentTypeAction: 'prevent',
 *   maxSize: 102_400,
 *   sizeExceededAction: 'prevent',
 *   errorsVariableName: 'content-errors',
 *   contents: [{ type: 'application/json', validateAs: 'json', action: 'prevent' }],
 * })
 */
export function validateContent(properties: ValidateContentProperties): Policy<'inbound' | 'outbound' | 'on-error'> {
  return buildPolicy(validateContent, 'validate-content', properties);
}

/** One `rule`. */
export interface ValidateGraphqlRequestAuthorizeRule {
  /** /type/field, or /__* for introspection. */
  readonly path: Dynamic<string>;
  /** What to do when the path matches. Default: allow. May be a policy expression. */
  readonly action?: Dynamic<'allow' | 'remove' | 'reject' | 'ignore'>;
}

/** Properties of `validateGraphqlRequest`. */
export interface ValidateGraphqlRequestProperties {
  /** Context variable that receives the errors. May be a policy expression. */
  readonly errorVariableName?: Dynamic<string>;
  /** Largest request in bytes. From 1 to 102400. May be a policy expression. */
  readonly maxSize: Dynamic<number>;
  /** Largest query depth. Default: 6. May be a policy expression. */
  readonly maxDepth?: Dynamic<number>;
  /** Largest depth over all operations. Not documented: known from Microsoft's VS Code extension. */
  readonly maxTotalDepth?: Dynamic<string>;
  /** Largest complexity of a query. Not documented: known from Microsoft's VS Code extension. */
  readonly maxComplexity?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Rules for query paths. */
  readonly authorize?: readonly (Dynamic<string> | ValidateGraphqlRequestAuthorizeRule)[];
}

/**
 * Validates a GraphQL request and authorizes query paths.
 *
 * Sections: inbound. Scopes: global, workspace, product, api. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-graphql-request-policy
 * @example
 * validateGraphqlRequest({ errorVariableName: 'graphql-errors', maxSize: 102_400, maxDepth: 4, authorize: [{ path: '/Query/secrets', action: 'reject' }] })
 */
export function validateGraphqlRequest(properties: ValidateGraphqlRequestProperties): Policy<'inbound'> {
  return buildPolicy(validateGraphqlRequest, 'validate-graphql-request', properties);
}

/** One `header`. */
export interface ValidateHeadersHeader {
  /** Header name. */
  readonly name: Dynamic<string>;
  /** Action for this header. May be a policy expression. */
  readonly action: Dynamic<'ignore' | 'prevent' | 'detect'>;
}

/** Properties of `validateHeaders`. */
export interface ValidateHeadersProperties {
  /** For headers in the API schema. May be a policy expression. */
  readonly specifiedHeaderAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** For headers not in the API schema. May be a policy expression. */
  readonly unspecifiedHeaderAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** Context variable that receives the errors. No policy expression. */
  readonly errorsVariableName?: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One header. */
  readonly headers?: readonly (ValidateHeadersHeader)[];
}

/**
 * Validates response headers against the API schema.
 *
 * Sections: outbound, on-error. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-headers-policy
 * @example
 * validateHeaders({ specifiedHeaderAction: 'detect', unspecifiedHeaderAction: 'ignore', headers: [{ name: 'X-Internal', action: 'prevent' }] })
 */
export function validateHeaders(properties: ValidateHeadersProperties): Policy<'outbound' | 'on-error'> {
  return buildPolicy(validateHeaders, 'validate-headers', properties);
}

/** One `openid-config`. */
export interface ValidateJwtOpenidConfig {
  /** Full URL of the OpenID metadata. */
  readonly url: Dynamic<string>;
  /** False: do not test the URL when the policy is saved. */
  readonly validateConnectivity?: Dynamic<boolean>;
  /** Host to fetch the metadata from. Not documented: known from Microsoft's VS Code extension. */
  readonly host?: Dynamic<string>;
}

/** One `key`. */
export interface ValidateJwtIssuerSigningKeysKey {
  /** Matches the kid of the token. */
  readonly id?: Dynamic<string>;
  /** Uploaded certificate with the public key. */
  readonly certificateId?: Dynamic<string>;
  /** RSA modulus, Base64url. No policy expression. */
  readonly n?: Literal<string>;
  /** RSA exponent, Base64url. No policy expression. */
  readonly e?: Literal<string>;
  /** Base64 key. */
  readonly text?: Dynamic<string>;
}

/** One `zumo-master-key`. */
export interface ValidateJwtIssuerSigningKeysZumoMasterKey {
  /** Id. Not documented: known from Microsoft's VS Code extension. */
  readonly id?: Dynamic<string>;
  /** Master key of Azure Mobile Services. */
  readonly text?: Dynamic<string>;
}

/** One `issuer-signing-keys`. */
export interface ValidateJwtIssuerSigningKeys {
  /** One key. */
  readonly keys?: readonly (Dynamic<string> | ValidateJwtIssuerSigningKeysKey)[];
  /** Master key of Azure Mobile Services. Not documented: known from Microsoft's VS Code extension. */
  readonly zumoMasterKeys?: readonly (Dynamic<string> | ValidateJwtIssuerSigningKeysZumoMasterKey)[];
}

/** One `key`. */
export interface ValidateJwtDecryptionKeysKey {
  /** Uploaded certificate. */
  readonly certificateId?: Dynamic<string>;
  /** Id. Not documented: known from Microsoft's VS Code extension. */
  readonly id?: Dynamic<string>;
  /** Base64 key. */
  readonly text?: Dynamic<string>;
}

/** One `claim`. */
export interface ValidateJwtRequiredClaimsClaim {
  /** Claim name. */
  readonly name: Dynamic<string>;
  /** All values must be there, or any one. Default: all. May be a policy expression. */
  readonly match?: Dynamic<'all' | 'any'>;
  /** Splits a multi-valued claim. */
  readonly separator?: Dynamic<string>;
  /** Accepted value. */
  readonly value?: OneOrMore<Dynamic<string>>;
}

/** One `issuer-signing-tokens`. */
export interface ValidateJwtIssuerSigningTokens {
  /** One token. Not documented: known from Microsoft's VS Code extension. */
  readonly token?: OneOrMore<Dynamic<string>>;
}

/** Properties of `validateJwt`. */
export interface ValidateJwtCommonProperties {
  /** Status to answer. Default: 401. May be a policy expression. */
  readonly failedValidationHttpcode?: Dynamic<number>;
  /** Body to answer; the default depends on the fault. May be a policy expression. */
  readonly failedValidationErrorMessage?: Dynamic<string>;
  /** The exp claim must be there. Default: true. May be a policy expression. */
  readonly requireExpirationTime?: Dynamic<boolean>;
  /** Scheme that must stand in the Authorization header. May be a policy expression. */
  readonly requireScheme?: Dynamic<string>;
  /** The token must be signed. Default: true. May be a policy expression. */
  readonly requireSignedTokens?: Dynamic<boolean>;
  /** Allowed clock difference. In seconds. Default: 0. May be a policy expression. */
  readonly clockSkew?: Dynamic<number>;
  /** Context variable that receives the Jwt object. No policy expression. */
  readonly outputTokenVariableName?: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** OpenID metadata to take keys and issuers from. */
  readonly openidConfigs?: readonly (Dynamic<string> | ValidateJwtOpenidConfig)[];
  /** Keys that sign tokens. */
  readonly issuerSigningKeys?: readonly (Dynamic<string> | ValidateJwtIssuerSigningKeysKey)[] | ValidateJwtIssuerSigningKeys;
  /** Keys that decrypt tokens. */
  readonly decryptionKeys?: readonly (Dynamic<string> | ValidateJwtDecryptionKeysKey)[];
  /** Accepted audiences. */
  readonly audiences?: OneOrMore<Dynamic<string>>;
  /** Accepted issuers. */
  readonly issuers?: OneOrMore<Dynamic<string>>;
  /** Claims that the token must have. */
  readonly requiredClaims?: readonly (Dynamic<string> | ValidateJwtRequiredClaimsClaim)[];
  /** Security tokens that hold the signing keys. Not documented: known from Microsoft's VS Code extension. */
  readonly issuerSigningTokens?: ValidateJwtIssuerSigningTokens;
}

/** Properties of `validateJwt`. */
export interface ValidateJwtWithHeaderName extends ValidateJwtCommonProperties {
  /** Header with the token. May be a policy expression. */
  readonly headerName: Dynamic<string>;
  /** Query parameter with the token. May be a policy expression. */
  readonly queryParameterName?: Dynamic<string>;
  /** The token itself, without 'Bearer '. May be a policy expression. */
  readonly tokenValue?: Dynamic<string>;
}

/** Properties of `validateJwt`. */
export interface ValidateJwtWithQueryParameterName extends ValidateJwtCommonProperties {
  /** Header with the token. May be a policy expression. */
  readonly headerName?: Dynamic<string>;
  /** Query parameter with the token. May be a policy expression. */
  readonly queryParameterName: Dynamic<string>;
  /** The token itself, without 'Bearer '. May be a policy expression. */
  readonly tokenValue?: Dynamic<string>;
}

/** Properties of `validateJwt`. */
export interface ValidateJwtWithTokenValue extends ValidateJwtCommonProperties {
  /** Header with the token. May be a policy expression. */
  readonly headerName?: Dynamic<string>;
  /** Query parameter with the token. May be a policy expression. */
  readonly queryParameterName?: Dynamic<string>;
  /** The token itself, without 'Bearer '. May be a policy expression. */
  readonly tokenValue: Dynamic<string>;
}

/** Properties of `validateJwt`. */
export type ValidateJwtProperties = ValidateJwtWithTokenValue | ValidateJwtWithQueryParameterName | ValidateJwtWithHeaderName;

/**
 * Checks a JWT of any identity provider; answers 401 when it fails.
 *
 * Sections: inbound.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-jwt-policy
 * @example
 * validateJwt({
 *   headerName: 'Authorization',
 *   failedValidationHttpcode: 401,
 *   openidConfigs: ['https://login.microsoftonline.com/{{tenant-id}}/v2.0/.well-known/openid-configuration'],
 *   audiences: ['api://aoai'],
 *   requiredClaims: [{ name: 'scp', match: 'any', separator: ' ', value: 'llm.read' }],
 * })
 */
export function validateJwt(properties: ValidateJwtProperties): Policy<'inbound'> {
  return buildPolicy(validateJwt, 'validate-jwt', properties);
}

/** Properties of `validateOdataRequest`. */
export interface ValidateOdataRequestProperties {
  /** Context variable that receives the errors. */
  readonly errorVariableName?: Dynamic<string>;
  /** Version when the request has no OData-Version header. Default: 4.0. */
  readonly defaultOdataVersion?: Dynamic<string>;
  /** Lowest accepted version. */
  readonly minOdataVersion?: Dynamic<string>;
  /** Highest accepted version. */
  readonly maxOdataVersion?: Dynamic<string>;
  /** Largest payload in bytes. */
  readonly maxSize?: Dynamic<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Validates URL, headers and parameters of a request to an OData API.
 *
 * Sections: inbound. Scopes: global, workspace, product, api. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-odata-request-policy
 * @example
 * validateOdataRequest({ errorVariableName: 'odata-errors', defaultOdataVersion: '4.0', maxSize: 102_400 })
 */
export function validateOdataRequest(properties?: ValidateOdataRequestProperties): Policy<'inbound'> {
  return buildPolicy(validateOdataRequest, 'validate-odata-request', properties);
}

/** One `parameter`. */
export interface ValidateParametersHeadersParameter {
  /** Parameter name. */
  readonly name: Dynamic<string>;
  /** Action for this parameter. May be a policy expression. */
  readonly action: Dynamic<'ignore' | 'prevent' | 'detect'>;
}

/** One `headers`. */
export interface ValidateParametersHeaders {
  /** Override for headers. May be a policy expression. */
  readonly specifiedParameterAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** Override for headers. May be a policy expression. */
  readonly unspecifiedParameterAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** One parameter. */
  readonly parameters?: readonly (ValidateParametersHeadersParameter)[];
}

/** One `parameter`. */
export interface ValidateParametersQueryParameter {
  /** Parameter name. */
  readonly name: Dynamic<string>;
  /** Action for this parameter. May be a policy expression. */
  readonly action: Dynamic<'ignore' | 'prevent' | 'detect'>;
}

/** One `query`. */
export interface ValidateParametersQuery {
  /** Override for query. May be a policy expression. */
  readonly specifiedParameterAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** Override for query. May be a policy expression. */
  readonly unspecifiedParameterAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** One parameter. */
  readonly parameters?: readonly (ValidateParametersQueryParameter)[];
}

/** One `parameter`. */
export interface ValidateParametersPathParameter {
  /** Parameter name. */
  readonly name: Dynamic<string>;
  /** Action for this parameter. May be a policy expression. */
  readonly action: Dynamic<'ignore' | 'prevent' | 'detect'>;
}

/** One `path`. */
export interface ValidateParametersPath {
  /** Override for path. May be a policy expression. */
  readonly specifiedParameterAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** One parameter. */
  readonly parameters?: readonly (ValidateParametersPathParameter)[];
}

/** Properties of `validateParameters`. */
export interface ValidateParametersProperties {
  /** For parameters in the API schema. May be a policy expression. */
  readonly specifiedParameterAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** For parameters not in the API schema. May be a policy expression. */
  readonly unspecifiedParameterAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** Context variable that receives the errors. No policy expression. */
  readonly errorsVariableName?: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Rules for header parameters. */
  readonly headers?: ValidateParametersHeaders;
  /** Rules for query parameters. */
  readonly query?: ValidateParametersQuery;
  /** Rules for path parameters. */
  readonly path?: Dynamic<'ignore' | 'prevent' | 'detect'> | ValidateParametersPath;
}

/**
 * Validates header, query and path parameters of a request against the API schema.
 *
 * Sections: inbound. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-parameters-policy
 * @example
 * validateParameters({
 *   specifiedParameterAction: 'prevent',
 *   unspecifiedParameterAction: 'ignore',
 *   query: {
 *     specifiedParameterAction: 'detect',
 *     unspecifiedParameterAction: 'detect',
 *     parameters: [{ name: 'api-version', action: 'prevent' }],
 *   },
 * })
 */
export function validateParameters(properties: ValidateParametersProperties): Policy<'inbound'> {
  return buildPolicy(validateParameters, 'validate-parameters', properties);
}

/** One `status-code`. */
export interface ValidateStatusCodeStatusCode {
  /** HTTP status code. Most likely no policy expression. */
  readonly code: Dynamic<number>;
  /** Override for this code. May be a policy expression. */
  readonly action: Dynamic<'ignore' | 'prevent' | 'detect'>;
}

/** Properties of `validateStatusCode`. */
export interface ValidateStatusCodeProperties {
  /** For status codes not in the API schema. May be a policy expression. */
  readonly unspecifiedStatusCodeAction: Dynamic<'ignore' | 'prevent' | 'detect'>;
  /** Context variable that receives the errors. No policy expression. */
  readonly errorsVariableName?: Literal<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Rule for one status code. */
  readonly statusCodes?: readonly (ValidateStatusCodeStatusCode)[];
}

/**
 * Validates response status codes against the API schema.
 *
 * Sections: outbound, on-error. At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/validate-status-code-policy
 * @example
 * validateStatusCode({ unspecifiedStatusCodeAction: 'detect', statusCodes: [{ code: 404, action: 'ignore' }] })
 */
export function validateStatusCode(properties: ValidateStatusCodeProperties): Policy<'outbound' | 'on-error'> {
  return buildPolicy(validateStatusCode, 'validate-status-code', properties);
}

/** Properties of `wait`. */
export interface WaitProperties {
  /** Wait for all children or the first one. Default: all. May be a policy expression. */
  readonly for?: Dynamic<'all' | 'any'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Runs its direct children in parallel and waits for all or any of them.
 *
 * Sections: inbound, backend, outbound, on-error (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/wait-policy
 * @example
 * wait({ for: 'all' }, [
 *   sendRequest({ responseVariableName: 'a', setUrl: 'https://a.contoso.com', setMethod: 'GET' }),
 *   sendRequest({ responseVariableName: 'b', setUrl: 'https://b.contoso.com', setMethod: 'GET' }),
 * ])
 */
export function wait<S extends 'inbound' | 'backend' | 'outbound' | 'on-error'>(policies: readonly Policy<S>[]): Policy<S>;
/**
 * Runs its direct children in parallel and waits for all or any of them.
 *
 * Sections: inbound, backend, outbound, on-error (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/wait-policy
 * @example
 * wait({ for: 'all' }, [
 *   sendRequest({ responseVariableName: 'a', setUrl: 'https://a.contoso.com', setMethod: 'GET' }),
 *   sendRequest({ responseVariableName: 'b', setUrl: 'https://b.contoso.com', setMethod: 'GET' }),
 * ])
 */
export function wait<S extends 'inbound' | 'backend' | 'outbound' | 'on-error'>(properties: WaitProperties, policies: readonly Policy<S>[]): Policy<S>;
export function wait<S extends 'inbound' | 'backend' | 'outbound' | 'on-error'>(first: WaitProperties | readonly Policy<S>[], second?: readonly Policy<S>[]): Policy<S> {
  return second === undefined ? buildPolicy(wait, 'wait', {}, first as readonly Policy<S>[]) : buildPolicy(wait, 'wait', first, second);
}

/** Properties of `xmlToJson`. */
export interface XmlToJsonProperties {
  /** Shape of the JSON. May be a policy expression. */
  readonly kind: Dynamic<'javascript-friendly' | 'direct'>;
  /** Convert always, or only when Content-Type is XML. May be a policy expression. */
  readonly apply: Dynamic<'always' | 'content-type-xml'>;
  /** True: convert only if Accept asks for JSON; false: always. Default: true. May be a policy expression. */
  readonly considerAcceptHeader?: Dynamic<boolean>;
  /** True: every child element becomes an array; false: only repeated ones. Default: false. May be a policy expression. */
  readonly alwaysArrayChildElements?: Dynamic<boolean>;
  /** Keep white space nodes. May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly preserveWhitespaceNodes?: Dynamic<boolean>;
  /**
   * How empty values are written. May be a policy expression. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly emptyValues?: Dynamic<'preserve' | 'as-null'>;
  /** Trim white space. May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly trimValues?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Converts an XML body to JSON.
 *
 * Sections: inbound, outbound, on-error, backend (not documented).
 *
 * @see https://learn.microsoft.com/azure/api-management/xml-to-json-policy
 * @example
 * xmlToJson({ kind: 'direct', apply: 'always', considerAcceptHeader: false })
 */
export function xmlToJson(properties: XmlToJsonProperties): Policy<'inbound' | 'outbound' | 'on-error' | 'backend'> {
  return buildPolicy(xmlToJson, 'xml-to-json', properties);
}

/** One `parameter`. */
export interface XslTransformParameter {
  /** XSLT parameter name. */
  readonly name: Dynamic<string>;
  /**
   * XSLT parameter name, as the statement of the page spells it. Not documented: known from Microsoft's VS Code
   * extension.
   */
  readonly parameterName?: Dynamic<string>;
  /** Value for an xsl:param. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** Properties of `xslTransform`. */
export interface XslTransformProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Value for an xsl:param. */
  readonly parameters?: readonly (XslTransformParameter)[];
  /** Stylesheet in namespace http://www.w3.org/1999/XSL/Transform. */
  readonly xslStylesheet: string;
}

/**
 * Applies an XSLT 1.0 stylesheet to an XML body.
 *
 * Sections: inbound, outbound, on-error (not documented). At most once in a section.
 *
 * @see https://learn.microsoft.com/azure/api-management/xsl-transform-policy
 * @example
 * xslTransform({
 *   parameters: [{ name: 'user-agent', text: cs`context.Request.Headers.GetValueOrDefault("User-Agent", "none")` }],
 *   xslStylesheet:
 *     '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><out /></xsl:template></xsl:stylesheet>',
 * })
 */
export function xslTransform(properties: XslTransformProperties): Policy<'inbound' | 'outbound' | 'on-error'> {
  return buildPolicy(xslTransform, 'xsl-transform', properties);
}
