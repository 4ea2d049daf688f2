/** Faults that are answers, and those that concern what a write does. */
import { errorAnswer, type Answer } from './answer.js';
import type { LocalFault } from './local-apim.js';
import { armError } from './management-error.js';
import type { WriteFault } from './write-resource.js';

export function faultAnswer({ status, code = 'Fault', message = 'A fault of the local endpoint.', retryAfter, body }: Extract<LocalFault, { kind: 'status' }>): Answer {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return body === undefined ? errorAnswer(armError(status, code, message), headers) : { status, headers: { 'content-type': 'text/html', ...headers }, body };
}

export function writeFaultOf(fault: LocalFault | undefined): WriteFault | undefined {
  return fault?.kind === 'operation-fails' || fault?.kind === 'operation-lies' ? fault.kind : undefined;
}
