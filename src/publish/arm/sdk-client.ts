/** The SDK's client, with what it does by itself taken out where a publisher has to know better. Source: reference/management-api.md §1.3, §1.5. */
import type { ApiManagementClient } from '@azure/arm-apimanagement';
import type { TokenCredential } from '@azure/identity';
import { InternalError } from '../../model/internal-error.js';
import type { Target } from '../target.js';
import { EXACT_REQUEST } from './exact-request.js';
import { loopbackRewrite } from './loopback-rewrite.js';
import { oneOrigin } from './one-origin.js';
import type { PipelinePolicy } from './pipeline.js';

export interface ClientOptions {
  /** Origin of Azure Resource Manager. */
  readonly management: string;
  /** Origin on this machine that is asked instead. */
  readonly loopback?: string | undefined;
  readonly credential: TokenCredential;
  readonly patience: PipelinePolicy;
}

/** `defaultRetryPolicy`: repeats writes. `redirectPolicy`: the management API does not redirect. `logPolicy`: has its own idea of what may be seen. */
const NOT_WANTED = ['defaultRetryPolicy', 'redirectPolicy', 'logPolicy'];
const BEARER = 'bearerTokenAuthenticationPolicy';

/**
 * Loads the SDK and makes a client whose requests pass, in this order: the exact request, the one origin, patience, the token, the rewrite to
 * this machine. The token is added behind patience, so that a request that has waited long gets one that is still good.
 */
export async function sdkClient(target: Target, { management, loopback, credential, patience }: ClientOptions): Promise<ApiManagementClient> {
  const { ApiManagementClient: Client } = await import('@azure/arm-apimanagement');
  const client = new Client(credential, target.subscription, {
    endpoint: management,
    credentialScopes: [`${management}/.default`],
    userAgentOptions: { userAgentPrefix: 'aoai-policy' },
    ...(target.apiVersion === undefined ? {} : { apiVersion: target.apiVersion }),
    ...(loopback === undefined ? {} : { allowInsecureConnection: true }),
  });
  const { pipeline } = client;
  for (const name of NOT_WANTED) pipeline.removePolicy({ name });
  const [bearer] = pipeline.removePolicy({ name: BEARER });
  if (bearer === undefined) throw new InternalError(`the SDK has no ${BEARER}: its version is another one than this was written for`);
  pipeline.addPolicy(EXACT_REQUEST);
  pipeline.addPolicy(oneOrigin(management), { phase: 'Retry' });
  pipeline.addPolicy(patience, { phase: 'Retry', afterPolicies: ['aoaiPolicyOneOrigin'] });
  pipeline.addPolicy(bearer, { phase: 'Sign' });
  if (loopback !== undefined) {
    // HTTPS_PROXY and its like would apply to this machine too.
    pipeline.removePolicy({ name: 'proxyPolicy' });
    pipeline.addPolicy(loopbackRewrite(management, loopback), { afterPhase: 'Sign' });
  }
  return client;
}
