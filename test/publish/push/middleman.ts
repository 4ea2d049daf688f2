/** A proxy between the client and the local APIM, for what no APIM does by itself but networks and services do. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Meddling {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface Middleman {
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** What goes on in place of a request: the body to send, and how often. */
export type Meddle = (request: Meddling) => Promised<{ readonly body: string; readonly times: number }>;
type Promised<T> = T | Promise<T>;

export async function startMiddleman(endpoint: string, meddle: Meddle): Promise<Middleman> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { method = 'GET', url = '/' } = request;
      const { body, times } = await meddle({ method, path: decodeURIComponent(new URL(url, endpoint).pathname), body: Buffer.concat(chunks).toString() });
      let answer = new Response();
      for (let time = 0; time < times; time++) answer = await fetch(endpoint + url, { method, headers: forwarded(request.headers), ...(body === '' ? {} : { body }) });
      const text = await answer.text();
      for (const name of ['etag', 'location', 'azure-asyncoperation', 'content-type', 'retry-after']) {
        const value = answer.headers.get(name);
        if (value !== null) response.setHeader(name, value);
      }
      response.statusCode = answer.status;
      response.end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function forwarded(headers: IncomingHttpHeaders): Headers {
  const kept = new Headers();
  for (const name of ['authorization', 'content-type', 'accept', 'if-match']) {
    const value = headers[name];
    if (typeof value === 'string') kept.set(name, value);
  }
  return kept;
}
