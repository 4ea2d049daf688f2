/** A folder in the layout of apiops with many operation policies, as both a push and a loop over the SDK publish it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyOfBytes } from './sample-policies.js';

export const APIS = 25;
export const OPERATIONS = 20;

/** What `policyOfBytes` routes to. */
const BACKENDS = ['aoai-regional-backend', 'aoai-shared-pool'];
const BYTES = 1500;

/** @param folder empty */
export function writePublishedProject(folder: string): void {
  const policy = policyOfBytes(BYTES);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const backend of BACKENDS) put(`backends/${backend}/backendInformation.json`, `${JSON.stringify({ properties: { url: `https://${backend}.example.org`, protocol: 'http' } })}\n`);
  for (let api = 0; api < APIS; api++) {
    for (let operation = 0; operation < OPERATIONS; operation++) {
      // Each its own, so that no cache by content helps anybody.
      put(`apis/api-${api}/operations/op-${operation}/policy.xml`, policy.replaceAll('x-team', `x-team-${api}-${operation}`));
    }
  }
}

/** The configuration that names the service. */
export function writeConfiguration(folder: string, endpoint: string): void {
  writeFileSync(join(folder, 'aoai-policy.config.ts'), `export default { environments: { local: { endpoint: '${endpoint}' } } };\n`);
}
