/** What is known of the call of the publisher's that a request belongs to: the SDK's operations hand nothing of it on to the pipeline. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';

export interface Call {
  /** For messages, as a subject: `reading apis/chat/policy`. */
  readonly what: string;
  readonly signal?: AbortSignal;
  /** What nobody may see: replaced in whatever the service says. */
  readonly secrets?: readonly string[];
  /** Body of the PUT, instead of what the SDK's serializer, which drops properties that it does not know, makes of it. */
  readonly body?: string;
}

const CALLS = new AsyncLocalStorage<Call>();
const UNKNOWN: Call = { what: 'asking the service' };

/** Does the work with all its requests, polls included, as part of a call. */
export async function during<T>(call: Call, work: () => Promise<T>): Promise<T> {
  if (call.signal !== undefined) {
    call.signal.throwIfAborted();
    // All of a plan's reads wait on one signal; Node would warn of a leak from the eleventh on.
    setMaxListeners(0, call.signal);
  }
  return await CALLS.run(call, work);
}

/** The call that the running code is part of. */
export function currentCall(): Call {
  return CALLS.getStore() ?? UNKNOWN;
}
