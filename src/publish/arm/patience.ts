/**
 * How requests are sent: so many at once, none for longer than it may take, none while the service wants everybody to wait. Reads are tried
 * again; writes are not, because only who knows what stood there before can tell whether that is safe. Stands in the place of the SDK's retry
 * policy, which repeats writes, and does not wait for a 429 that does not say how long. Source: reference/management-api.md §1.5.
 */
import { RemoteError, type RemoteErrorKind } from '../../model/remote-error.js';
import type { Clock } from '../clock.js';
import type { ArmObserver } from './arm.js';
import { type BackOff, jittered } from './back-off.js';
import { type Call, currentCall } from './call.js';
import type { PipelinePolicy, PipelineRequest, PipelineResponse } from './pipeline.js';
import { readAnswer } from './read-answer.js';
import { answeredFailure, isLasting, networkCode, networkFailure } from './remote-failure.js';
import type { RequestSlots } from './request-slots.js';
import { scrubbedText } from './scrubbed-text.js';
import { withinTime } from './within-time.js';

export interface PatienceOptions {
  readonly clock: Clock;
  readonly slots: RequestSlots;
  readonly backOff: BackOff;
  readonly observer: ArmObserver;
  /** How often a read is sent at most. */
  readonly attempts: number;
  /** Milliseconds that one request may take, its answer included. */
  readonly requestTimeout: number;
  /** Milliseconds: the service that asks for more gets its error reported instead. */
  readonly longestWait: number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Where requests really go; for messages. */
  readonly origin: string;
  /** How the observer names what is asked. */
  readonly addressOf: (url: string) => string;
}

/** Milliseconds before the second attempt; doubled with each further one. */
const FIRST_WAITS: Partial<Readonly<Record<RemoteErrorKind, number>>> = { network: 200, unavailable: 500, busy: 500 };
const LONGEST_OWN_WAIT = 30_000;
/** No attempt helps as long as nothing runs there, or the name is wrong. */
const NOBODY_THERE: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND']);

export function patience(options: PatienceOptions): PipelinePolicy {
  const sender = new PatientSender(options);
  return { name: 'aoaiPolicyPatience', sendRequest: async (request, next) => await sender.send(request, async () => await next(request), currentCall()) };
}

class PatientSender {
  readonly #options: PatienceOptions;
  /** Once somebody has answered, a connection that is refused is one that passes. */
  #hasAnswered = false;

  constructor(options: PatienceOptions) {
    this.#options = options;
  }

  async send(request: PipelineRequest, next: () => Promise<PipelineResponse>, call: Call): Promise<PipelineResponse> {
    const attempts = isRead(request) ? this.#options.attempts : 1;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#options.slots.use(async () => await this.#attempt(request, next, call), call.signal);
      } catch (error) {
        if (!(error instanceof RemoteError) || attempt >= attempts || !this.#passes(error)) throw error;
        await this.#wait(error, attempt, call);
      }
    }
  }

  #passes(error: RemoteError): boolean {
    const { kind, code, retryAfter } = error;
    if (kind === 'network' && isLasting(error)) return false;
    if (retryAfter !== undefined && retryAfter > this.#options.longestWait) return false;
    if (NOBODY_THERE.has(code ?? '') && !this.#hasAnswered) return false;
    return kind === 'throttled' || FIRST_WAITS[kind] !== undefined;
  }

  /** Throttled requests, and those whose answer says for how long, wait with all others before they are sent again. */
  async #wait({ kind, retryAfter }: RemoteError, attempt: number, { signal }: Call): Promise<void> {
    const first = FIRST_WAITS[kind];
    if (first === undefined || retryAfter !== undefined) return;
    const { clock, random } = this.#options;
    await clock.sleep(jittered(Math.min(LONGEST_OWN_WAIT, first * 2 ** (attempt - 1)), random), signal);
  }

  async #attempt(request: PipelineRequest, next: () => Promise<PipelineResponse>, call: Call): Promise<PipelineResponse> {
    const { clock, backOff, observer, addressOf } = this.#options;
    await backOff.pass(call.signal);
    const sentAt = clock.now();
    let status: number | undefined;
    try {
      const response = await this.#exchange(request, next, call);
      status = response.status;
      this.#hasAnswered = true;
      return this.#checked(response, sentAt, call);
    } finally {
      observer.onRequest?.({ method: request.method, address: addressOf(request.url), ...(status === undefined ? {} : { status }), milliseconds: clock.now() - sentAt });
    }
  }

  async #exchange(request: PipelineRequest, next: () => Promise<PipelineResponse>, { what, signal }: Call): Promise<PipelineResponse> {
    const { origin, requestTimeout } = this.#options;
    const late = (): Error => new RemoteError(`${what}: no answer from ${origin} within ${requestTimeout / 1_000} s`, { kind: 'network', code: 'ETIMEDOUT' });
    try {
      return await withinTime({ milliseconds: requestTimeout, signal, late }, async (ending) => {
        request.abortSignal = ending;
        return await next();
      });
    } catch (error) {
      if (error instanceof RemoteError) throw error;
      const code = networkCode(error);
      throw code === undefined ? error : networkFailure(code, origin, { what });
    }
  }

  /** The answer, when it is one of success that can be read. */
  #checked(response: PipelineResponse, sentAt: number, { what, secrets }: Call): PipelineResponse {
    const { clock, backOff, longestWait, origin } = this.#options;
    const { request, status, headers, bodyAsText } = response;
    const body = bodyAsText ?? '';
    if (status < 200 || status > 299) {
      const failure = answeredFailure({ status, headers, body }, { what, secrets, now: clock.now() });
      const isForAll = failure.kind === 'throttled' || (failure.kind === 'unavailable' && failure.retryAfter !== undefined);
      if (!isForAll || (failure.retryAfter ?? 0) > longestWait) throw failure;
      const wait = backOff.hold(failure.retryAfter, sentAt, `the service answers ${status}`);
      throw failure.retryAfter === wait ? failure : withWait(failure, wait);
    }
    backOff.relax();
    const contentType = headers.get('content-type') ?? '';
    const read = readAnswer({ method: request.method, url: request.url, status, body, contentType });
    if (read.kind === 'cut') throw networkFailure('PARSE_ERROR', origin, { what });
    if (read.kind === 'alien') {
      throw new RemoteError(`${what}: ${origin} answered ${status} with ${scrubbedText(contentType) || 'something'} that is not the management API's; is a proxy between?`, { kind: 'misunderstood', status });
    }
    response.status = read.status;
    if (read.body !== body) {
      response.bodyAsText = read.body;
      headers.set('content-type', 'application/json');
    }
    return response;
  }
}

/** What the SDK asks with POST changes nothing: `listValue`, `listReferences`. */
function isRead({ method, url }: PipelineRequest): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && /\/(?:listValue|listReferences)(?:\?|$)/iu.test(url));
}

function withWait(error: RemoteError, retryAfter: number): RemoteError {
  return new RemoteError(error.message, { ...error, retryAfter });
}
