/** What a service has by name: named values, backends and fragments, from one list each. */
import type { Arm, ListedResource } from '../arm/arm.js';
import { addressIdentity, addressOf, type ListedKind, type ResourceKey } from '../resource-key.js';
import type { NamedValueBody } from '../resource-body.js';

export class ListedService {
  readonly #resources: Readonly<Record<ListedKind, ReadonlyMap<string, ListedResource>>>;

  constructor(lists: Readonly<Record<ListedKind, readonly ListedResource[]>>) {
    this.#resources = { 'named-value': byIdentity(lists['named-value']), backend: byIdentity(lists.backend), fragment: byIdentity(lists.fragment) };
  }

  /** undefined where there is none, and for policies, which are not listed. */
  get(key: ResourceKey): ListedResource | undefined {
    return key.kind === 'policy' ? undefined : this.#resources[key.kind].get(addressIdentity(addressOf(key)));
  }

  ids(kind: ListedKind): readonly string[] {
    return [...this.#resources[kind].values()].flatMap(({ key }) => (key.kind === 'policy' ? [] : [key.id]));
  }

  namedValues(): readonly { readonly id: string; readonly body: NamedValueBody }[] {
    return [...this.#resources['named-value'].values()].flatMap(({ key, body }) => (key.kind === 'named-value' && body?.kind === 'named-value' ? [{ id: key.id, body }] : []));
  }
}

/** @throws RemoteError */
export async function listService(arm: Arm, signal: AbortSignal | undefined): Promise<ListedService> {
  const [namedValues, backends, fragments] = await Promise.all([arm.list('named-value', signal), arm.list('backend', signal), arm.list('fragment', signal)]);
  return new ListedService({ 'named-value': namedValues, backend: backends, fragment: fragments });
}

function byIdentity(resources: readonly ListedResource[]): ReadonlyMap<string, ListedResource> {
  return new Map(resources.map((resource) => [addressIdentity(addressOf(resource.key)), resource]));
}
