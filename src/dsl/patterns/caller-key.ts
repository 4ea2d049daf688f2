/** Who calls, as a text that counters can be kept by. */
import { cs } from '../expression.js';
import type { Expression } from '../property-types.js';

/** The subscription, or the address for calls without a key. Never empty, never throws: Subscription is null for calls without a key. */
export function callerKey(): Expression<string> {
  return cs`context.Subscription?.Id ?? context.Request.IpAddress`;
}
