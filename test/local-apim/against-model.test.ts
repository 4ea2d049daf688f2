/** The rules of ETags, conditions and operations, held over random sequences of requests against a model of a few lines. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRequest } from '../../src/local-apim/answer-request.js';
import type { Answer } from '../../src/local-apim/answer.js';
import { serviceId, type ServiceState } from '../../src/local-apim/service-state.js';
import { newService } from './new-service.js';

/** `now` and `before` are the ETags that the resource has and had first; both may be those of nothing. */
type Condition = 'none' | 'any' | 'now' | 'before';

interface Request {
  readonly method: 'PUT' | 'GET' | 'DELETE';
  readonly collection: 'backends' | 'namedValues';
  readonly id: string;
  readonly value: string;
  readonly condition: Condition;
}

const requests = fc.array(
  fc.record<Request>({
    method: fc.constantFrom('PUT', 'PUT', 'GET', 'DELETE'),
    collection: fc.constantFrom('backends', 'namedValues'),
    id: fc.constantFrom('a', 'b', 'A'),
    value: fc.constantFrom('1', '2', '3'),
    condition: fc.constantFrom('none', 'any', 'now', 'before'),
  }),
  { maxLength: 40 },
);

interface Held {
  readonly value: string;
  readonly etag: string;
}

test.each(['creates', 'refuses'] as const)('where an ETag of nothing %s', (ifMatchWhereAbsent) => {
  fc.assert(
    fc.property(requests, fc.integer({ min: 0, max: 2 }), (sequence, operationPolls) => {
      const service = newService({ ifMatchWhereAbsent, operationPolls });
      const model = new Map<string, Held>();
      const first = new Map<string, string>();
      const given = new Set<string>();
      for (const { method, collection, id, value, condition } of sequence) {
        const key = `${collection}/${id}`.toLowerCase();
        const held = model.get(key);
        const header = { none: undefined, any: '*', now: held?.etag ?? '"nothing"', before: first.get(key) ?? '"nothing"' }[condition];
        const answer = send(service, { method, path: `${collection}/${id}`, value, header });
        const expected = expectedStatus(method, held, header, ifMatchWhereAbsent);
        expect(answer.status).toBe(expected);
        if (method === 'PUT' && expected < 300) {
          if (collection === 'namedValues') finish(service, answer, operationPolls);
          const etag = answer.headers['etag'] ?? '';
          expect(etag === held?.etag).toBe(held?.value === value);
          if (etag !== held?.etag) expect(given.has(etag)).toBe(false);
          given.add(etag);
          model.set(key, { value, etag });
          first.set(key, first.get(key) ?? etag);
        }
        if (method === 'DELETE' && expected === 200) model.delete(key);
        const now = model.get(key);
        const read = send(service, { method: 'GET', path: `${collection}/${id}`, value: '', header: undefined });
        expect([read.status, read.headers['etag'], read.body.includes(`${now?.value}.example`)]).toEqual(now === undefined ? [404, undefined, false] : [200, now.etag, true]);
      }
    }),
    { numRuns: 150 },
  );
});

/** The reference's rules, §2.1. */
function expectedStatus(method: Request['method'], held: Held | undefined, header: string | undefined, whereAbsent: 'creates' | 'refuses'): number {
  const isRefused = header !== undefined && header !== '*' && (held === undefined ? whereAbsent === 'refuses' : header !== held.etag);
  switch (method) {
    case 'GET':
      return held === undefined ? 404 : 200;
    case 'PUT':
      return isRefused ? 412 : held === undefined ? 201 : 200;
    case 'DELETE':
      return header === undefined ? 400 : held === undefined ? 204 : isRefused ? 412 : 200;
  }
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly value: string;
  readonly header: string | undefined;
}

function send(service: ServiceState, { method, path, value, header }: Sent): Answer {
  const properties = path.startsWith('backends/') ? { url: `https://${value}.example`, protocol: 'http' } : { displayName: path.split('/')[1]?.toLowerCase(), value: `${value}.example` };
  return answerRequest({
    method,
    segments: [...serviceId(service.settings).split('/').slice(1), ...path.split('/')],
    query: { 'api-version': '2024-05-01' },
    headers: { authorization: 'Bearer x', ...(header === undefined ? {} : { 'if-match': header }) },
    body: method === 'PUT' ? JSON.stringify({ properties }) : '',
  }, service);
}

/** Polls as often as it takes, and not more. */
function finish(service: ServiceState, { headers }: Answer, polls: number): void {
  const { pathname, searchParams } = new URL(headers['location'] ?? '');
  for (let count = 0; count <= polls; count++) {
    const { status } = answerRequest({ method: 'GET', segments: pathname.split('/').slice(1), query: Object.fromEntries(searchParams), headers: { authorization: 'Bearer x' }, body: '' }, service);
    expect(status).toBe(count < polls ? 202 : 200);
  }
}
