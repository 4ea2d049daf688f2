/** Lists, page by page. Source: reference/management-api.md §1.1, §2.3. */
import { isJsonObject, type JsonObject, parseJsonObject } from '../../model/json.js';
import { RemoteError } from '../../model/remote-error.js';
import { withoutRevision } from '../api-revision.js';
import type { ListedKind } from '../resource-key.js';
import type { ListedResource, ParentKind } from './arm.js';
import { currentCall } from './call.js';
import { resourceBody } from './live-resource.js';
import { operationState } from './operation-state.js';
import { type Heard, hearing, type OnResponse, type ServiceClient } from './sdk-operations.js';

/** What of the SDK's iterators is used: going on makes it ask for the next page. */
interface Pages {
  readonly byPage: () => AsyncIterator<unknown>;
}

export type Listing = (at: ServiceClient, heard: Heard) => Pages;

export const RESOURCE_LISTINGS: Readonly<Record<ListedKind, Listing>> = {
  'named-value': ({ client, resourceGroup, service }, heard) => client.namedValue.listByService(resourceGroup, service, heard),
  backend: ({ client, resourceGroup, service }, heard) => client.backend.listByService(resourceGroup, service, heard),
  fragment: ({ client, resourceGroup, service }, heard) => client.policyFragment.listByService(resourceGroup, service, heard),
};

const PARENT_LISTINGS: Readonly<Record<Extract<ParentKind, string>, Listing>> = {
  api: ({ client, resourceGroup, service }, heard) => client.api.listByService(resourceGroup, service, heard),
  product: ({ client, resourceGroup, service }, heard) => client.product.listByService(resourceGroup, service, heard),
  workspace: ({ client, resourceGroup, service }, heard) => client.workspace.listByService(resourceGroup, service, heard),
};

export function parentListing(of: ParentKind): Listing {
  if (typeof of === 'string') return PARENT_LISTINGS[of];
  return ({ client, resourceGroup, service }, heard) => client.apiOperation.listByApi(resourceGroup, service, of.operationsOf, heard);
}

/**
 * The items of all pages, as they were on the wire.
 * @throws RemoteError `misunderstood` for pages that lead back to one another
 */
export async function listedItems(listing: Listing, at: ServiceClient): Promise<readonly ListedItem[]> {
  const items: ListedItem[] = [];
  const links = new Set<string>();
  let goesRound = false;
  const onResponse: OnResponse = ({ bodyAsText }) => {
    const page = parseJsonObject(bodyAsText ?? '');
    const { value, nextLink } = page ?? {};
    if (Array.isArray(value)) items.push(...value.flatMap(listedItem));
    if (typeof nextLink !== 'string' || nextLink === '') return;
    goesRound ||= links.has(nextLink);
    links.add(nextLink);
  };
  const pages = listing(at, hearing(onResponse)).byPage();
  while ((await pages.next()).done !== true) {
    if (goesRound) throw new RemoteError(`${currentCall().what}: the pages of the list lead back to one another`, { kind: 'misunderstood' });
  }
  return items;
}

export interface ListedItem {
  /** ARM's. */
  readonly id: string;
  readonly name: string;
  readonly properties: JsonObject;
}

function listedItem(item: unknown): ListedItem[] {
  if (!isJsonObject(item)) return [];
  const { id, name, properties } = item;
  if (typeof name !== 'string') return [];
  return [{ id: typeof id === 'string' ? id : '', name, properties: isJsonObject(properties) ? properties : {} }];
}

export function listedResource(kind: ListedKind, { name, properties }: ListedItem): ListedResource {
  const body = resourceBody(kind, properties);
  return { key: { kind, id: name }, ...(body === undefined ? {} : { body }), ...(operationState({ properties }) === 'running' ? { isPending: true } : {}) };
}

/** The current revision of an API is reached without its number, and stays the same when another one becomes current. */
export function parentName({ name, properties }: ListedItem): string {
  return properties['isCurrent'] === true ? withoutRevision(name) : name;
}

/** `chat;rev=2`, of an API whose current revision that is; nothing of another revision. */
export function currentRevision({ name, properties: { isCurrent, apiRevision } }: ListedItem): string[] {
  return isCurrent === true && typeof apiRevision === 'string' ? [`${withoutRevision(name)};rev=${apiRevision}`] : [];
}
