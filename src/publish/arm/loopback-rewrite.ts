/**
 * Requests to Azure, sent to an endpoint on this machine instead. They are rewritten behind the place where the token is added, so that all of the
 * SDK runs as it does against Azure; it refuses tokens on plain http otherwise. Source: reference/management-api.md §1.3.
 */
import type { PipelinePolicy } from './pipeline.js';

/** @param from origin of the management endpoint @param to origin on this machine */
export function loopbackRewrite(from: string, to: string): PipelinePolicy {
  return {
    name: 'aoaiPolicyLoopback',
    sendRequest: async (request, next) => {
      if (!request.url.startsWith(`${from}/`)) return await next(request);
      // A copy: an attempt that was given up may still hold the request when it is sent again.
      return await next({ ...request, url: to + request.url.slice(from.length) });
    },
  };
}
