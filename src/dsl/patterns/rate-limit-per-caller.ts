/** Limits calls per caller, with other limits for some. Explained in docs/patterns/rate-limit-per-caller.md. */
import { UsageError } from '../../model/usage-error.js';
import { cs } from '../expression.js';
import { group } from '../group.js';
import { choose, otherwise as otherwiseBranch, rateLimitByKey, setVariable, when } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { Expression } from '../property-types.js';
import { stringArray } from '../string-array.js';
import { callerKey } from './caller-key.js';

export interface CallLimit {
  /** Calls allowed in one window. */
  readonly calls: number;
  /** Length of the window in seconds, up to 300. Default: 60. */
  readonly renewalPeriod?: number;
}

export interface RateLimitPerCallerProperties {
  /** Put before the caller in the counter's key, because all policies of the service share one set of counters. */
  readonly name: string;
  /** Who calls. Default: the subscription's id, or the address for calls without a key. */
  readonly caller?: Expression<string>;
  /** Callers that have limits of their own. */
  readonly limits?: readonly (CallLimit & { readonly callers: readonly string[] })[];
  /** The limit of everybody else. */
  readonly otherwise: CallLimit;
  /** Variable that keeps the caller. Default: caller. */
  readonly variable?: string;
  /** Response header with the calls that are left. Default: none. */
  readonly remainingCallsHeaderName?: string;
}

/**
 * Counts calls per caller; over the limit the caller gets 429 with Retry-After. Not in the Consumption tier.
 * @throws UsageError for an empty name, and when a limit names no caller
 * @example
 * rateLimitPerCaller({ name: 'azure-openai', limits: [{ callers: ['batch-jobs'], calls: 5 }], otherwise: { calls: 60 } })
 */
export function rateLimitPerCaller(properties: RateLimitPerCallerProperties): Policy<'inbound'> {
  const { name, caller = callerKey(), limits = [], otherwise, variable = 'caller', remainingCallsHeaderName } = properties;
  if (name.trim() === '') throw new UsageError('rateLimitPerCaller takes a name that its counters start with');
  const known = cs`context.Variables.GetValueOrDefault<string>(${variable}, "")`;
  const limit = ({ calls, renewalPeriod = 60 }: CallLimit): Policy<'inbound'> =>
    rateLimitByKey({
      calls,
      renewalPeriod,
      counterKey: cs`${`${name}:`} + ${known}`,
      ...(remainingCallsHeaderName === undefined ? {} : { remainingCallsHeaderName }),
    });
  const branches = limits.map(({ callers, ...rest }, index) => {
    const [first, ...others] = callers;
    if (first === undefined) throw new UsageError(`limit ${index + 1} of rateLimitPerCaller names no callers`);
    return when(others.length === 0 ? cs`${known} == ${first}` : cs`${stringArray(callers)}.Contains(${known})`, [limit(rest)]);
  });
  return group<'inbound'>(rateLimitPerCaller, [
    setVariable({ name: variable, value: caller }),
    branches.length === 0 ? limit(otherwise) : choose(branches, otherwiseBranch([limit(otherwise)])),
  ]);
}
