/** The HTTP side: takes requests apart, does the faults that are asked for, sends answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../model/usage-error.js';
import { errorAnswer, type Answer } from './answer.js';
import { answerRequest } from './answer-request.js';
import { faultAnswer, writeFaultOf } from './fault-answer.js';
import type { LocalApimOptions, LocalFault, LocalRequest } from './local-apim.js';
import { hostProblem, isLoopback, urlHost } from './loopback.js';
import { armError } from './management-error.js';
import { parseTarget, type ManagementRequest } from './management-request.js';
import { readBody } from './read-body.js';
import { seedResource } from './seed-resource.js';
import { serviceId, type ServiceState } from './service-state.js';

export interface ListenerOptions extends Pick<LocalApimOptions, 'port' | 'host' | 'allowsOtherInterfaces' | 'latency' | 'faults' | 'onRequest'> {
  /** When everything that has changed is kept. */
  readonly settled: () => Promise<void>;
  readonly newRequestId: () => string;
}

/** Longer than clients keep a connection that they do not use: otherwise one closes it while the other writes to it. */
const KEEP_ALIVE_MS = 65_000;

export class Listener {
  readonly #service: ServiceState;
  readonly #options: ListenerOptions;
  readonly #server: Server;
  readonly #closing = new AbortController();
  #count = 0;

  constructor(service: ServiceState, options: ListenerOptions) {
    this.#service = service;
    this.#options = options;
    this.#server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (incoming, outgoing) => void this.#serve(incoming, outgoing));
  }

  /** @throws UsageError when the port is taken or the interface is not allowed */
  async listen(): Promise<void> {
    const { host = '127.0.0.1', port = 0, allowsOtherInterfaces = false } = this.#options;
    if (!allowsOtherInterfaces && !isLoopback(host)) {
      throw new UsageError(`'${host}' is not this machine alone; whoever reaches the local APIM may do all with it: use 127.0.0.1, or allow it with --allow-other-interfaces`);
    }
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => reject(new UsageError(listenProblem(error, host, port), { cause: error })));
      this.#server.listen(port, host, resolve);
    });
  }

  get endpoint(): string {
    const address = this.#server.address();
    const port = isAddressInfo(address) ? address.port : 0;
    return `http://${urlHost(this.#options.host ?? '127.0.0.1')}:${port}`;
  }

  /** Requests that are under way are dropped. */
  async close(): Promise<void> {
    this.#closing.abort();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** Never throws: what goes wrong within is an answer, or the end of the connection. */
  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    // A connection that breaks is nothing to tell anybody.
    incoming.on('error', () => undefined);
    outgoing.on('error', () => undefined);
    this.#count += 1;
    const request = this.#localRequest(incoming);
    let answer: Answer | undefined;
    let fault: LocalFault | undefined;
    try {
      fault = this.#options.faults?.(request);
      answer = await this.#answer(incoming, request, fault);
    } catch (error) {
      answer = this.#closing.signal.aborted || incoming.socket.destroyed ? undefined : errorAnswer(armError(500, 'InternalServerError', error instanceof Error ? error.message : String(error)));
    }
    if (fault?.kind === 'hang' && !this.#closing.signal.aborted) return;
    try {
      this.#options.onRequest?.(request, fault?.kind === 'cut' ? undefined : answer?.status);
    } finally {
      if (answer === undefined) incoming.socket.resetAndDestroy();
      else send(answer, outgoing, this.#options.newRequestId(), fault);
    }
  }

  /** undefined: the connection is to be dropped, or to hang. */
  async #answer(incoming: IncomingMessage, request: LocalRequest, fault: LocalFault | undefined): Promise<Answer | undefined> {
    const { latency = 0, settled } = this.#options;
    const delay = latency + (fault?.kind === 'slow' ? fault.milliseconds : 0);
    if (delay > 0) await wait(delay, undefined, { signal: this.#closing.signal });
    if (fault?.kind === 'hang' || (fault?.kind === 'reset' && fault.when === 'before')) return undefined;
    const body = await readBody(incoming);
    if (fault?.kind === 'status' && fault.when === 'before') return faultAnswer(fault);
    if (fault?.kind === 'edit') seedResource(fault.path, { value: fault.xml }, this.#service);
    const answer = body === undefined ? tooLarge() : this.#considered(incoming, request, body, fault);
    await settled();
    if (fault?.kind === 'reset') return undefined;
    return fault?.kind === 'status' ? faultAnswer(fault) : answer;
  }

  #considered(incoming: IncomingMessage, { method, headers }: LocalRequest, body: string, fault: LocalFault | undefined): Answer {
    const problem = this.#options.allowsOtherInterfaces === true ? undefined : hostProblem(headers['host'], this.#service.settings.armEndpoint);
    if (problem !== undefined) return errorAnswer(armError(421, 'MisdirectedRequest', problem));
    const target = parseTarget(incoming.url ?? '');
    if (target === undefined) return errorAnswer(armError(400, 'InvalidRequestUri', 'the path holds an empty segment, `.` or `..`, a slash or a control character within a segment, or a broken escape'));
    const request: ManagementRequest = { method, headers, body, ...target };
    return answerRequest(request, this.#service, writeFaultOf(fault));
  }

  #localRequest({ method = '', url = '', headers }: IncomingMessage): LocalRequest {
    const target = parseTarget(url);
    const path = target === undefined ? (url.split('?')[0] ?? '') : `/${target.segments.join('/')}`;
    const start = `${serviceId(this.#service.settings)}/`;
    const flat = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
    return {
      number: this.#count,
      method,
      path: path.toLowerCase().startsWith(start.toLowerCase()) ? path.slice(start.length) : path,
      query: target?.query ?? {},
      headers: Object.fromEntries(flat),
    };
  }
}

function tooLarge(): Answer {
  return errorAnswer(armError(413, 'RequestEntityTooLarge', 'the body is larger than ARM takes'), { connection: 'close' });
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function listenProblem({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `port ${port} of ${host} is in use; give another with --port, or 0 for any that is free`;
  if (code === 'EACCES') return `port ${port} may not be used; give one above 1023 with --port`;
  return `cannot listen on port ${port} of '${host}': ${message}`;
}

/** Source of the headers: reference/management-api.md §2.3. */
function send(answer: Answer, outgoing: ServerResponse, requestId: string, fault: LocalFault | undefined): void {
  const body = Buffer.from(answer.body);
  outgoing.writeHead(answer.status, {
    'cache-control': 'no-cache',
    'x-ms-request-id': requestId,
    'x-ms-correlation-request-id': requestId,
    ...answer.headers,
    ...(answer.status === 204 ? {} : { 'content-length': String(body.length) }),
  });
  if (fault?.kind !== 'cut') {
    outgoing.end(body);
    return;
  }
  const sent = body.subarray(0, Math.max(0, Math.min(fault.afterBytes, body.length - 1)));
  outgoing.write(sent, () => outgoing.socket?.destroy());
}
