/** A management endpoint that answers what a test wrote down: the shapes of reference/management-api.md, and the faults of networks. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectArm, type ConnectOptions } from '../../../src/publish/arm/connect-arm.js';
import type { Arm } from '../../../src/publish/arm/arm.js';
import type { Clock } from '../../../src/publish/clock.js';
import type { Target } from '../../../src/publish/target.js';

export const SUBSCRIPTION = '00000000-0000-4000-8000-000000000001';
export const SERVICE_PATH = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ApiManagement/service/contoso`;
/** As answers name it: requests come here by the rewrite. */
export const SERVICE_URL = `https://management.azure.com${SERVICE_PATH}`;

export interface HeardRequest {
  readonly method: string;
  /** Below the service, as it was sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects go out as JSON. */
  readonly body?: unknown;
  /** Instead of an answer. */
  readonly fault?: 'reset' | 'hang' | 'cut' | 'cut-gzip';
}

export interface RecordedArm {
  readonly endpoint: string;
  readonly requests: readonly HeardRequest[];
  readonly target: Target;
  readonly connect: (options?: Partial<ConnectOptions>) => Promise<Arm>;
  readonly close: () => Promise<void>;
}

/** @param answer may be asynchronous; what it throws is the server's 500 */
export async function recordedArm(answer: (request: HeardRequest, number: number) => Answer | Promise<Answer>): Promise<RecordedArm> {
  const requests: HeardRequest[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      const url = new URL(request.url ?? '/', 'http://local');
      const path = url.pathname.startsWith(SERVICE_PATH) ? url.pathname.slice(SERVICE_PATH.length + 1) : url.pathname;
      const heard = { method: request.method ?? '', path, query: url.searchParams, headers: request.headers, body };
      requests.push(heard);
      send(await answer(heard, requests.length), response);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const target: Target = { environment: 'test', cloud: 'public', subscription: SUBSCRIPTION, resourceGroup: 'rg', service: 'contoso', endpoint };
  return {
    endpoint,
    requests,
    target,
    connect: async (options = {}) => await connectArm(target, { environmentVariables: {}, clock: quickClock().clock, ...options }),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}

function send({ status = 200, headers = {}, body, fault }: Answer, response: ServerResponse): void {
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  if (fault === 'cut' || fault === 'cut-gzip') {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': '10000', ...(fault === 'cut-gzip' ? { 'content-encoding': 'gzip' } : {}) });
    response.write(fault === 'cut' ? text.slice(0, 10) : Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), () => response.socket?.resetAndDestroy());
    return;
  }
  response.writeHead(status, { ...(text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }), ...headers });
  response.end(text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** A clock whose waits take no time, and the waits that were asked for. */
export function quickClock(): { readonly clock: Clock; readonly waits: readonly number[] } {
  let time = Date.parse('2026-11-24T12:00:00Z');
  const waits: number[] = [];
  return {
    waits,
    clock: {
      now: () => time,
      sleep: async (milliseconds, signal) => {
        signal?.throwIfAborted();
        waits.push(milliseconds);
        time += milliseconds;
        await Promise.resolve();
      },
    },
  };
}

/** An error body of the management API. */
export function errorBody(code: string, message: string, details: unknown = null): unknown {
  return { error: { code, message, details } };
}
