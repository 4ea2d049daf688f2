/** The builders of the policies. Generated from schemas/elements by `npm run generate`; do not edit. */
import { buildChoose, buildOtherwise, buildWhen } from './build-choose.js';
import { buildPolicy } from './build-element.js';
import type { Base, Otherwise, Policy, Section, When } from './policy.js';
import type { Dynamic, Literal, OneOrMore } from './property-types.js';

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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/authentication-basic-policy
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/authentication-certificate-policy
 */
export function authenticationCertificate(properties?: AuthenticationCertificateProperties): Policy<'inbound'> {
  return buildPolicy(authenticationCertificate, 'authentication-certificate', properties);
}

/** Properties of `authenticationManagedIdentity`. */
export interface AuthenticationManagedIdentityProperties {
  /** Application id or URI of the target. May be a policy expression. */
  readonly resource: Dynamic<string>;
  /** Client id of a user-assigned identity; left out: the system-assigned one. No policy expression. */
  readonly clientId?: Literal<string>;
  /** Context variable that receives the token (string). No policy expression. */
  readonly outputTokenVariableName?: Literal<string>;
  /** True: go on without a token. Default: false. Most likely no policy expression. */
  readonly ignoreError?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Gets an Entra token with the service's managed identity and puts it into the Authorization header.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy
 */
export function authenticationManagedIdentity(properties: AuthenticationManagedIdentityProperties): Policy<'inbound'> {
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
  /** Metric namespace. Default: API Management. No policy expression. */
  readonly namespace?: Literal<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly name?: Dynamic<string>;
  /** Default: all. Not documented: known from Microsoft's VS Code extension. */
  readonly valueType?: Dynamic<'all' | 'total-tokens' | 'prompt-tokens' | 'completion-tokens'>;
  /** Default: false. Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly ignorePrompt?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One dimension of the metric. */
  readonly dimensions: readonly (Dynamic<string> | AzureOpenaiEmitTokenMetricDimension)[];
}

/**
 * Older, Azure OpenAI only name of llm-emit-token-metric with the same content. Use llm-emit-token-metric instead.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/azure-openai-emit-token-metric-policy
 * @deprecated use llm-emit-token-metric
 */
export function azureOpenaiEmitTokenMetric(properties: AzureOpenaiEmitTokenMetricProperties): Policy<'inbound'> {
  return buildPolicy(azureOpenaiEmitTokenMetric, 'azure-openai-emit-token-metric', properties);
}

/** Properties of `azureOpenaiSemanticCacheLookup`. */
export interface AzureOpenaiSemanticCacheLookupProperties {
  /** Largest distance for a hit; lower is stricter. From 0 to 1. Most likely no policy expression. */
  readonly scoreThreshold: Dynamic<number>;
  /** Backend entity of the embeddings API. */
  readonly embeddingsBackendId: Dynamic<string>;
  /** Must be system-assigned. */
  readonly embeddingsBackendAuth: Dynamic<'system-assigned' | 'header'>;
  /** Drop system messages before comparing (advised). Default: false. */
  readonly ignoreSystemMessages?: Dynamic<boolean>;
  /** Skip caching beyond this many dialog messages. */
  readonly maxMessageCount?: Dynamic<number>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly cacheId?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  readonly varyBy?: OneOrMore<Dynamic<string>>;
}

/**
 * Older, Azure OpenAI only name of llm-semantic-cache-lookup with the same content. Use llm-semantic-cache-lookup
 * instead.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/azure-openai-semantic-cache-lookup-policy
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
 * Sections: outbound.
 * @see https://learn.microsoft.com/azure/api-management/azure-openai-semantic-cache-store-policy
 * @deprecated use llm-semantic-cache-store
 */
export function azureOpenaiSemanticCacheStore(properties: AzureOpenaiSemanticCacheStoreProperties): Policy<'outbound'> {
  return buildPolicy(azureOpenaiSemanticCacheStore, 'azure-openai-semantic-cache-store', properties);
}

/** Properties of `azureOpenaiTokenLimit`. */
export interface AzureOpenaiTokenLimitCommonProperties {
  /** Key of the counter. May be a policy expression. */
  readonly counterKey: Dynamic<string>;
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
  /** Default: auto. Not documented: known from Microsoft's VS Code extension. */
  readonly promptType?: Dynamic<'auto' | 'chat-completion' | 'completion' | 'embeddings'>;
  /** Default: false. Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
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
  /** Fixed window, aligned to UTC. May be a policy expression. */
  readonly tokenQuotaPeriod?: Dynamic<'Hourly' | 'Daily' | 'Weekly' | 'Monthly' | 'Yearly' | 'Indefinite'>;
}

/** Properties of `azureOpenaiTokenLimit`. */
export interface AzureOpenaiTokenLimitWithTokenQuotaAndTokenQuotaPeriod extends AzureOpenaiTokenLimitCommonProperties {
  /** Prompt plus completion tokens per minute. May be a policy expression. */
  readonly tokensPerMinute?: Dynamic<number>;
  /** Tokens allowed per token-quota-period. May be a policy expression. */
  readonly tokenQuota: Dynamic<number>;
  /** Fixed window, aligned to UTC. May be a policy expression. */
  readonly tokenQuotaPeriod: Dynamic<'Hourly' | 'Daily' | 'Weekly' | 'Monthly' | 'Yearly' | 'Indefinite'>;
}

/** Properties of `azureOpenaiTokenLimit`. */
export type AzureOpenaiTokenLimitProperties = AzureOpenaiTokenLimitWithTokenQuotaAndTokenQuotaPeriod | AzureOpenaiTokenLimitWithTokensPerMinute;

/**
 * Older, Azure OpenAI only name of llm-token-limit with the same attributes. Use llm-token-limit instead.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/azure-openai-token-limit-policy
 * @deprecated use llm-token-limit
 */
export function azureOpenaiTokenLimit(properties: AzureOpenaiTokenLimitProperties): Policy<'inbound'> {
  return buildPolicy(azureOpenaiTokenLimit, 'azure-openai-token-limit', properties);
}

/**
 * Runs the policies of the same section at the next broader scope, at this place.
 * Sections: inbound, backend, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/set-edit-policies
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
  /** Value assigned on a miss. May be a policy expression. */
  readonly defaultValue?: Dynamic<string>;
  /** Which cache. Default: prefer-external. No policy expression. */
  readonly cachingType?: Literal<'internal' | 'external' | 'prefer-external'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Looks up a value by key and puts it in a context variable.
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/cache-lookup-value-policy
 */
export function cacheLookupValue(properties: CacheLookupValueProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/cache-lookup-policy
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
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/cache-remove-value-policy
 */
export function cacheRemoveValue(properties: CacheRemoveValueProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
  return buildPolicy(cacheRemoveValue, 'cache-remove-value', properties);
}

/** Properties of `cacheStoreValue`. */
export interface CacheStoreValueProperties {
  /** Cache key. May be a policy expression. */
  readonly key: Dynamic<string>;
  /** Value to store. May be a policy expression. */
  readonly value: Dynamic<string>;
  /** Time to live in seconds. In seconds. May be a policy expression. */
  readonly duration: Dynamic<number>;
  /** Which cache. Default: prefer-external. No policy expression. */
  readonly cachingType?: Literal<'internal' | 'external' | 'prefer-external'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Stores a value in the cache under a key.
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/cache-store-value-policy
 */
export function cacheStoreValue(properties: CacheStoreValueProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
  return buildPolicy(cacheStoreValue, 'cache-store-value', properties);
}

/** Properties of `cacheStore`. */
export interface CacheStoreProperties {
  /** Time to live in seconds. In seconds. May be a policy expression. */
  readonly duration: Dynamic<number>;
  /**
   * True caches the response whatever its status; left out, only 200 OK is cached. Default: false. May be a policy
   * expression.
   */
  readonly cacheResponse?: Dynamic<boolean>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly cachingMode?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Stores the current response in the cache.
 * Sections: outbound.
 * @see https://learn.microsoft.com/azure/api-management/cache-store-policy
 */
export function cacheStore(properties: CacheStoreProperties): Policy<'outbound'> {
  return buildPolicy(cacheStore, 'cache-store', properties);
}

/** Properties of `cacheValue`. */
export interface CacheValueProperties<S extends 'inbound' | 'outbound' | 'backend' | 'on-error'> {
  /** Cache key. May be a policy expression. */
  readonly key: Dynamic<string>;
  /** Context variable that receives the value. No policy expression. */
  readonly variableName: Literal<string>;
  /** Expiry. In seconds. May be a policy expression. */
  readonly expiresAfter?: Dynamic<number>;
  /** Age after which the value is produced again; less than expires-after. In seconds. May be a policy expression. */
  readonly refreshAfter?: Dynamic<number>;
  /** Value when the lookup misses and the nested policies set none. May be a policy expression. */
  readonly defaultValue?: Dynamic<string>;
  /** Default: prefer-external. No policy expression. */
  readonly cachingType?: Literal<'internal' | 'external' | 'prefer-external'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Policies that set the variable. */
  readonly value: readonly Policy<S>[];
}

/**
 * Looks up a value by key and, on a miss or when a refresh is due, runs nested policies to produce it and stores it.
 * Sections: inbound, outbound, backend, on-error.
 */
export function cacheValue<S extends 'inbound' | 'outbound' | 'backend' | 'on-error'>(properties: CacheValueProperties<S>): Policy<S> {
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
  readonly value?: OneOrMore<Dynamic<string>>;
}

/**
 * Ends the request with a chosen status when a header is missing or has a value that is not listed.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/check-header-policy
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
 * Sections: inbound, backend, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/choose-policy
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
  /** True: end unmatched cross-origin requests with an empty 200. Default: false. May be a policy expression. */
  readonly terminateUnmatchedRequest?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  readonly allowedOrigins: OneOrMore<Dynamic<string>>;
  readonly allowedMethods?: OneOrMore<Dynamic<string>> | CorsAllowedMethods;
  readonly allowedHeaders: OneOrMore<Dynamic<string>>;
  readonly exposeHeaders?: OneOrMore<Dynamic<string>>;
}

/**
 * Answers CORS preflight requests and adds CORS headers.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/cors-policy
 */
export function cors(properties: CorsProperties): Policy<'inbound'> {
  return buildPolicy(cors, 'cors', properties);
}

/** One `connection-string`. */
export interface CosmosdbDataSourceConnectionInfoConnectionString {
  /** Use the system-assigned identity; leave out AccountKey then. Default: false. */
  readonly useManagedIdentity?: Dynamic<boolean>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly clientId?: Dynamic<string>;
  /** Content. */
  readonly text: Dynamic<string>;
}

/** One `connection-info`. */
export interface CosmosdbDataSourceConnectionInfo {
  readonly connectionString: Dynamic<string> | CosmosdbDataSourceConnectionInfoConnectionString;
  readonly databaseName: Dynamic<string>;
  readonly containerName: Dynamic<string>;
}

/** One `parameter`. */
export interface CosmosdbDataSourceQueryRequestParametersParameter {
  /** @name. */
  readonly name: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly type?: Dynamic<string>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `partition-key`. */
export interface CosmosdbDataSourceQueryRequestPartitionKey {
  /** Default: string. */
  readonly dataType?: Dynamic<'string' | 'number' | 'bool' | 'none' | 'null'>;
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `max-item-count`. */
export interface CosmosdbDataSourceQueryRequestPagingMaxItemCount {
  readonly template?: Dynamic<'liquid'>;
  /** -1 for no limit. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `continuation-token`. */
export interface CosmosdbDataSourceQueryRequestPagingContinuationToken {
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `paging`. */
export interface CosmosdbDataSourceQueryRequestPaging {
  readonly maxItemCount: Dynamic<string> | CosmosdbDataSourceQueryRequestPagingMaxItemCount;
  readonly continuationToken: Dynamic<string> | CosmosdbDataSourceQueryRequestPagingContinuationToken;
}

/** One `query-request`. */
export interface CosmosdbDataSourceQueryRequest {
  /** Most likely no policy expression. */
  readonly enableLowPrecisionOrderBy?: Dynamic<boolean>;
  readonly sqlStatement?: Dynamic<string>;
  readonly parameters?: readonly (CosmosdbDataSourceQueryRequestParametersParameter)[];
  readonly partitionKey?: Dynamic<string> | CosmosdbDataSourceQueryRequestPartitionKey;
  readonly paging?: CosmosdbDataSourceQueryRequestPaging;
}

/** One `id`. */
export interface CosmosdbDataSourceReadRequestId {
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `partition-key`. */
export interface CosmosdbDataSourceReadRequestPartitionKey {
  /** Default: string. */
  readonly dataType?: Dynamic<'string' | 'number' | 'bool' | 'none' | 'null'>;
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `read-request`. */
export interface CosmosdbDataSourceReadRequest {
  readonly id: Dynamic<string> | CosmosdbDataSourceReadRequestId;
  readonly partitionKey?: Dynamic<string> | CosmosdbDataSourceReadRequestPartitionKey;
}

/** One `id`. */
export interface CosmosdbDataSourceDeleteRequestId {
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `partition-key`. */
export interface CosmosdbDataSourceDeleteRequestPartitionKey {
  /** Default: string. */
  readonly dataType?: Dynamic<'string' | 'number' | 'bool' | 'none' | 'null'>;
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `etag`. */
export interface CosmosdbDataSourceDeleteRequestEtag {
  /** Default: match. */
  readonly type?: Dynamic<'match' | 'no-match'>;
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `delete-request`. */
export interface CosmosdbDataSourceDeleteRequest {
  readonly consistencyLevel?: Dynamic<'bounded-staleness' | 'consistent-prefix' | 'eventual' | 'session' | 'strong'>;
  readonly preTrigger?: Dynamic<string>;
  readonly postTrigger?: Dynamic<string>;
  readonly id: Dynamic<string> | CosmosdbDataSourceDeleteRequestId;
  readonly partitionKey?: Dynamic<string> | CosmosdbDataSourceDeleteRequestPartitionKey;
  readonly etag?: Dynamic<string> | CosmosdbDataSourceDeleteRequestEtag;
}

/** One `id`. */
export interface CosmosdbDataSourceWriteRequestId {
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `partition-key`. */
export interface CosmosdbDataSourceWriteRequestPartitionKey {
  /** Default: string. */
  readonly dataType?: Dynamic<'string' | 'number' | 'bool' | 'none' | 'null'>;
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `etag`. */
export interface CosmosdbDataSourceWriteRequestEtag {
  /** Default: match. */
  readonly type?: Dynamic<'match' | 'no-match'>;
  readonly template?: Dynamic<'liquid'>;
  /** Content. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `write-request`. */
export interface CosmosdbDataSourceWriteRequest {
  /** Default: upsert. */
  readonly type?: Dynamic<'insert' | 'replace' | 'upsert'>;
  /** Default: default. */
  readonly indexingDirective?: Dynamic<string>;
  readonly consistencyLevel?: Dynamic<'bounded-staleness' | 'consistent-prefix' | 'eventual' | 'session' | 'strong'>;
  readonly preTrigger?: Dynamic<string>;
  readonly postTrigger?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly enableContentResponseOnWrite?: Dynamic<string>;
  readonly id?: Dynamic<string> | CosmosdbDataSourceWriteRequestId;
  readonly partitionKey?: Dynamic<string> | CosmosdbDataSourceWriteRequestPartitionKey;
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
  readonly connectionInfo: CosmosdbDataSourceConnectionInfo;
  /** Left out: JSON as returned by Cosmos DB. */
  readonly response?: CosmosdbDataSourceResponse;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceWithQueryRequest extends CosmosdbDataSourceCommonProperties {
  readonly queryRequest: CosmosdbDataSourceQueryRequest;
  readonly readRequest?: CosmosdbDataSourceReadRequest;
  readonly deleteRequest?: CosmosdbDataSourceDeleteRequest;
  readonly writeRequest?: CosmosdbDataSourceWriteRequest;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceWithReadRequest extends CosmosdbDataSourceCommonProperties {
  readonly queryRequest?: CosmosdbDataSourceQueryRequest;
  readonly readRequest: CosmosdbDataSourceReadRequest;
  readonly deleteRequest?: CosmosdbDataSourceDeleteRequest;
  readonly writeRequest?: CosmosdbDataSourceWriteRequest;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceWithDeleteRequest extends CosmosdbDataSourceCommonProperties {
  readonly queryRequest?: CosmosdbDataSourceQueryRequest;
  readonly readRequest?: CosmosdbDataSourceReadRequest;
  readonly deleteRequest: CosmosdbDataSourceDeleteRequest;
  readonly writeRequest?: CosmosdbDataSourceWriteRequest;
}

/** Properties of `cosmosdbDataSource`. */
export interface CosmosdbDataSourceWithWriteRequest extends CosmosdbDataSourceCommonProperties {
  readonly queryRequest?: CosmosdbDataSourceQueryRequest;
  readonly readRequest?: CosmosdbDataSourceReadRequest;
  readonly deleteRequest?: CosmosdbDataSourceDeleteRequest;
  readonly writeRequest: CosmosdbDataSourceWriteRequest;
}

/** Properties of `cosmosdbDataSource`. */
export type CosmosdbDataSourceProperties = CosmosdbDataSourceWithWriteRequest | CosmosdbDataSourceWithDeleteRequest | CosmosdbDataSourceWithReadRequest | CosmosdbDataSourceWithQueryRequest;

/**
 * Resolves a GraphQL field with one query, read, delete or write request to Cosmos DB.
 * Sections: resolver.
 * @see https://learn.microsoft.com/azure/api-management/cosmosdb-data-source-policy
 */
export function cosmosdbDataSource(properties: CosmosdbDataSourceProperties): Policy<'resolver'> {
  return buildPolicy(cosmosdbDataSource, 'cosmosdb-data-source', properties);
}

/** One `site-control`. */
export interface CrossDomainCrossDomainPolicySiteControl {
  readonly permittedCrossDomainPolicies: Dynamic<'all' | 'by-content-type' | 'master-only' | 'none'>;
}

/** One `allow-access-from`. */
export interface CrossDomainCrossDomainPolicyAllowAccessFrom {
  /** * or a domain. */
  readonly domain: Dynamic<string>;
  /** Default: true. */
  readonly secure?: Dynamic<boolean>;
}

/** One `allow-http-request-headers-from`. */
export interface CrossDomainCrossDomainPolicyAllowHttpRequestHeadersFrom {
  /** * or a domain. */
  readonly domain: Dynamic<string>;
  readonly headers: Dynamic<string>;
  /** Default: true. */
  readonly secure?: Dynamic<boolean>;
}

/** One `cross-domain-policy`. */
export interface CrossDomainCrossDomainPolicy {
  readonly siteControl?: Dynamic<'all' | 'by-content-type' | 'master-only' | 'none'> | CrossDomainCrossDomainPolicySiteControl;
  readonly allowAccessFrom?: readonly (Dynamic<string> | CrossDomainCrossDomainPolicyAllowAccessFrom)[];
  readonly allowHttpRequestHeadersFrom?: readonly (CrossDomainCrossDomainPolicyAllowHttpRequestHeadersFrom)[];
}

/** Properties of `crossDomain`. */
export interface CrossDomainProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  readonly crossDomainPolicy?: CrossDomainCrossDomainPolicy;
}

/**
 * Publishes an Adobe cross-domain policy for Flash and Silverlight clients.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/cross-domain-policy
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
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly defaultDimensions?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One dimension of the metric. */
  readonly dimensions: readonly (Dynamic<string> | EmitMetricDimension)[];
}

/**
 * Sends a custom metric with up to five dimensions to Application Insights.
 * Sections: inbound, backend, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/emit-metric-policy
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
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/find-and-replace-policy
 */
export function findAndReplace(properties: FindAndReplaceProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
  return buildPolicy(findAndReplace, 'find-and-replace', properties);
}

/** Properties of `forwardRequest`. */
export interface ForwardRequestProperties {
  /** HTTP version towards the backend. Default: 1. */
  readonly httpVersion?: Dynamic<'1' | '2or1' | '2'>;
  /** Wait for response headers, seconds. In seconds. At least 0. Default: 300. May be a policy expression. */
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
 * Sections: backend.
 * @see https://learn.microsoft.com/azure/api-management/forward-request-policy
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/get-authorization-context-policy
 */
export function getAuthorizationContext(properties: GetAuthorizationContextProperties): Policy<'inbound'> {
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
  readonly httpRequest: HttpDataSourceHttpRequest;
  readonly backend?: HttpDataSourceBackend;
  /** Left out: raw string. */
  readonly httpResponse?: HttpDataSourceHttpResponse;
}

/**
 * Resolves a GraphQL field with an HTTP request.
 * Sections: resolver.
 * @see https://learn.microsoft.com/azure/api-management/http-data-source-policy
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
 * Sections: inbound, backend, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/include-fragment-policy
 */
export function includeFragment(properties: IncludeFragmentProperties): Policy<'inbound' | 'backend' | 'outbound' | 'on-error'> {
  return buildPolicy(includeFragment, 'include-fragment', properties);
}

/** One `item`. */
export interface InvokeDaprBindingMetadataItem {
  readonly key: Dynamic<string>;
  /** Content. May be a policy expression. */
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
  /** Seconds. In seconds. From 1 to 240. Default: 5. May be a policy expression. */
  readonly timeout?: Dynamic<number>;
  /** Templating engine for the content. */
  readonly template?: Dynamic<'Liquid' | 'liquid'>;
  /** Type of the content. */
  readonly contentType?: Dynamic<'application/json'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  readonly metadata?: readonly (InvokeDaprBindingMetadataItem)[];
  /** Message content. */
  readonly data?: Dynamic<string>;
}

/**
 * Triggers an outbound Dapr binding.
 * Sections: inbound, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/invoke-dapr-binding-policy
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
  readonly address: OneOrMore<Dynamic<string>>;
  readonly addressRanges?: readonly (IpFilterAddressRange)[];
}

/** Properties of `ipFilter`. */
export interface IpFilterWithAddressRanges extends IpFilterCommonProperties {
  readonly address?: OneOrMore<Dynamic<string>>;
  readonly addressRanges: readonly (IpFilterAddressRange)[];
}

/** Properties of `ipFilter`. */
export type IpFilterProperties = IpFilterWithAddressRanges | IpFilterWithAddress;

/**
 * Allows or forbids callers by IP address.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/ip-filter-policy
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
  /** False copies date values as they are. Default: true. No policy expression. */
  readonly parseDate?: Literal<boolean>;
  /** One character. Default: _. May be a policy expression. */
  readonly namespaceSeparator?: Dynamic<string>;
  /** Properties starting with it become namespace declarations; usually xmlns. May be a policy expression. */
  readonly namespacePrefix?: Dynamic<string>;
  /** Properties of the object with this name become attributes. May be a policy expression. */
  readonly attributeBlockName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly attributePrefix?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly namespaceBlockName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly invalidCharacterReplacement?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly nullValues?: Dynamic<string>;
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly trimValues?: Dynamic<boolean>;
  /** May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly emptyValues?: Dynamic<'preserve' | 'as-null'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Converts a JSON body to XML.
 * Sections: inbound, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/json-to-xml-policy
 */
export function jsonToXml(properties: JsonToXmlProperties): Policy<'inbound' | 'outbound' | 'on-error'> {
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
 * Sections: outbound.
 * @see https://learn.microsoft.com/azure/api-management/jsonp-policy
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
 * Sections: inbound, backend, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/limit-concurrency-policy
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
  readonly categories: readonly (LlmContentSafetyCategoriesCategory)[];
}

/** One `category`. */
export interface LlmContentSafetyCategoriesCategory {
  /** Harm category. May be a policy expression. */
  readonly name: Dynamic<'Hate' | 'SelfHarm' | 'Sexual' | 'Violence'>;
  /** Block at this severity or above; 0 strictest. From 0 to 7. May be a policy expression. */
  readonly threshold: Dynamic<number>;
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
  readonly categories?: readonly (LlmContentSafetyCategoriesCategory)[] | LlmContentSafetyCategories;
  readonly blocklists?: OneOrMore<Dynamic<string>>;
}

/**
 * Sends LLM prompts or answers to Azure AI Content Safety and answers 403 when they are blocked.
 * Sections: inbound, outbound.
 * @see https://learn.microsoft.com/azure/api-management/llm-content-safety-policy
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
  /** Metric namespace. Default: API Management. No policy expression. */
  readonly namespace?: Literal<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly name?: Dynamic<string>;
  /** Default: all. Not documented: known from Microsoft's VS Code extension. */
  readonly valueType?: Dynamic<'all' | 'total-tokens' | 'prompt-tokens' | 'completion-tokens'>;
  /** Default: false. Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly ignorePrompt?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** One dimension of the metric. */
  readonly dimensions: readonly (Dynamic<string> | LlmEmitTokenMetricDimension)[];
}

/**
 * Sends LLM token counts with up to five dimensions to Application Insights.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/llm-emit-token-metric-policy
 */
export function llmEmitTokenMetric(properties: LlmEmitTokenMetricProperties): Policy<'inbound'> {
  return buildPolicy(llmEmitTokenMetric, 'llm-emit-token-metric', properties);
}

/** Properties of `llmSemanticCacheLookup`. */
export interface LlmSemanticCacheLookupProperties {
  /** Largest distance for a hit; lower is stricter. From 0 to 1. Most likely no policy expression. */
  readonly scoreThreshold: Dynamic<number>;
  /** Backend entity of the embeddings API. */
  readonly embeddingsBackendId: Dynamic<string>;
  /** Must be system-assigned. */
  readonly embeddingsBackendAuth: Dynamic<'system-assigned' | 'header'>;
  /** Drop system messages before comparing (advised). Default: false. */
  readonly ignoreSystemMessages?: Dynamic<boolean>;
  /** Skip caching beyond this many dialog messages. */
  readonly maxMessageCount?: Dynamic<number>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly cacheId?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  readonly varyBy?: OneOrMore<Dynamic<string>>;
}

/**
 * Answers from an external cache when an LLM prompt is close enough in meaning to an earlier one.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/llm-semantic-cache-lookup-policy
 */
export function llmSemanticCacheLookup(properties: LlmSemanticCacheLookupProperties): Policy<'inbound'> {
  return buildPolicy(llmSemanticCacheLookup, 'llm-semantic-cache-lookup', properties);
}

/** Properties of `llmSemanticCacheStore`. */
export interface LlmSemanticCacheStoreProperties {
  /** Time to live. In seconds. May be a policy expression. */
  readonly duration: Dynamic<number>;
  /** True: cache this answer whatever its status; left out: only 200. Default: false. May be a policy expression. */
  readonly cacheResponse?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Puts LLM answers into an external cache for the semantic lookup.
 * Sections: outbound.
 * @see https://learn.microsoft.com/azure/api-management/llm-semantic-cache-store-policy
 */
export function llmSemanticCacheStore(properties: LlmSemanticCacheStoreProperties): Policy<'outbound'> {
  return buildPolicy(llmSemanticCacheStore, 'llm-semantic-cache-store', properties);
}

/** Properties of `llmTokenLimit`. */
export interface LlmTokenLimitCommonProperties {
  /** Key of the counter. May be a policy expression. */
  readonly counterKey: Dynamic<string>;
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
  /** Default: auto. Not documented: known from Microsoft's VS Code extension. */
  readonly promptType?: Dynamic<'auto' | 'chat-completion' | 'completion' | 'embeddings'>;
  /** Default: false. Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
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
  /** Fixed window, aligned to UTC. May be a policy expression. */
  readonly tokenQuotaPeriod?: Dynamic<'Hourly' | 'Daily' | 'Weekly' | 'Monthly' | 'Yearly' | 'Indefinite'>;
}

/** Properties of `llmTokenLimit`. */
export interface LlmTokenLimitWithTokenQuotaAndTokenQuotaPeriod extends LlmTokenLimitCommonProperties {
  /** Prompt plus completion tokens per minute. May be a policy expression. */
  readonly tokensPerMinute?: Dynamic<number>;
  /** Tokens allowed per token-quota-period. May be a policy expression. */
  readonly tokenQuota: Dynamic<number>;
  /** Fixed window, aligned to UTC. May be a policy expression. */
  readonly tokenQuotaPeriod: Dynamic<'Hourly' | 'Daily' | 'Weekly' | 'Monthly' | 'Yearly' | 'Indefinite'>;
}

/** Properties of `llmTokenLimit`. */
export type LlmTokenLimitProperties = LlmTokenLimitWithTokenQuotaAndTokenQuotaPeriod | LlmTokenLimitWithTokensPerMinute;

/**
 * Limits LLM tokens per key by rate per minute (429), by quota per period (403), or both.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/llm-token-limit-policy
 */
export function llmTokenLimit(properties: LlmTokenLimitProperties): Policy<'inbound'> {
  return buildPolicy(llmTokenLimit, 'llm-token-limit', properties);
}

/** Properties of `logToEventhub`. */
export interface LogToEventhubProperties {
  /** ID of the logger entity. No policy expression. */
  readonly loggerId: Literal<string>;
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
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/log-to-eventhub-policy
 */
export function logToEventhub(properties: LogToEventhubProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
  return buildPolicy(logToEventhub, 'log-to-eventhub', properties);
}

/** Properties of `mockResponse`. */
export interface MockResponseProperties {
  /** Status code; selects the example or schema. Default: 200. No policy expression. */
  readonly statusCode?: Literal<number>;
  /** Content-Type of the response; selects the example or schema. No policy expression. */
  readonly contentType?: Literal<string>;
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly enabled?: Dynamic<boolean>;
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly index?: Dynamic<number>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Ends the pipeline and returns an example- or schema-based sample response.
 * Sections: inbound, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/mock-response-policy
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/proxy-policy
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
  readonly targets: readonly (Dynamic<string> | PublishEventTargetsGraphqlSubscription)[];
}

/**
 * Publishes an event to GraphQL subscriptions.
 * Sections: resolver.
 * @see https://learn.microsoft.com/azure/api-management/publish-event-policy
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
  /** Seconds. In seconds. From 1 to 240. Default: 5. May be a policy expression. */
  readonly timeout?: Dynamic<number>;
  /** Templating engine for the content. */
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/publish-to-dapr-policy
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/quota-by-key-policy
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
  readonly renewalPeriod: Literal<number>;
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
  readonly renewalPeriod: Literal<number>;
  /** Own quota for one operation of the API. */
  readonly operations?: readonly (Literal<number> | QuotaApiOperation)[];
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
  readonly apis?: readonly (Literal<number> | QuotaApi)[];
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/quota-policy
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
  /** Window in seconds. In seconds. At most 300. May be a policy expression. */
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
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly incrementAfterResponse?: Dynamic<boolean>;
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly flexibleRetryWindow?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Limits calls per key (any expression) to a number per short window; answers 429 beyond it.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/rate-limit-by-key-policy
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
  /** Window in seconds. In seconds. At most 300. No policy expression. */
  readonly renewalPeriod: Literal<number>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterHeaderName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterVariableName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsHeaderName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsVariableName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
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
  /** Window in seconds. In seconds. At most 300. No policy expression. */
  readonly renewalPeriod: Literal<number>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterHeaderName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterVariableName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsHeaderName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsVariableName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly totalCallsHeaderName?: Dynamic<string>;
  /** Own limit for one operation of the API. */
  readonly operations?: readonly (RateLimitApiOperation)[];
}

/** One `operation`. */
export interface RateLimitOperation {
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly calls?: Dynamic<number>;
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly renewalPeriod?: Dynamic<number>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterHeaderName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly retryAfterVariableName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsHeaderName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly remainingCallsVariableName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly totalCallsHeaderName?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly id?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly name?: Dynamic<string>;
}

/** Properties of `rateLimit`. */
export interface RateLimitProperties {
  /** Calls allowed per window. No policy expression. */
  readonly calls: Literal<number>;
  /** Window in seconds. In seconds. At most 300. No policy expression. */
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
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly operations?: readonly (RateLimitOperation)[];
}

/**
 * Limits the calls of one subscription to a number per short window; answers 429 beyond it.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/rate-limit-policy
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
 * Sections: inbound, outbound.
 * @see https://learn.microsoft.com/azure/api-management/redirect-content-urls-policy
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
  /** Wait between tries; positive. In seconds. May be a policy expression. */
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
 * Sections: inbound, backend, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/retry-policy
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
 * Sections: inbound, backend, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/return-response-policy
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/rewrite-uri-policy
 */
export function rewriteUri(properties: RewriteUriProperties): Policy<'inbound'> {
  return buildPolicy(rewriteUri, 'rewrite-uri', properties);
}

/** Properties of `sendOneWayRequest`. */
export interface SendOneWayRequestProperties {
  /** New request or copy of the current one's headers and body. Default: new. May be a policy expression. */
  readonly mode?: Dynamic<'new' | 'copy'>;
  /** Seconds. In seconds. Default: 60. May be a policy expression. */
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
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/send-one-way-request-policy
 */
export function sendOneWayRequest(properties?: SendOneWayRequestProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
  return buildPolicy(sendOneWayRequest, 'send-one-way-request', properties);
}

/** Properties of `sendRequest`. */
export interface SendRequestProperties {
  /** New request or copy of the current one's headers and body. Default: new. May be a policy expression. */
  readonly mode?: Dynamic<'new' | 'copy'>;
  /** Context variable that receives the IResponse. May be a policy expression. */
  readonly responseVariableName: Dynamic<string>;
  /** Seconds. In seconds. Default: 60. May be a policy expression. */
  readonly timeout?: Dynamic<number>;
  /** True: on error the variable is null and the pipeline goes on. Default: false. No policy expression. */
  readonly ignoreError?: Literal<boolean>;
  /** May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly timeoutMs?: Dynamic<number>;
  /** Default: true. Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly bufferResponse?: Dynamic<boolean>;
  /** Default: false. Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
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
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/send-request-policy
 */
export function sendRequest(properties: SendRequestProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
  return buildPolicy(sendRequest, 'send-request', properties);
}

/** One `message-property`. */
export interface SendServiceBusMessageMessageMessageProperty {
  /** May be a policy expression. */
  readonly name: Dynamic<string>;
  /** Content. May be a policy expression. */
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
 * Sections: inbound, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/send-service-bus-message-policy
 */
export function sendServiceBusMessage(properties: SendServiceBusMessageProperties): Policy<'inbound' | 'outbound' | 'on-error'> {
  return buildPolicy(sendServiceBusMessage, 'send-service-bus-message', properties);
}

/** Properties of `setBackendService`. */
export interface SetBackendServiceProperties {
  /** New base URL. May be a policy expression. */
  readonly baseUrl?: Dynamic<string>;
  /** Backend entity; the value dapr turns on the Dapr variant. May be a policy expression. */
  readonly backendId?: Dynamic<string>;
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

/**
 * Sends the request to another base URL, backend entity or Dapr service.
 * Sections: inbound, backend.
 * @see https://learn.microsoft.com/azure/api-management/set-backend-service-policy
 */
export function setBackendService(properties?: SetBackendServiceProperties): Policy<'inbound' | 'backend'> {
  return buildPolicy(setBackendService, 'set-backend-service', properties);
}

/** Properties of `setBody`. */
export interface SetBodyProperties {
  /** Turns on the Liquid engine; without it the body is literal text or an expression. */
  readonly template?: Dynamic<'liquid' | 'none'>;
  /** How XML elements with xsi:nil="true" are represented. Default: blank. No policy expression. */
  readonly xsiNil?: Literal<'blank' | 'null'>;
  /** Parse date-looking strings to System.DateTime; false copies them as they are. Default: true. No policy expression. */
  readonly parseDate?: Literal<boolean>;
  /** Most likely no policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly htmlDecodeExpression?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Content. May be a policy expression. */
  readonly text?: Dynamic<string>;
}

/**
 * Replaces the body of the current request or response with literal text, an expression result or a Liquid template.
 * Sections: inbound, outbound, backend.
 * @see https://learn.microsoft.com/azure/api-management/set-body-policy
 */
export function setBody(text?: Dynamic<string> | SetBodyProperties): Policy<'inbound' | 'outbound' | 'backend'> {
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
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/set-header-policy
 */
export function setHeader(properties: SetHeaderProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
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
 * Sections: inbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/set-method-policy
 */
export function setMethod(text: Dynamic<string> | SetMethodProperties): Policy<'inbound' | 'on-error'> {
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
 * Sections: inbound, backend.
 * @see https://learn.microsoft.com/azure/api-management/set-query-parameter-policy
 */
export function setQueryParameter(properties: SetQueryParameterProperties): Policy<'inbound' | 'backend'> {
  return buildPolicy(setQueryParameter, 'set-query-parameter', properties);
}

/** Properties of `setStatus`. */
export interface SetStatusProperties {
  /** HTTP status code. At least 1. May be a policy expression. */
  readonly code: Dynamic<number>;
  /** Reason phrase. May be a policy expression. */
  readonly reason: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Sets status code and reason phrase of the response.
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/set-status-policy
 */
export function setStatus(properties: SetStatusProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
  return buildPolicy(setStatus, 'set-status', properties);
}

/** Properties of `setVariable`. */
export interface SetVariableProperties {
  /** Variable name. No policy expression. */
  readonly name: Literal<string>;
  /** Literal or expression. May be a policy expression. */
  readonly value: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Creates or overwrites a context variable.
 * Sections: inbound, outbound, backend, on-error.
 * @see https://learn.microsoft.com/azure/api-management/set-variable-policy
 */
export function setVariable(properties: SetVariableProperties): Policy<'inbound' | 'outbound' | 'backend' | 'on-error'> {
  return buildPolicy(setVariable, 'set-variable', properties);
}

/** One `connection-string`. */
export interface SqlDataSourceConnectionInfoConnectionString {
  /** Use the system-assigned identity instead of a password. Default: false. May be a policy expression. */
  readonly useManagedIdentity?: Dynamic<boolean>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly scope?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly clientId?: Dynamic<string>;
  /** Azure SQL connection string. May be a policy expression. */
  readonly text: Dynamic<string>;
}

/** One `connection-info`. */
export interface SqlDataSourceConnectionInfo {
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
  /** Content. May be a policy expression. */
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
  readonly sqlStatement: Dynamic<string>;
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
  readonly connectionInfo: SqlDataSourceConnectionInfo;
  /** As `includeFragment`. */
  readonly includeFragment?: OneOrMore<IncludeFragmentProperties>;
  readonly request: SqlDataSourceRequest;
  /** Left out: rows come back as JSON. */
  readonly response?: SqlDataSourceResponse;
}

/**
 * Resolves a GraphQL field with a T-SQL request to Azure SQL.
 * Sections: resolver.
 * @see https://learn.microsoft.com/azure/api-management/sql-data-source-policy
 */
export function sqlDataSource(properties: SqlDataSourceProperties): Policy<'resolver'> {
  return buildPolicy(sqlDataSource, 'sql-data-source', properties);
}

/** One `metadata`. */
export interface TraceMetadata {
  /** May be a policy expression. */
  readonly name: Dynamic<string>;
  /** May be a policy expression. */
  readonly value: Dynamic<string>;
}

/** Properties of `trace`. */
export interface TraceProperties {
  /** Free text naming the source. No policy expression. */
  readonly source: Literal<string>;
  /** Severity, lowest first. Default: verbose. No policy expression. */
  readonly severity?: Literal<'verbose' | 'information' | 'error'>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  readonly message: Dynamic<string>;
  /** Custom property for Application Insights. */
  readonly metadata?: readonly (TraceMetadata)[];
}

/**
 * Adds a custom entry to request traces, Application Insights and resource logs.
 * Sections: inbound, outbound, backend.
 * @see https://learn.microsoft.com/azure/api-management/trace-policy
 */
export function trace(properties: TraceProperties): Policy<'inbound' | 'outbound' | 'backend'> {
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
  readonly value?: OneOrMore<Dynamic<string>>;
}

/** One `key`. */
export interface ValidateAzureAdTokenDecryptionKeysKey {
  /** Uploaded certificate. */
  readonly certificateId: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
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
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly requireScheme?: Dynamic<string>;
  /** May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly allowProtectedForwardedTokens?: Dynamic<boolean>;
  /** May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly allowProofOfPossessionTokens?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  /** Seldom needed. */
  readonly backendApplicationIds?: OneOrMore<Literal<string>>;
  /** Accepted client applications, one is enough. */
  readonly clientApplicationIds?: OneOrMore<Literal<string>>;
  /** Accepted audiences, one is enough. */
  readonly audiences?: OneOrMore<Dynamic<string>>;
  readonly requiredClaims?: readonly (Dynamic<string> | ValidateAzureAdTokenRequiredClaimsClaim)[];
  readonly decryptionKeys?: readonly (Dynamic<string> | ValidateAzureAdTokenDecryptionKeysKey)[];
}

/**
 * Checks a Microsoft Entra token in the request; answers 401 when it fails.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/validate-azure-ad-token-policy
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
  readonly identities?: readonly (ValidateClientCertificateIdentitiesIdentity)[];
}

/**
 * Checks the caller's TLS certificate against rules and accepted identities.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/validate-client-certificate-policy
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
  readonly types?: readonly (Dynamic<string> | ValidateContentContentTypeMapType)[];
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
  readonly contentTypeMap?: readonly (Dynamic<string> | ValidateContentContentTypeMapType)[] | ValidateContentContentTypeMap;
  readonly contents?: readonly (ValidateContentContent)[];
}

/**
 * Checks size and content of a request or response body against schemas.
 * Sections: inbound, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/validate-content-policy
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
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly maxTotalDepth?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly maxComplexity?: Dynamic<string>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
  readonly authorize?: readonly (Dynamic<string> | ValidateGraphqlRequestAuthorizeRule)[];
}

/**
 * Validates a GraphQL request and authorizes query paths.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/validate-graphql-request-policy
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
  readonly headers?: readonly (ValidateHeadersHeader)[];
}

/**
 * Validates response headers against the API schema.
 * Sections: outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/validate-headers-policy
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
  /** Not documented: known from Microsoft's VS Code extension. */
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
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly id?: Dynamic<string>;
  /** Content. */
  readonly text?: Dynamic<string>;
}

/** One `issuer-signing-keys`. */
export interface ValidateJwtIssuerSigningKeys {
  readonly keies?: readonly (Dynamic<string> | ValidateJwtIssuerSigningKeysKey)[];
  /** Not documented: known from Microsoft's VS Code extension. */
  readonly zumoMasterKeies?: readonly (Dynamic<string> | ValidateJwtIssuerSigningKeysZumoMasterKey)[];
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

/** One `key`. */
export interface ValidateJwtDecryptionKeysKey {
  /** Uploaded certificate. */
  readonly certificateId?: Dynamic<string>;
  /** Not documented: known from Microsoft's VS Code extension. */
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
  readonly value?: OneOrMore<Dynamic<string>>;
}

/** One `issuer-signing-tokens`. */
export interface ValidateJwtIssuerSigningTokens {
  /** Not documented: known from Microsoft's VS Code extension. */
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
  readonly openidConfigs?: readonly (Dynamic<string> | ValidateJwtOpenidConfig)[];
  readonly issuerSigningKeys?: readonly (Dynamic<string> | ValidateJwtIssuerSigningKeysKey)[] | ValidateJwtIssuerSigningKeys;
  readonly decryptionKeys?: readonly (Dynamic<string> | ValidateJwtDecryptionKeysKey)[];
  readonly audiences?: OneOrMore<Dynamic<string>>;
  readonly issuers?: OneOrMore<Dynamic<string>>;
  readonly requiredClaims?: readonly (Dynamic<string> | ValidateJwtRequiredClaimsClaim)[];
  /** Not documented: known from Microsoft's VS Code extension. */
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/validate-jwt-policy
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
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/validate-odata-request-policy
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
  readonly headers?: ValidateParametersHeaders;
  readonly query?: ValidateParametersQuery;
  readonly path?: Dynamic<'ignore' | 'prevent' | 'detect'> | ValidateParametersPath;
}

/**
 * Validates header, query and path parameters of a request against the API schema.
 * Sections: inbound.
 * @see https://learn.microsoft.com/azure/api-management/validate-parameters-policy
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
  readonly statusCodes?: readonly (ValidateStatusCodeStatusCode)[];
}

/**
 * Validates response status codes against the API schema.
 * Sections: outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/validate-status-code-policy
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
 * Sections: inbound, backend, outbound.
 * @see https://learn.microsoft.com/azure/api-management/wait-policy
 */
export function wait<S extends 'inbound' | 'backend' | 'outbound'>(policies: readonly Policy<S>[]): Policy<S>;
/**
 * Runs its direct children in parallel and waits for all or any of them.
 * Sections: inbound, backend, outbound.
 * @see https://learn.microsoft.com/azure/api-management/wait-policy
 */
export function wait<S extends 'inbound' | 'backend' | 'outbound'>(properties: WaitProperties, policies: readonly Policy<S>[]): Policy<S>;
export function wait<S extends 'inbound' | 'backend' | 'outbound'>(first: WaitProperties | readonly Policy<S>[], second?: readonly Policy<S>[]): Policy<S> {
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
  /** May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly preserveWhitespaceNodes?: Dynamic<boolean>;
  /** May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly emptyValues?: Dynamic<'preserve' | 'as-null'>;
  /** May be a policy expression. Not documented: known from Microsoft's VS Code extension. */
  readonly trimValues?: Dynamic<boolean>;
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: Dynamic<string>;
}

/**
 * Converts an XML body to JSON.
 * Sections: inbound, outbound, on-error.
 * @see https://learn.microsoft.com/azure/api-management/xml-to-json-policy
 */
export function xmlToJson(properties: XmlToJsonProperties): Policy<'inbound' | 'outbound' | 'on-error'> {
  return buildPolicy(xmlToJson, 'xml-to-json', properties);
}

/** One `parameter`. */
export interface XslTransformParameter {
  /** XSLT parameter name. */
  readonly name: Dynamic<string>;
  /** Content. May be a policy expression. */
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
 * Sections: inbound, outbound.
 * @see https://learn.microsoft.com/azure/api-management/xsl-transform-policy
 */
export function xslTransform(properties: XslTransformProperties): Policy<'inbound' | 'outbound'> {
  return buildPolicy(xslTransform, 'xsl-transform', properties);
}
