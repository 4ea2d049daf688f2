/** What to do about a failure of the service, by its kind. */
import type { RemoteErrorKind } from '../model/remote-error.js';

const HINTS: Readonly<Record<RemoteErrorKind, string | undefined>> = {
  throttled: 'the service takes no more requests of this account for now; wait a minute and run the command again, or set parallel of the environment lower',
  unavailable: 'the service is not well; run the command again in a while',
  network: 'no whole answer came: look at the connection and the proxy (HTTPS_PROXY, NO_PROXY), and run the command again',
  busy: 'another operation on the same resource is under way; run the command again when it is done',
  changed: 'somebody has written it in the meantime; run plan to see what stands there now',
  flaky: 'this refusal often goes away by itself; run the command again',
  'not-allowed': 'the account may not do this: plan and pull need the role Reader on the service, push needs API Management Service Contributor; docs/publish.md says more',
  // The service's own words say it better than a hint for all of them could.
  refused: undefined,
  failed: undefined,
  misunderstood: 'the answer is none of the management API; look at endpoint and cloud of the environment, and at what stands between here and there',
};

/**
 * Undefined where the service's own words say it.
 * @param status of the answer; who has no token never had one, and the message says how to get one
 */
export function remoteHint(kind: RemoteErrorKind, status: number | undefined): string | undefined {
  return kind === 'not-allowed' && status === undefined ? undefined : HINTS[kind];
}
