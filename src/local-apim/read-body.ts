/** Reads the body of a request. */
import type { IncomingMessage } from 'node:http';

/** ARM takes no more. Source: Azure Resource Manager's documented limit of 4 MB for a request. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * @returns undefined when there is more than ARM takes
 * @throws when the connection breaks before the end
 */
export async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) {
      // An answer gets to a client only when all that it sends is taken off the wire.
      incoming.resume();
      return undefined;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
