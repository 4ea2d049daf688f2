/**
 * What publishing is measured against: a plain loop over @azure/arm-apimanagement, one write after the other, nothing read before or after.
 * `node sdk-loop.mjs <endpoint> <folder>`; the folder is in the layout of apiops.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ApiManagementClient } from '@azure/arm-apimanagement';

const [, , endpoint = '', folder = ''] = process.argv;
const ARM = 'https://management.azure.com';
const SERVICE = ['local', 'local'] as const;

const client = new ApiManagementClient({ getToken: () => Promise.resolve({ token: 'local', expiresOnTimestamp: Date.now() + 3_600_000 }) }, '00000000-0000-0000-0000-000000000000', {
  endpoint: ARM,
  credentialScopes: [`${ARM}/.default`],
  allowInsecureConnection: true,
  // The service is on this machine: reference/management-api.md §1.3.
  additionalPolicies: [{
    position: 'perRetry',
    policy: {
      name: 'loopback',
      async sendRequest(request, next) {
        const { url } = request;
        request.url = endpoint + url.slice(ARM.length);
        try {
          return await next(request);
        } finally {
          request.url = url;
        }
      },
    },
  }],
});
client.pipeline.removePolicy({ name: 'proxyPolicy' });

for (const backend of readdirSync(join(folder, 'backends'))) {
  const { properties }: { properties: { url: string; protocol: 'http' } } = JSON.parse(readFileSync(join(folder, 'backends', backend, 'backendInformation.json'), 'utf8'));
  await client.backend.createOrUpdate(...SERVICE, backend, properties);
}
for (const api of readdirSync(join(folder, 'apis'))) {
  for (const operation of readdirSync(join(folder, 'apis', api, 'operations'))) {
    const value = readFileSync(join(folder, 'apis', api, 'operations', operation, 'policy.xml'), 'utf8');
    await client.apiOperationPolicy.createOrUpdate(...SERVICE, api, operation, 'policy', { value, format: 'rawxml' });
  }
}
