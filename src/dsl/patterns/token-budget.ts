/** Limits tokens per caller, counts them, and answers callers that are over. Explained in docs/patterns/token-budget.md. */
import { cs, csBlock } from '../expression.js';
import { group } from '../group.js';
import { choose, llmEmitTokenMetric, llmTokenLimit, returnResponse, when, type LlmEmitTokenMetricProperties } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { Expression } from '../property-types.js';
import { callerKey } from './caller-key.js';

export interface TokenBudgetProperties {
  /** Prompt and completion tokens that one caller may use per minute. */
  readonly tokensPerMinute: number;
  /** Tokens per period on top of the rate; over it the caller gets the gateway's 403. */
  readonly quota?: { readonly tokens: number; readonly period: 'Hourly' | 'Daily' | 'Weekly' | 'Monthly' | 'Yearly' };
  /** Whose budget it is. Default: the subscription's, or the address's for calls without a key. */
  readonly counterKey?: Expression<string>;
  /** True (default): a call that does not fit is refused before it reaches the model. False: counted after the answer; a call may overshoot. */
  readonly estimatePromptTokens?: boolean;
  /** What the metrics are split by. Default: API ID, Subscription ID. */
  readonly dimensions?: NonNullable<LlmEmitTokenMetricProperties['dimensions']>;
  /** Namespace of the metrics. Default: APIM's. */
  readonly namespace?: string;
  /** Response header with the tokens that are left in this minute. Default: none. */
  readonly remainingTokensHeaderName?: string;
  /** Response header with the tokens this call used. Default: none. */
  readonly tokensConsumedHeaderName?: string;
}

/** A budget in its two places. */
export interface TokenBudget {
  /** Limit and metric; behind authentication and a semantic cache's lookup, whose hits should be free. */
  readonly inbound: Policy<'inbound'>;
  /** The answer to a caller that is over the rate. It ends the section: put it before `base()`. */
  readonly onError: Policy<'on-error'>;
}

const RETRY_AFTER = 'tokenBudgetRetryAfter';

/**
 * A budget of tokens per minute for each caller: limit, metric, and a 429 in the form in which Azure OpenAI answers, so that its
 * SDKs wait and try again.
 * @example
 * const budget = tokenBudget({ tokensPerMinute: 10_000 });
 * export default api('azure-openai', { inbound: [base(), budget.inbound], onError: [budget.onError, base()] });
 */
export function tokenBudget(properties: TokenBudgetProperties): TokenBudget {
  const { tokensPerMinute, quota, counterKey = callerKey(), estimatePromptTokens = true, dimensions = ['API ID', 'Subscription ID'], namespace, remainingTokensHeaderName, tokensConsumedHeaderName } = properties;
  const limit = llmTokenLimit({
    tokensPerMinute,
    ...(quota === undefined ? {} : { tokenQuota: quota.tokens, tokenQuotaPeriod: quota.period }),
    counterKey,
    estimatePromptTokens,
    retryAfterVariableName: RETRY_AFTER,
    ...(remainingTokensHeaderName === undefined ? {} : { remainingTokensHeaderName }),
    ...(tokensConsumedHeaderName === undefined ? {} : { tokensConsumedHeaderName }),
  });
  const metric = llmEmitTokenMetric({ ...(namespace === undefined ? {} : { namespace }), dimensions });
  return { inbound: group(tokenBudget, [limit, metric]), onError: tooManyTokens() };
}

/**
 * Answers when the rate is passed, and only then: a spent quota keeps the gateway's 403, and an expression of the limit that throws
 * its 500. The reasons are observed, not documented (reference/runtime.md §2.1); should APIM change them, its own 429 goes out.
 */
function tooManyTokens(): Policy<'on-error'> {
  const isOverRate = cs`context.LastError.Source == "llm-token-limit" && context.LastError.Reason.Contains("TokenLimitExceeded")`;
  const retryAfter = cs`(context.Variables.GetValueOrDefault<object>(${RETRY_AFTER}) ?? "60").ToString()`;
  const answer = returnResponse({
    setStatus: { code: 429, reason: 'Too Many Requests' },
    setHeader: [
      { name: 'Retry-After', existsAction: 'override', value: retryAfter },
      { name: 'Content-Type', existsAction: 'override', value: 'application/json' },
    ],
    setBody: csBlock`
      return new JObject(new JProperty("error", new JObject(
          new JProperty("code", "429"),
          new JProperty("message", "This caller has used its tokens for this minute. Please retry after " + ${retryAfter} + " seconds.")))).ToString();
    `,
  });
  return choose([when(isOverRate, [answer])]);
}
