/** Answers that are errors, and connections that end without one, as RemoteError. Source: reference/management-api.md §1.5, §2.1. */
import { RemoteError, type RemoteErrorAbout, type RemoteErrorDetail, type RemoteErrorKind } from '../../model/remote-error.js';
import { errorCode } from '../../model/system-error.js';
import { withoutStop } from '../without-stop.js';
import { type ErrorBody, readErrorBody } from './error-body.js';
import { type AnswerHeaders, retryAfter } from './retry-after.js';
import { scrubbedText } from './scrubbed-text.js';

export interface FailedAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: string;
}

export interface FailureContext {
  /** What was asked, as a subject: `reading apis/chat/policy`. */
  readonly what: string;
  readonly secrets?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** 5xx that another attempt does not change. */
const LASTING_FAILURES: ReadonlySet<number> = new Set([501, 505]);
/** 409 that lasts: somebody has locked the resource, or its group is being deleted. Other conflicts pass. */
const LASTING_CONFLICTS: ReadonlySet<string> = new Set(['ScopeLocked', 'ReadOnlyDisabledSubscription', 'ResourceGroupBeingDeleted']);
/** Refusals that go away: §2.7, 16 (the service fetches the configuration when it saves) and 24 (-1 KB: the instance is still being made). */
const PASSING_REFUSALS = /IDX20804|unable to obtain configuration from|exceeds allowed limit of -1 KB/iu;

/** An answer with a status that is no success. */
export function answeredFailure(answer: FailedAnswer, context: FailureContext): RemoteError {
  const body = readErrorBody(answer.body, context.secrets);
  return new RemoteError(`${context.what}: the service answered ${answer.status}${saying(body)}`, {
    kind: kindOf(answer.status, body),
    status: answer.status,
    ...aboutAnswer(answer, body, context),
  });
}

/** A long-running operation that ended badly, whatever the status of the answer that says so. */
export function operationFailure(answer: FailedAnswer, context: FailureContext): RemoteError {
  const body = readErrorBody(answer.body, context.secrets);
  return new RemoteError(`${context.what}: the service accepted it, and then failed${saying(body)}`, {
    kind: passes(body) ? 'flaky' : 'failed',
    status: answer.status,
    ...aboutAnswer(answer, body, context),
  });
}

const NETWORK_CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'the name is not known; check the network and the cloud of the environment',
  EAI_AGAIN: 'the name could not be looked up; check the network',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  ETIMEDOUT: 'nothing came back in time',
  PARSE_ERROR: 'the answer was cut short',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted; set NODE_EXTRA_CA_CERTS to the certificate of your proxy',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted; set NODE_EXTRA_CA_CERTS to the certificate of your proxy',
};

/** No answer, or half of one. @param where the origin that was asked */
export function networkFailure(code: string, where: string, { what }: Pick<FailureContext, 'what'>): RemoteError {
  // Only an endpoint on this machine is asked without TLS.
  const cause = code === 'ECONNREFUSED' && where.startsWith('http:') ? "nothing listens there; is 'aoai-policy local' running?" : (NETWORK_CAUSES[code] ?? 'the connection failed');
  return new RemoteError(`${what}: no answer from ${where}: ${cause} (${code})`, { kind: 'network', code });
}

const NETWORK_CODE = /^(?:E[A-Z]{3,}|EAI_[A-Z]+|HPE_[A-Z_]+|PARSE_ERROR|REQUEST_SEND_ERROR|ERR_STREAM_PREMATURE_CLOSE|ERR_TLS_[A-Z_]+|ERR_SSL_[A-Z_]+|CERT_[A-Z_]+|[A-Z_]*SELF_SIGNED[A-Z_]*|UNABLE_TO_[A-Z_]+)$/u;
/** Of certificates and protocols: the next attempt ends the same way. */
const LASTING_CODE = /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|[A-Z_]*SELF_SIGNED)/u;

/** The code of an error that Node or the SDK's HTTP client gave; undefined for errors of another kind. */
export function networkCode(error: unknown): string | undefined {
  const code = errorCode(error);
  return code !== undefined && NETWORK_CODE.test(code) ? code : undefined;
}

/** Whether another attempt would end the same way. */
export function isLasting({ code = '' }: RemoteError): boolean {
  return LASTING_CODE.test(code);
}

function kindOf(status: number, body: ErrorBody): RemoteErrorKind {
  if (status === 429) return 'throttled';
  if (status === 408 || (status >= 500 && !LASTING_FAILURES.has(status))) return 'unavailable';
  if (status === 401 || status === 403) return 'not-allowed';
  if (status === 412) return 'changed';
  if (status === 409) return LASTING_CONFLICTS.has(body.code ?? '') ? 'refused' : 'busy';
  if (status === 422 && body.code === 'ManagementApiRequestFailed') return 'busy';
  if (passes(body)) return 'flaky';
  return status >= 400 ? 'refused' : 'misunderstood';
}

function passes({ details }: ErrorBody): boolean {
  return details.some(({ message }) => PASSING_REFUSALS.test(message));
}

function saying(body: ErrorBody): string {
  const [first, ...others] = body.details;
  const said = first === undefined ? (body.isPage ? 'a page for people, not an answer of its own; is a proxy between?' : '') : withoutStop(first.message);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${body.code === undefined ? '' : ` ${body.code}`}${said === '' ? '' : `: ${said}${more}`}`;
}

function aboutAnswer({ headers }: FailedAnswer, body: ErrorBody, { now }: FailureContext): Omit<RemoteErrorAbout, 'kind' | 'status'> {
  const requestId = headers.get('x-ms-correlation-request-id') ?? headers.get('x-ms-request-id');
  const wait = retryAfter(headers, now);
  const details: readonly RemoteErrorDetail[] = body.details;
  return {
    details,
    ...(body.code === undefined ? {} : { code: body.code }),
    ...(requestId === undefined ? {} : { requestId: scrubbedText(requestId).slice(0, 100) }),
    ...(wait === undefined ? {} : { retryAfter: wait }),
  };
}
