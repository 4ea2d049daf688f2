/** Requests to the local APIM without a client's help, as they go over the wire. */
import { request } from 'node:http';
import type { LocalApim } from '../../src/local-apim/local-apim.js';

export interface Question {
  /** `GET apis/chat/policies/policy?format=rawxml`: below the service; one that starts with `/` is the whole of it. */
  readonly ask: string;
  /** `properties` of the body; or, as text, all of it. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** undefined for what is no JSON. */
  readonly json: unknown;
}

export type Addressed = Pick<LocalApim, 'endpoint' | 'subscription' | 'resourceGroup' | 'service'>;

export function serviceUrl({ subscription, resourceGroup, service }: Addressed): string {
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}`;
}

/** With a token and the version of the API, unless the question has its own; an empty header is left out. The path goes out as it is written. */
export async function ask(apim: Addressed, { ask: line, body, headers = {} }: Question): Promise<Reply> {
  const [method = '', target = ''] = line.split(' ');
  const below = target.startsWith('/') ? target : `${serviceUrl(apim)}${target === '' ? '' : '/'}${target}`;
  const path = below.includes('api-version') || target.startsWith('/') ? below : `${below}${below.includes('?') ? '&' : '?'}api-version=2024-05-01`;
  const { hostname, port } = new URL(apim.endpoint);
  const sent = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify({ properties: body });
  const sentHeaders = Object.fromEntries(Object.entries({ authorization: 'Bearer x', ...headers }).filter(([, value]) => value !== ''));
  return new Promise((resolve, reject) => {
    const outgoing = request({ method, hostname, port, path, agent: false, headers: sentHeaders }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, json: parsed(text) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(sent);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
