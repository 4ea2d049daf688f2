/**
 * What a push makes of everything a service can answer: after each row of the table, the result tells the truth about what is stored. Each pushes three
 * policies, `apis/b` being the one that meets the fault; `apis/a` is written before and `apis/c` after it.
 */
import { describe, expect, test } from 'vitest';
import type { LocalApimOptions, LocalFault, LocalRequest } from '../../../src/local-apim/local-apim.js';
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import { applyPlan } from '../../../src/publish/push/apply-plan.js';
import { PushError } from '../../../src/publish/push/push-error.js';
import type { PushResult, ResourceState } from '../../../src/publish/push/push-result.js';
import { type Meddle, type Meddling, startMiddleman } from './middleman.js';
import { planFor } from './planning.js';
import { fragment, header, journalLines, namedValue, policy, type Pushing, startPushing, targetOf } from './pushing.js';
import { afterTest } from './temporary-folder.js';

type Faults = (request: LocalRequest, nth: number) => LocalFault | undefined;

interface Row {
  readonly what: string;
  /** nth: how many requests of this method on this path there have been, from 1. */
  readonly faults: Faults;
  readonly options?: LocalApimOptions;
  readonly action?: 'update' | 'create' | 'delete';
  readonly outcome: 'pushed' | 'rolled-back' | 'failed';
  /** Of a, b, c. */
  readonly states: readonly [ResourceState, ResourceState, ResourceState];
  /** Of b. */
  readonly stored: string | undefined;
  readonly error?: RegExp;
}

const PATH_OF_B = 'apis/b/policies/policy';
const EDIT = policy('<set-header name="x" exists-action="override"><value>edit</value></set-header>');
const EDIT_XML = 'value' in EDIT ? String(EDIT.value) : '';

const status = (code: number, when: 'before' | 'after' = 'before', more: Partial<Extract<LocalFault, { kind: 'status' }>> = {}): LocalFault => ({ kind: 'status', status: code, when, ...more });
const onPut = (fault: LocalFault, times = 1): Faults => ({ method, path }, nth) => (method === 'PUT' && path === PATH_OF_B && nth <= times ? fault : undefined);
const onDelete = (fault: LocalFault, times = 1): Faults => ({ method, path }, nth) => (method === 'DELETE' && path === PATH_OF_B && nth <= times ? fault : undefined);
const ALWAYS = Infinity;

const PUSHED = { outcome: 'pushed', states: ['written', 'written', 'written'], stored: 'new' } as const;
const BACK = { outcome: 'rolled-back', states: ['restored', 'not-written', 'not-written'], stored: 'old' } as const;
const EDITED = { outcome: 'failed', states: ['restored', 'edited', 'not-written'], stored: 'edit' } as const;

const ROWS: readonly Row[] = [
  { what: 'nothing goes wrong', faults: () => undefined, ...PUSHED },
  { what: 'throttled, with a time to wait', faults: onPut(status(429, 'before', { retryAfter: '7' }), 3), ...PUSHED },
  { what: 'throttled, without one', faults: onPut(status(429), 3), ...PUSHED },
  { what: 'throttled for good', faults: onPut(status(429), ALWAYS), ...BACK, error: /429|throttl/iu },
  { what: 'unavailable, then not', faults: onPut(status(503), 2), ...PUSHED },
  { what: 'a server error after the write has been made', faults: onPut(status(500, 'after')), ...PUSHED },
  { what: 'unavailable for good', faults: onPut(status(503), ALWAYS), ...BACK, error: /503/u },
  { what: 'connection reset before the write', faults: onPut({ kind: 'reset', when: 'before' }), ...PUSHED },
  { what: 'connection reset after the write', faults: onPut({ kind: 'reset', when: 'after' }), ...PUSHED },
  { what: 'connection reset for good', faults: onPut({ kind: 'reset', when: 'before' }, ALWAYS), ...BACK },
  { what: 'half an answer', faults: onPut({ kind: 'cut', afterBytes: 40 }), ...PUSHED },
  { what: 'another operation under way', faults: onPut(status(409, 'before', { code: 'Conflict', message: 'Operation on the API is in progress' }), 3), ...PUSHED },
  { what: '412 without an edit, as of sibling writes', faults: onPut(status(412, 'before', { code: 'PreconditionFailed' }), 2), ...PUSHED },
  { what: 'refused', faults: onPut(status(400, 'before', { code: 'ValidationError', message: 'no' })), ...BACK, error: /no/u },
  { what: 'not allowed', faults: onPut(status(403, 'before', { code: 'AuthorizationFailed' })), ...BACK, error: /403/u },
  { what: 'the token ends, and nothing can be read either', faults: ({ path }) => (path === PATH_OF_B ? status(401) : undefined), ...BACK, error: /401/u },
  { what: 'somebody else edits just before the write', faults: onPut({ kind: 'edit', path: PATH_OF_B, xml: EDIT_XML }), ...EDITED, error: /somebody else has changed apis\/b\/policy/u },
  {
    what: 'somebody else edits between the write and the read',
    faults: ({ method, path }, nth) => (method === 'GET' && path === PATH_OF_B && nth === 1 ? { kind: 'edit', path: PATH_OF_B, xml: EDIT_XML } : undefined), ...EDITED, error: /somebody else has changed/u,
  },
  {
    what: 'the answer is lost, and somebody else edits before the read',
    faults: ({ method, path }, nth) => (path !== PATH_OF_B || nth > 1 ? undefined : method === 'PUT' ? { kind: 'reset', when: 'after' } : { kind: 'edit', path: PATH_OF_B, xml: EDIT_XML }), ...EDITED,
  },
  { what: 'success is reported, and nothing was written', faults: onPut({ kind: 'operation-lies' }, ALWAYS), ...BACK, error: /reported success for apis\/b\/policy, but/u },
  {
    what: 'the answer is lost and nothing can be read any more', outcome: 'failed', states: ['restored', 'unknown', 'not-written'], stored: 'new', error: /not known/u,
    faults: ({ method, path }, nth) => (path !== PATH_OF_B ? undefined : method === 'PUT' ? (nth === 1 ? { kind: 'reset', when: 'after' } : undefined) : status(503)),
  },
  {
    what: 'it is taken, and nothing can be read any more', outcome: 'failed', states: ['restored', 'unknown', 'not-written'], stored: 'new',
    error: /^what apis\/b\/policy holds is not known: it cannot be read: reading /u, faults: ({ method, path }) => (path === PATH_OF_B && method === 'GET' ? status(503) : undefined),
  },
  { what: 'created', action: 'create', faults: () => undefined, ...PUSHED },
  { what: 'created where an ETag of nothing is refused', action: 'create', options: { ifMatchWhereAbsent: 'refuses' }, faults: () => undefined, ...PUSHED },
  { what: 'created, the answer lost', action: 'create', faults: onPut({ kind: 'reset', when: 'after' }), ...PUSHED },
  { what: 'creation refused', action: 'create', faults: onPut(status(400)), ...BACK, stored: undefined },
  { what: 'somebody else creates it first', action: 'create', faults: onPut({ kind: 'edit', path: PATH_OF_B, xml: EDIT_XML }), ...EDITED, error: /somebody else has made apis\/b\/policy/u },
  {
    what: 'somebody else creates it first, where an ETag of nothing is refused', action: 'create', options: { ifMatchWhereAbsent: 'refuses' },
    faults: onPut({ kind: 'edit', path: PATH_OF_B, xml: EDIT_XML }), ...EDITED, error: /somebody else has made apis\/b\/policy/u,
  },
  { what: 'deleted', action: 'delete', faults: () => undefined, ...PUSHED, stored: undefined },
  { what: 'deleted, the answer lost', action: 'delete', faults: onDelete({ kind: 'reset', when: 'after' }), ...PUSHED, stored: undefined },
  { what: 'deletion refused', action: 'delete', faults: onDelete(status(400)), outcome: 'rolled-back', states: ['restored', 'not-written', 'restored'], stored: 'old' },
  { what: 'somebody else edits what is to be deleted', action: 'delete', faults: onDelete({ kind: 'edit', path: PATH_OF_B, xml: EDIT_XML }), outcome: 'failed', states: ['restored', 'edited', 'restored'], stored: 'edit' },
];

describe('the decision', () => {
  test.each(ROWS)('$what', async ({ faults, options, action = 'update', outcome, states, stored, error }) => {
    const at = await startPushing(options);
    const [a, b, c] = ['apis/a/policy', 'apis/b/policy', 'apis/c/policy'] as const;
    const old = header('old');
    await at.push(await at.plan({ [a]: old, ...(action === 'create' ? {} : { [b]: old }), [c]: old }));
    const plan = await at.plan({ [a]: header('new'), [b]: action === 'delete' ? undefined : header('new'), [c]: header('new') });
    const counts = new Map<string, number>();
    at.faults = (request) => {
      const line = `${request.method} ${request.path}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
      return faults(request, counts.get(line) ?? 0);
    };
    const result = await at.push(plan, { concurrency: 1 });
    at.faults = () => undefined;
    expect({ outcome: result.outcome, states: result.resources.map(({ state }) => state) }).toEqual({ outcome, states });
    expect((await at.stored(b))[b]).toBe(stored);
    const [around] = new Set(Object.values(await at.stored(a, c)));
    expect(around).toBe(outcome === 'pushed' ? 'new' : 'old');
    if (outcome === 'pushed') expect(result.cause).toBeUndefined();
    else expect(result.cause?.message).toMatch(error ?? /./u);
  });
});

/** Fragments and named values are written by long-running operations, which a service reports in one of three ways. */
describe.each(['accepted', 'location', 'async-operation'] as const)('operations reported as %s', (operationDialect) => {
  const NAMED = { 'namedValues/n': namedValue('n', 'new'), 'policyFragments/f': fragment('new'), 'apis/b/policy': header('new') };

  async function started(fault?: LocalFault, path = 'policyFragments/f'): Promise<Awaited<ReturnType<typeof startPushing>>> {
    const at = await startPushing({ operationDialect, operationPolls: 2 });
    await at.push(await at.plan({ 'namedValues/n': namedValue('n', 'old'), 'policyFragments/f': fragment('old') }));
    at.faults = (request) => (request.method === 'PUT' && request.path === path ? fault : undefined);
    return at;
  }

  test('are followed to their end before what needs them is written', async () => {
    const at = await started();
    const plan = await at.plan(NAMED);
    at.requests.length = 0;
    expect(await at.push(plan)).toMatchObject({ outcome: 'pushed' });
    const lines = at.requests.map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(await at.stored(...Object.keys(NAMED))).toEqual({ 'namedValues/n': 'new', 'policyFragments/f': 'new', 'apis/b/policy': 'new' });
    expect(lines.lastIndexOf('GET namedValues/n')).toBeLessThan(lines.indexOf('PUT policyFragments/f'));
    expect(lines.lastIndexOf('GET policyFragments/f')).toBeLessThan(lines.indexOf('PUT apis/b/policies/policy'));
  });

  test.each<[string, LocalFault, string, RegExp]>([
    ['of a fragment fails late', { kind: 'operation-fails' }, 'policyFragments/f', /policyFragments\/f/u],
    ['of a named value fails late', { kind: 'operation-fails' }, 'namedValues/n', /namedValues\/n/u],
    ['of a fragment is reported done and is not', { kind: 'operation-lies' }, 'policyFragments/f', /reported success for policyFragments\/f, but it holds what it held before/u],
    ['of a named value is reported done and is not', { kind: 'operation-lies' }, 'namedValues/n', /reported success for namedValues\/n, but/u],
  ])('one %s: all is as before', async (_what, fault, path, error) => {
    const at = await started(fault, path);
    const result = await at.push(await at.plan(NAMED));
    expect(result).toMatchObject({ outcome: 'rolled-back', cause: { message: expect.stringMatching(error) } });
    expect(await at.stored(...Object.keys(NAMED))).toEqual({ 'namedValues/n': 'old', 'policyFragments/f': 'old', 'apis/b/policy': undefined });
    expect(journalLines(result.journal).at(-1)).toMatchObject({ record: 'end', outcome: 'rolled-back' });
  });
});

test('a service that answers bare XML gets back what it held, expressions too', async () => {
  const at = await startPushing({ answersBareXml: true });
  const expression = policy('<set-header name="x" exists-action="override"><value>@(context.Request.Headers.GetValueOrDefault("a", "b") == "c" &amp;&amp; 1 &lt; 2 ? "old" : "")</value></set-header>');
  await at.push(await at.plan({ 'apis/a/policy': expression, 'apis/b/policy': header('old') }));
  const before = at.apim.stored().get('apis/a/policies/policy')?.properties['value'];
  const plan = await at.plan({ 'apis/a/policy': header('new'), 'apis/b/policy': header('new') });
  at.faults = ({ method, path }) => (method === 'PUT' && path === PATH_OF_B ? status(400) : undefined);
  expect(await at.push(plan, { concurrency: 1 })).toMatchObject({ outcome: 'rolled-back', resources: [{ state: 'restored' }, { state: 'not-written' }] });
  expect(at.apim.stored().get('apis/a/policies/policy')?.properties['value']).toBe(before);
});

const [A, B] = ['apis/a/policy', 'apis/b/policy'] as const;

/** Pushes `new` to both, one after the other. */
async function pushThrough(at: Pushing, meddle: Meddle, rollsBack = true): Promise<PushResult> {
  await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
  const middleman = await startMiddleman(at.apim.endpoint, meddle);
  afterTest(() => middleman.close());
  const arm = await connectArm({ ...targetOf(at.apim), endpoint: middleman.endpoint }, { environmentVariables: {}, clock: at.clock });
  const plan = await planFor(arm, { [A]: header('new'), [B]: header('new') });
  return applyPlan(plan, arm, { folder: at.folder, clock: at.clock, rollsBack, concurrency: 1 });
}

const isWriteTo = (api: string, { method, path }: Meddling): boolean => method === 'PUT' && path.includes(`/apis/${api}/`);
const changed = (request: Meddling): { body: string; times: number } => ({ body: isWriteTo('b', request) ? request.body.replace('>new<', '>newer<') : request.body, times: 1 });

test('what is stored otherwise than sent is an error that shows the difference, and is put back', async () => {
  const at = await startPushing();
  const result = await pushThrough(at, changed);
  expect(result).toMatchObject({ outcome: 'rolled-back', cause: { message: 'the service stores something else for apis/b/policy than it was sent' }, resources: [{ state: 'restored' }, { state: 'restored' }] });
  expect(result.cause instanceof PushError ? result.cause.differences : undefined).toEqual([{ kind: 'changed', path: expect.stringContaining('value[1]'), before: 'new', after: 'newer' }]);
  expect(await at.stored(A, B)).toEqual({ [A]: 'old', [B]: 'old' });
});

test('without rolling back it is named as what was not put back', async () => {
  const at = await startPushing();
  expect(await pushThrough(at, changed, false)).toMatchObject({ outcome: 'failed', resources: [{ state: 'written' }, { state: 'not-restored' }] });
  expect(await at.stored(A, B)).toEqual({ [A]: 'new', [B]: 'newer' });
});

test('a write that the network sends twice is refused the second time, and done', async () => {
  const at = await startPushing();
  const result = await pushThrough(at, (request) => ({ body: request.body, times: isWriteTo('b', request) ? 2 : 1 }));
  expect(result).toMatchObject({ outcome: 'pushed', resources: [{ state: 'written' }, { state: 'written' }] });
  expect(await at.stored(A, B)).toEqual({ [A]: 'new', [B]: 'new' });
});

test('what may be somebody else\'s, though it is the same, is not put back', async () => {
  const at = await startPushing();
  // A is answered as if somebody else had been quicker; B is refused.
  const result = await pushThrough(at, (request) => ({ body: isWriteTo('b', request) ? '{"properties":{"value":"<no","format":"xml"}}' : request.body, times: isWriteTo('a', request) ? 2 : 1 }));
  expect(result).toMatchObject({ outcome: 'failed', resources: [{ state: 'edited', error: { message: expect.stringContaining('has given apis/a/policy the same content') } }, { state: 'not-written' }] });
  expect(await at.stored(A, B)).toEqual({ [A]: 'new', [B]: 'old' });
});

test('what somebody deletes just before it is written stays deleted, though the service makes it again', async () => {
  const at = await startPushing();
  const result = await pushThrough(at, async (request) => {
    if (isWriteTo('b', request)) await at.arm.remove({ kind: 'policy', scope: { kind: 'api', api: 'b' } }, '*');
    return { body: request.body, times: 1 };
  });
  expect(result).toMatchObject({ outcome: 'failed', resources: [{ state: 'restored' }, { state: 'edited', error: { message: 'somebody else has deleted apis/b/policy in the meantime' } }] });
  expect(await at.stored(A, B)).toEqual({ [A]: 'old', [B]: undefined });
});
