/** The real client of the management API, led to the local one as reference/management-api.md §1.3 says; it knows nothing of src/publish. */
import { ApiManagementClient } from '@azure/arm-apimanagement';
import type { LocalApim } from '../../src/local-apim/local-apim.js';

const ARM = 'https://management.azure.com';

export interface SdkClient {
  readonly client: ApiManagementClient;
  /** What stands before the ids in every call. */
  readonly at: readonly [resourceGroup: string, service: string];
}

export function sdkClient({ endpoint, subscription, resourceGroup, service }: LocalApim): SdkClient {
  const credential = { getToken: () => Promise.resolve({ token: 'local', expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const client = new ApiManagementClient(credential, subscription, {
    endpoint: ARM,
    credentialScopes: [`${ARM}/.default`],
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [
      {
        position: 'perRetry',
        policy: {
          name: 'loopback',
          async sendRequest(request, next) {
            const { url } = request;
            if (!url.startsWith(`${ARM}/`)) throw new Error(`a token would go to ${new URL(url).origin}`);
            request.url = endpoint + url.slice(ARM.length);
            try {
              return await next(request);
            } finally {
              request.url = url;
            }
          },
        },
      },
    ],
  });
  client.pipeline.removePolicy({ name: 'proxyPolicy' });
  return { client, at: [resourceGroup, service] };
}
