/** Which resource a path means. */
import { findResourceType, type ResourceType } from './resource-type.js';

export interface ResourceName {
  readonly type: ResourceType;
  /** One for each collection, as they were written. */
  readonly ids: readonly string[];
}

/** `apis/chat/policies/policy`: below the service, collections as ARM spells them. */
export function pathOf({ type, ids }: ResourceName): string {
  return type.collections.flatMap((collection, index) => [collection, ids[index] ?? '']).join('/');
}

/** What paths of one resource have in common. */
export function identityOf(path: string): string {
  return path.toLowerCase();
}

export function lastId({ ids }: ResourceName): string {
  return ids.at(-1) ?? '';
}

/** What it belongs to; undefined for what belongs to the service itself. */
function parentOf({ type, ids }: ResourceName): ResourceName | undefined {
  const parent = findResourceType(type.collections.slice(0, -1));
  return parent === undefined ? undefined : { type: parent, ids: ids.slice(0, -1) };
}

/** From the outermost to its own parent. */
export function ancestorsOf(name: ResourceName): readonly ResourceName[] {
  const parent = parentOf(name);
  return parent === undefined ? [] : [...ancestorsOf(parent), parent];
}

/** @param segments below the service, decoded; undefined when they name no resource of a known type */
export function resourceNamed(segments: readonly string[]): ResourceName | undefined {
  if (segments.length === 0 || segments.length % 2 === 1) return undefined;
  const type = findResourceType(segments.filter((_, index) => index % 2 === 0));
  return type === undefined ? undefined : { type, ids: segments.filter((_, index) => index % 2 === 1) };
}

/** The name of what is stored under a path of ours. */
export function nameOfPath(path: string): ResourceName | undefined {
  return resourceNamed(path.split('/'));
}
