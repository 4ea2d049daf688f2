/** What a service holds, as an independent reader sees it: the local APIM's store, byte for byte, and not through the publisher. */
import type { LocalApim } from '../../src/local-apim/local-apim.js';
import type { Address } from '../../src/publish/resource-key.js';

/** By path below the service; equal texts are equal contents. ETags are not in it. */
export type ServiceContent = ReadonlyMap<string, string>;

export function contentOf(apim: LocalApim): ServiceContent {
  return new Map([...apim.stored()].map(([path, { properties }]) => [path, sortedJson(properties)]));
}

/** `apis/chat/policy` → `apis/chat/policies/policy`. */
export function pathOfAddress(address: Address): string {
  return address.replace(/(^|\/)policy$/u, '$1policies/policy');
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner);
}
