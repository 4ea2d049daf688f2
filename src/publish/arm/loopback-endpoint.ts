/** The management endpoint on this machine that a target may name instead of Azure's. */
import { UsageError } from '../../model/usage-error.js';

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The origin of a loopback endpoint, such as `http://127.0.0.1:8043`.
 * @param endpoint as the configuration states it
 * @throws UsageError for what is no plain http address of this machine: whoever is named here receives all requests. Source of the rule: reference/management-api.md §1.3
 */
export function loopbackOrigin(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined) throw new UsageError(`the endpoint ${JSON.stringify(endpoint)} is no URL; write it as http://127.0.0.1:8043, or leave it out to publish to Azure`);
  const isPlain = url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === '';
  if (url.protocol !== 'http:' || !LOOPBACK_HOSTS.has(url.hostname) || !isPlain) {
    throw new UsageError(
      `the endpoint ${url.protocol}//${url.host} is no management endpoint of this machine; write http:// with 127.0.0.1, [::1] or localhost and a port, or leave it out to publish to Azure`,
    );
  }
  return url.origin;
}
