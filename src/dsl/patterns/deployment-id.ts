/** Which deployment a call is for. */
import { cs } from '../expression.js';
import type { Expression } from '../property-types.js';

/**
 * The path's segment behind `deployments`, or "unknown". Read from the URL that the caller sent, because `Request.Url` lacks the
 * API's suffix, which shifts every segment. Source: reference/expressions.md §3, "Url".
 * @example
 * llmEmitTokenMetric({ dimensions: ['API ID', { name: 'Deployment ID', value: deploymentId() }] })
 */
export function deploymentId(): Expression<string> {
  return cs`context.Request.OriginalUrl.Path.Split('/').SkipWhile(part => part != "deployments").Skip(1).FirstOrDefault(part => part != "") ?? "unknown"`;
}
