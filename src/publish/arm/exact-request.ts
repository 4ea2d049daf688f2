/** Requests as they are meant, where the SDK makes something else of them. */
import { currentCall } from './call.js';
import type { PipelinePolicy } from './pipeline.js';

/**
 * The body of a write is the call's own, where it has one. Polls do not repeat the condition of the write that they follow: its ETag is not the
 * resource's any more. Source: reference/management-api.md §1.2.
 */
export const EXACT_REQUEST: PipelinePolicy = {
  name: 'aoaiPolicyExactRequest',
  sendRequest: async (request, next) => {
    const { body } = currentCall();
    if (request.method === 'PUT' && body !== undefined) request.body = body;
    if (request.method === 'GET') {
      request.headers.delete('if-match');
      request.headers.delete('content-type');
    }
    return await next(request);
  },
};
