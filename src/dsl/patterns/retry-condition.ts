/** When a response is worth another try. */
import { cs } from '../expression.js';
import type { Expression } from '../property-types.js';

/**
 * True for a response that another try may mend: 429 and every 5xx. Safe before the first response: no response is none to retry.
 */
export function isRetryable(): Expression<boolean> {
  return cs`context.Response != null && (context.Response.StatusCode == 429 || context.Response.StatusCode >= 500)`;
}

export interface RetryTiming {
  /** Seconds before the second try. Default: 1. */
  readonly interval?: number;
  /** Step by which waits grow. Default: 1. */
  readonly delta?: number;
  /** Longest wait in seconds; with it waits grow exponentially. Default: 8. */
  readonly maxInterval?: number;
}

export interface RetryForwarding {
  /** When to try again. Default: after a 429 or 5xx. */
  readonly condition?: Expression<boolean>;
  /** True: passes a streamed answer on as it comes (`buffer-response="false"`). Default: false. */
  readonly streaming?: boolean;
  /** Seconds to wait for an answer's headers. Default: APIM's 300. */
  readonly timeout?: number;
}

/** The properties of the forwardRequest inside of a retry. The body is kept, because a second try without it sends none. */
export function bufferedForwarding({ streaming = false, timeout }: RetryForwarding): { bufferRequestBody: true; bufferResponse?: false; timeout?: number } {
  return { bufferRequestBody: true, ...(streaming ? { bufferResponse: false } : {}), ...(timeout === undefined ? {} : { timeout }) };
}
