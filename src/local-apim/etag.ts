/** ETags as the service makes them. Source: reference/management-api.md §2.1: a counter of eight bytes that all of a service shares. */

/** @returns with its quotes: `"AAAAAADmlmY="` */
export function etagOf(counter: bigint): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(counter);
  return `"${bytes.toString('base64')}"`;
}
