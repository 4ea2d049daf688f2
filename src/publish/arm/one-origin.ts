/** The token goes to one place. Source: reference/management-api.md §1.3: operations are followed to whatever host a `Location` names. */
import { RemoteError } from '../../model/remote-error.js';
import { currentCall } from './call.js';
import type { PipelinePolicy } from './pipeline.js';

/**
 * Refuses every request, poll, page or redirect that would go elsewhere, before a token is asked for.
 * @param origin of the management endpoint
 */
export function oneOrigin(origin: string): PipelinePolicy {
  return {
    name: 'aoaiPolicyOneOrigin',
    sendRequest: async (request, next) => {
      const asked = URL.canParse(request.url) ? new URL(request.url).origin : 'no URL';
      if (asked !== origin) {
        throw new RemoteError(`${currentCall().what}: the service leads to ${asked} to go on, but requests go to ${origin} alone; nothing was sent there`, { kind: 'misunderstood' });
      }
      return await next(request);
    },
  };
}
