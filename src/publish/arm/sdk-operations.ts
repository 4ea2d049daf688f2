/** Which operations of the SDK's read, write and delete a resource. Source: reference/management-api.md §1.1. */
import type { ApiManagementClient, NamedValueCreateContract, PolicyContract, PolicyGetOptionalParams } from '@azure/arm-apimanagement';
import { UsageError } from '../../model/usage-error.js';
import type { NamedValueBody, ResourceBody } from '../resource-body.js';
import type { PolicyScope, ResourceKey } from '../resource-key.js';
import type { WriteCondition } from './arm.js';

/** Hears of each answer, polls included, as it was on the wire. */
export type OnResponse = NonNullable<PolicyGetOptionalParams['onResponse']>;

export interface Heard {
  readonly onResponse: OnResponse;
  /** Nothing of the SDK's mapping is used: it drops what it does not know, and all of the policy of an API (§0.1). */
  readonly requestOptions: { readonly shouldDeserialize: false };
}

export function hearing(onResponse: OnResponse): Heard {
  return { onResponse, requestOptions: { shouldDeserialize: false } };
}

/** What of the SDK's pollers is relied on. */
export interface Poller {
  readonly isDone: () => boolean;
  readonly poll: () => Promise<unknown>;
}

export interface ServiceClient {
  readonly client: ApiManagementClient;
  readonly resourceGroup: string;
  readonly service: string;
}

/** An ETag like the service's, base64 of a 64-bit counter, that no resource has: §2.1. */
const ABSENT_ETAG = '"AAAAAAAAAAA="';

/** Format in which policies are asked for; what comes may be the other one. */
const FORMAT = 'xml';
const POLICY = 'policy';

export async function getResource({ client, resourceGroup, service }: ServiceClient, key: ResourceKey, heard: Heard): Promise<void> {
  switch (key.kind) {
    case 'named-value':
      await client.namedValue.get(resourceGroup, service, key.id, heard);
      return;
    case 'backend':
      await client.backend.get(resourceGroup, service, key.id, heard);
      return;
    case 'fragment':
      await client.policyFragment.get(resourceGroup, service, key.id, { ...heard, format: FORMAT });
      return;
    case 'policy':
      await policyOperations({ client, resourceGroup, service }, key.scope).get({ ...heard, format: FORMAT });
  }
}

export async function deleteResource({ client, resourceGroup, service }: ServiceClient, key: ResourceKey, etag: string, heard: Heard): Promise<void> {
  switch (key.kind) {
    case 'named-value':
      await client.namedValue.delete(resourceGroup, service, key.id, etag, heard);
      return;
    case 'backend':
      await client.backend.delete(resourceGroup, service, key.id, etag, heard);
      return;
    case 'fragment':
      await client.policyFragment.delete(resourceGroup, service, key.id, etag, heard);
      return;
    case 'policy':
      await policyOperations({ client, resourceGroup, service }, key.scope).remove(etag, heard);
  }
}

/** Starts a write. A poller comes from those that take long; its first poll is made. Of a backend only the address: its body is the call's own. */
export async function putResource(at: ServiceClient, key: ResourceKey, body: ResourceBody, condition: WriteCondition, heard: Heard): Promise<Poller | undefined> {
  const { client, resourceGroup, service } = at;
  const options = { ...heard, ...ifMatch(condition) };
  if (key.kind === 'policy' && body.kind === 'policy') {
    await policyOperations(at, key.scope).put({ value: body.value, format: body.format }, options);
    return undefined;
  }
  if (key.kind === 'backend' && body.kind === 'backend') {
    await client.backend.createOrUpdate(resourceGroup, service, key.id, {}, options);
    return undefined;
  }
  if (key.kind === 'fragment' && body.kind === 'fragment') {
    const { value, format, description } = body;
    return await client.policyFragment.beginCreateOrUpdate(resourceGroup, service, key.id, { value, format, ...(description === undefined ? {} : { description }) }, options);
  }
  if (key.kind === 'named-value' && body.kind === 'named-value') return await putNamedValue(at, key.id, body, condition, heard);
  throw new UsageError(`a ${body.kind} cannot be written where a ${key.kind} stands`);
}

/** A secret without its value is patched, which leaves the value as it is; a PUT without one would not. Source: §1.1. */
async function putNamedValue({ client, resourceGroup, service }: ServiceClient, id: string, body: NamedValueBody, condition: WriteCondition, heard: Heard): Promise<Poller> {
  const { displayName, secret, tags, keyVault } = body;
  const value = body.secretValue?.reveal() ?? body.value;
  const stated = { displayName, secret, tags: [...tags] };
  if (value === undefined && keyVault === undefined) {
    if (condition.kind === 'absent') throw new UsageError(`the named value ${id} has no value; state one, or the environment variable that holds it`);
    return await client.namedValue.beginUpdate(resourceGroup, service, id, condition.kind === 'unchanged' ? condition.etag : '*', stated, heard);
  }
  const contract: NamedValueCreateContract = keyVault === undefined ? { ...stated, ...(value === undefined ? {} : { value }) } : { ...stated, keyVault };
  return await client.namedValue.beginCreateOrUpdate(resourceGroup, service, id, contract, { ...heard, ...ifMatch(condition) });
}

function ifMatch(condition: WriteCondition): { readonly ifMatch?: string } {
  switch (condition.kind) {
    case 'unchanged':
      return { ifMatch: condition.etag };
    case 'absent':
      return { ifMatch: ABSENT_ETAG };
    case 'any':
      return {};
  }
}

interface PolicyOperations {
  readonly get: (options: Heard & { readonly format: typeof FORMAT }) => Promise<unknown>;
  readonly put: (policy: PolicyContract, options: Heard & { readonly ifMatch?: string }) => Promise<unknown>;
  readonly remove: (etag: string, options: Heard) => Promise<unknown>;
}

function policyOperations({ client, resourceGroup, service }: ServiceClient, scope: PolicyScope): PolicyOperations {
  switch (scope.kind) {
    case 'global':
      return operationsOn(client.policy, [resourceGroup, service]);
    case 'workspace':
      return operationsOn(client.workspacePolicy, [resourceGroup, service, scope.workspace]);
    case 'product':
      return operationsOn(client.productPolicy, [resourceGroup, service, scope.product]);
    case 'api':
      return operationsOn(client.apiPolicy, [resourceGroup, service, scope.api]);
    case 'operation':
      return operationsOn(client.apiOperationPolicy, [resourceGroup, service, scope.api, scope.operation]);
  }
}

/** The groups differ only in how many ids they take. */
interface PolicyGroup<Ids extends readonly string[]> {
  get: (...all: [...Ids, typeof POLICY, Parameters<PolicyOperations['get']>[0]]) => Promise<unknown>;
  createOrUpdate: (...all: [...Ids, typeof POLICY, ...Parameters<PolicyOperations['put']>]) => Promise<unknown>;
  delete: (...all: [...Ids, typeof POLICY, ...Parameters<PolicyOperations['remove']>]) => Promise<unknown>;
}

function operationsOn<Ids extends readonly string[]>(group: PolicyGroup<Ids>, ids: Ids): PolicyOperations {
  return {
    get: async (options) => await group.get(...ids, POLICY, options),
    put: async (policy, options) => await group.createOrUpdate(...ids, POLICY, policy, options),
    remove: async (etag, options) => await group.delete(...ids, POLICY, etag, options),
  };
}
