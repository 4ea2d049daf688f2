/** Pushing to the local APIM through the real client: what goes well, what a push that fails or is stopped leaves behind. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LocalFault, LocalRequest } from '../../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../../src/local-apim/start-local-apim.js';
import { Secret } from '../../../src/model/secret.js';
import type { Clock } from '../../../src/publish/clock.js';
import { JournalFile } from '../../../src/publish/push/journal-file.js';
import { Lanes } from '../../../src/publish/push/lanes.js';
import { changeWork, PushRun } from '../../../src/publish/push/push-run.js';
import type { NamedValueBody } from '../../../src/publish/resource-body.js';
import { backend, fragment, header, journalLines, namedValue, policy, startPushing } from './pushing.js';
import { afterTest, temporaryFolder } from './temporary-folder.js';

describe('a plan that goes well', () => {
  test('is written in order, read back, and journalled', async () => {
    const at = await startPushing();
    const wanted = {
      'apis/chat/policy': policy('<include-fragment fragment-id="route" /><set-header name="x" exists-action="override"><value>{{host}}</value></set-header>'),
      'policyFragments/route': fragment('a'),
      'backends/one': backend('one.example'),
      'namedValues/host': namedValue('host', 'one.example'),
    };
    const result = await at.push(await at.plan(wanted));
    expect(result.cause).toBeUndefined();
    expect(result).toMatchObject({ outcome: 'pushed', resources: [{ state: 'written' }, { state: 'written' }, { state: 'written' }, { state: 'written' }] });
    const writes = at.requests.filter((line) => line.startsWith('PUT'));
    expect(writes.map((line) => line.split(' ')[1])).toEqual(['namedValues/host', 'backends/one', 'policyFragments/route', 'apis/chat/policies/policy']);
    expect((await at.plan(wanted)).changes).toEqual([]);
    expect(journalLines(result.journal).map(({ record }) => record)).toEqual(['begin', ...Array.from({ length: 4 }, () => ['intent', 'done']).flat(), 'end']);
    expect(await at.stored('apis/chat/policy')).toEqual({ 'apis/chat/policy': '{{host}}' });
  });

  test('without changes it writes nothing, no journal either', async () => {
    const at = await startPushing();
    expect(await at.push(await at.plan({}))).toEqual({ outcome: 'pushed', resources: [] });
  });
});

test('writes of one API, its operations and its revisions never overlap; those of others do', async () => {
  const apiOf = ({ method, path }: LocalRequest): string | undefined => (method === 'PUT' ? /^apis\/([^/;]+)/iu.exec(path)?.[1]?.toLowerCase() : undefined);
  const open = new Set<string>();
  let clashes = 0;
  let overlaps = 0;
  // Heard of before the answer goes out.
  const at = await startPushing({ latency: 2, onRequest: (request) => open.delete(apiOf(request) ?? '') });
  const wanted = ['apis/a/policy', 'apis/A;rev=2/policy', 'apis/a/operations/one/policy', 'apis/a/operations/two/policy', 'apis/b/policy', 'apis/b/operations/one/policy'];
  const plan = await at.plan(Object.fromEntries(wanted.map((address) => [address, header('new')])));
  at.faults = (request) => {
    const api = apiOf(request);
    if (api === undefined) return undefined;
    if (open.has(api)) clashes++;
    if (open.size > 0) overlaps++;
    open.add(api);
    return undefined;
  };
  expect(await at.push(plan)).toMatchObject({ outcome: 'pushed' });
  expect(clashes).toBe(0);
  expect(overlaps).toBeGreaterThan(0);
});

test('of pushes at once in one environment one goes on', async () => {
  const at = await startPushing();
  const plan = await at.plan({ 'apis/a/policy': header('new') });
  const [first, ...others] = await Promise.allSettled([at.push(plan), at.push(plan), at.push(plan)]);
  expect(first).toMatchObject({ status: 'fulfilled', value: { outcome: 'pushed' } });
  expect(others).toMatchObject(others.map(() => ({ status: 'rejected', reason: { name: 'UsageError', message: expect.stringContaining('is running since') } })));
  expect(readdirSync(at.folder).sort()).toEqual(['.gitignore', 'journals']);
});

const A = 'apis/a/policy';
const B = 'apis/b/policy';
const REFUSED: LocalFault = { kind: 'status', status: 400, when: 'before', message: 'no' };

const states = ({ resources }: { readonly resources: readonly { readonly address: string; readonly state: string }[] }): Record<string, string> => Object.fromEntries(resources.map(({ address, state }) => [address, state]));

describe('a failure', () => {
  test('undoes creations and deletions in reverse, so that nothing is undone that is still named', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ 'backends/old': backend('old.example'), 'apis/z/policy': policy('<set-backend-service backend-id="old" /><set-header name="x" exists-action="override"><value>uses old</value></set-header>') }));
    at.requests.length = 0;
    const plan = await at.plan({
      'namedValues/host': namedValue('host', 'x'),
      'policyFragments/inner': { kind: 'fragment', format: 'xml', value: '<fragment><set-header name="x" exists-action="override"><value>{{host}}</value></set-header></fragment>' },
      'policyFragments/outer': fragment('outer'),
      [A]: policy('<include-fragment fragment-id="outer" /><include-fragment fragment-id="inner" />'),
      'apis/z/policy': header('no backend'),
      'backends/old': undefined,
    }, { 'policyFragments/outer': ['policyFragments/inner'], [A]: ['policyFragments/outer', 'policyFragments/inner'] });
    // The last of the deletions meets an edit, when all else is done.
    const gone = { key: { kind: 'named-value', id: 'gone' }, address: 'namedValues/gone', action: 'delete', etag: '"AAAAAAAAAAE="', before: namedValue('gone', 'x'), changes: [], drifted: false, needs: [] } as const;
    at.apim.seed('namedValues/gone', { displayName: 'gone', value: 'somebody else\'s', secret: false });
    const result = await at.push({ ...plan, changes: [...plan.changes, gone] });
    expect(result.outcome).toBe('failed');
    expect(states(result)).toEqual({
      'namedValues/host': 'restored', 'policyFragments/inner': 'restored', 'policyFragments/outer': 'restored', [A]: 'restored', 'apis/z/policy': 'restored', 'backends/old': 'restored', 'namedValues/gone': 'edited',
    });
    expect(await at.stored('namedValues/host', 'policyFragments/inner', 'policyFragments/outer', A, 'apis/z/policy', 'backends/old', 'namedValues/gone')).toEqual({
      'namedValues/host': undefined, 'policyFragments/inner': undefined, 'policyFragments/outer': undefined, [A]: undefined,
      'apis/z/policy': 'uses old', 'backends/old': 'https://old.example', 'namedValues/gone': 'somebody else\'s',
    });
  });

  test('leaves all as it is with --no-rollback, and says so', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
    const plan = await at.plan({ [A]: header('new'), [B]: header('new') });
    at.faults = ({ method, path }) => (method === 'PUT' && path.startsWith('apis/b') ? REFUSED : undefined);
    const result = await at.push(plan, { rollsBack: false, concurrency: 1 });
    expect(result).toMatchObject({ outcome: 'failed', cause: { name: 'RemoteError' }, resources: [{ state: 'written' }, { state: 'not-written', error: { name: 'RemoteError' } }] });
    expect(await at.stored(A, B)).toEqual({ [A]: 'new', [B]: 'old' });
    expect(journalLines(result.journal).at(-1)).toMatchObject({ record: 'end', outcome: 'failed' });
  });

  test('with --no-rollback, a request whose answer was lost and that came late is found', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old') }));
    const plan = await at.plan({ [A]: header('new') });
    let reads = 0;
    at.faults = ({ method }) => (method === 'PUT' ? { kind: 'reset', when: 'after' } : ++reads === 1 ? { kind: 'status', status: 400, when: 'before' } : undefined);
    const result = await at.push(plan, { rollsBack: false });
    expect(at.events.map((event) => ('state' in event ? event.state : event.kind))).toEqual(['started', 'written', 'started', 'unknown', 'written']);
    expect(result).toMatchObject({ outcome: 'failed', cause: { message: expect.stringContaining('is not known') }, resources: [{ state: 'written' }] });
  });

  test('cannot be undone where the service refuses: then the resource says so', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
    const plan = await at.plan({ [A]: header('new'), [B]: header('new') });
    let writesOfA = 0;
    at.faults = ({ method, path }) => (method !== 'PUT' ? undefined : path.startsWith('apis/b') || ++writesOfA > 1 ? REFUSED : undefined);
    const result = await at.push(plan, { concurrency: 1 });
    expect(result).toMatchObject({ outcome: 'failed', resources: [{ state: 'not-restored', error: { message: expect.stringContaining('no') } }, { state: 'not-written' }] });
    expect(await at.stored(A)).toEqual({ [A]: 'new' });
  });

  test('does not undo what somebody else has changed since', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
    const plan = await at.plan({ [A]: header('new'), [B]: header('new') });
    const edit = header('edit');
    at.faults = ({ method, path }) => (method === 'PUT' && path.startsWith('apis/b') ? REFUSED : undefined);
    const result = await at.push(plan, {
      concurrency: 1,
      onEvent: ({ kind }) => { if (kind === 'rolling-back') at.apim.seed('apis/a/policies/policy', { value: 'value' in edit ? edit.value : '', format: 'xml' }); },
    });
    expect(states(result)).toEqual({ [A]: 'edited', [B]: 'not-written' });
    expect(await at.stored(A)).toEqual({ [A]: 'edit' });
  });
});

describe('Ctrl-C', () => {
  test('lets what is under way end, begins nothing more, and puts back', async () => {
    const at = await startPushing();
    const plan = await at.plan({ [A]: header('new'), [B]: header('new'), 'apis/c/policy': header('new') });
    const interruption = new AbortController();
    at.faults = ({ method, path }) => { if (method === 'PUT' && path.startsWith('apis/b')) interruption.abort(); return undefined; };
    const result = await at.push(plan, { concurrency: 1, signal: interruption.signal });
    expect(result).toMatchObject({ outcome: 'rolled-back', cause: { message: 'the push was interrupted' } });
    expect(states(result)).toEqual({ [A]: 'restored', [B]: 'restored', 'apis/c/policy': 'not-written' });
    expect(at.requests.filter((line) => line.includes('apis/c') && !line.startsWith('GET'))).toEqual([]);
  });

  test('ends the wait for earlier writes of the same API', async () => {
    const at = await startPushing();
    const operations = ['one', 'two', 'three'].map((operation) => `apis/a/operations/${operation}/policy`);
    const plan = await at.plan(Object.fromEntries(operations.map((address) => [address, header('new')])));
    const interruption = new AbortController();
    at.faults = ({ method }) => { if (method === 'PUT') interruption.abort(); return undefined; };
    const result = await at.push(plan, { signal: interruption.signal });
    expect(Object.values(states(result)).sort()).toEqual(['not-written', 'not-written', 'restored']);
    expect(at.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  });

  test('ends the wait before another attempt', async () => {
    const at = await startPushing();
    const plan = await at.plan({ [A]: header('new') });
    const interruption = new AbortController();
    at.faults = ({ method }) => (method === 'PUT' ? { kind: 'status', status: 429, when: 'before' } : undefined);
    const result = await at.push(plan, { signal: interruption.signal, onEvent: ({ kind }) => { if (kind === 'retried') interruption.abort(); } });
    expect(result).toMatchObject({ outcome: 'rolled-back', resources: [{ state: 'not-written' }] });
    expect(at.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  });

  test('before it begins, nothing is written', async () => {
    const at = await startPushing();
    const result = await at.push(await at.plan({ [A]: header('new') }), { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ outcome: 'rolled-back', resources: [{ state: 'not-written' }] });
  });

  test('after all is written, it is pushed', async () => {
    const at = await startPushing();
    const interruption = new AbortController();
    const result = await at.push(await at.plan({ [A]: header('new') }), { signal: interruption.signal, onEvent: ({ kind }) => { if (kind === 'finished') interruption.abort(); } });
    expect(result).toMatchObject({ outcome: 'pushed', resources: [{ state: 'written' }] });
    expect(result.cause).toBeUndefined();
  });
});

describe('a service that takes no connection any more', () => {
  test('was not written to, and that is known without asking it', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old') }));
    const plan = await at.plan({ [A]: header('new'), [B]: header('new') });
    await at.apim.close();
    const result = await at.push(plan);
    expect(result).toMatchObject({ outcome: 'rolled-back', cause: { message: expect.stringContaining('ECONNREFUSED') }, resources: [{ state: 'not-written' }, { state: 'not-written' }] });
  });

  test('is written to when it is back, under the same condition', async () => {
    const data = temporaryFolder();
    const at = await startPushing({ data });
    await at.push(await at.plan({ [A]: header('old') }));
    const plan = await at.plan({ [A]: header('new') });
    const port = Number(new URL(at.apim.endpoint).port);
    await at.apim.close();
    const conditions: (string | undefined)[] = [];
    let isBack = false;
    const clock: Clock = { ...at.clock, sleep: async (milliseconds, signal) => {
      if (!isBack) {
        isBack = true;
        const again = await startLocalApim({ data, port, onRequest: ({ method, headers }) => { if (method === 'PUT') conditions.push(headers['if-match']); } });
        afterTest(() => again.close());
      }
      await at.clock.sleep(milliseconds, signal);
    } };
    expect(await at.push(plan, { clock })).toMatchObject({ outcome: 'pushed', resources: [{ state: 'written' }] });
    expect(conditions).toEqual([plan.changes[0]?.etag]);
  });
});

describe('secrets', () => {
  const secret = (value: string | undefined, tags: readonly string[] = []): NamedValueBody => ({ kind: 'named-value', displayName: 'key', secret: true, tags, ...(value === undefined ? {} : { secretValue: new Secret(value) }) });
  const valueOf = (at: Awaited<ReturnType<typeof startPushing>>): unknown => at.apim.stored().get('namedValues/key')?.properties['value'];
  const OLD = 'canary-old-7Hq2vT9xLmP4';
  const NEW = 'canary-new-3Kd8wR5zNbQ1';

  test('are written, told apart, put back from memory, and stand in no file', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ 'namedValues/key': secret(OLD) }));
    expect(valueOf(at)).toBe(OLD);
    const plan = await at.plan({ 'namedValues/key': secret(NEW), [A]: header('{{key}}') });
    at.faults = ({ method, path }) => (method === 'PUT' && path.startsWith('apis/a') ? REFUSED : undefined);
    const result = await at.push(plan);
    expect(result.outcome).toBe('rolled-back');
    expect(valueOf(at)).toBe(OLD);
    expect(filesText(at.folder)).not.toMatch(/canary/u);
    expect(filesText(at.folder)).toContain('its value is secret');
    expect(JSON.stringify([at.events, result])).not.toMatch(/canary/u);
  });

  test('are said to be out of reach of a later rollback', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ 'namedValues/key': secret(OLD), [A]: header('old') }));
    const result = await at.push(await at.plan({ 'namedValues/key': secret(NEW), [A]: header('new') }));
    expect(result).toMatchObject({ outcome: 'pushed', notes: ['--rollback cannot put back namedValues/key (its value is secret): the journal keeps no secret'] });
  });

  test('whose value could not be read before are not put back', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ 'namedValues/key': secret(OLD) }));
    at.faults = ({ method, path }) => (path === 'namedValues/key/listValue' ? { kind: 'status', status: 403, when: 'before' } : method === 'PUT' && path.startsWith('apis/a') ? REFUSED : undefined);
    const result = await at.push(await at.plan({ 'namedValues/key': secret(NEW, ['blue']), [A]: header('{{key}}') }));
    expect(result).toMatchObject({ outcome: 'failed', resources: [{ state: 'not-restored', error: { message: expect.stringContaining('could not be read before') } }, { state: 'not-written' }] });
    expect(valueOf(at)).toBe(NEW);
  });

  test('that the service keeps stay through a change and its undoing', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ 'namedValues/key': secret(OLD) }));
    const plan = await at.plan({ 'namedValues/key': secret(undefined, ['blue']), [A]: header('{{key}}') });
    at.faults = ({ method, path }) => (method === 'PUT' && path.startsWith('apis/a') ? REFUSED : undefined);
    const result = await at.push(plan);
    expect(result.outcome).toBe('rolled-back');
    expect(at.apim.stored().get('namedValues/key')?.properties).toMatchObject({ value: OLD, tags: [] });
  });
});

test('a named value that the service cannot fetch from Key Vault fails the push, and is put back', async () => {
  const at = await startPushing();
  const keyVault = { secretIdentifier: 'https://vault.vault.azure.net/secrets/key' };
  at.apim.seed('namedValues/key', { displayName: 'key', secret: true, tags: [], keyVault: { ...keyVault, lastStatus: { code: 'Forbidden', message: 'no access', timeStampUtc: '2026-01-01T00:00:00Z' } } });
  const plan = await at.plan({ 'namedValues/key': { kind: 'named-value', displayName: 'key', secret: true, tags: ['blue'], keyVault } });
  const result = await at.push(plan);
  expect(result).toMatchObject({ outcome: 'rolled-back', resources: [{ state: 'restored', error: { message: expect.stringMatching(/cannot fetch namedValues\/key from Key Vault \(Forbidden: no access\); give its managed identity/u) } }] });
  expect(at.apim.stored().get('namedValues/key')?.properties['tags']).toEqual([]);
});

function filesText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

describe('when it cannot be written down any more', () => {
  test('nothing new is written, and what was written is put back all the same', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
    const work = changeWork((await at.plan({ [A]: header('new'), [B]: header('new') })).changes);
    const journal = await JournalFile.create(join(at.folder, 'journal.jsonl'));
    const run = new PushRun(journal, { arm: at.arm, clock: at.clock, lanes: new Lanes() }, (event) => at.events.push(event), undefined);
    const [a, b] = work;
    if (a === undefined || b === undefined) throw new Error('there are two changes');
    await run.push(a);
    await journal.close();
    at.requests.length = 0;
    await run.push(b);
    expect(at.requests).toEqual([]);
    expect(run.isStopping).toBe(true);
    expect(run.causeFor(work)?.message).toContain("journal.jsonl' cannot be written");
    expect([run.isTouched(a), run.isTouched(b)]).toEqual([true, false]);
    await run.restore(a);
    expect(work.map((item) => run.result(item).state)).toEqual(['restored', 'not-written']);
    expect(run.notes).toEqual([expect.stringContaining("journal.jsonl' cannot be written")]);
    expect(await at.stored(A, B)).toEqual({ [A]: 'old', [B]: 'old' });
  });

  test('a folder that cannot be made is told before anything is written', async () => {
    const at = await startPushing();
    const plan = await at.plan({ [A]: header('new') });
    writeFileSync(join(at.folder, 'file'), '');
    at.requests.length = 0;
    await expect(at.push(plan, { folder: join(at.folder, 'file', 'dev') })).rejects.toThrow(/^the folder '.*dev' cannot be made: /u);
    writeFileSync(join(at.folder, 'journals'), '');
    await expect(at.push(plan)).rejects.toThrow(/^the journals in '.*journals' cannot be listed: /u);
    expect(at.requests).toEqual([]);
  });
});

test('a display that fails keeps nothing from being written', async () => {
  const at = await startPushing();
  const result = await at.push(await at.plan({ [A]: header('new') }), { onEvent: () => { throw new Error('the terminal is gone'); } });
  expect(result).toMatchObject({ outcome: 'pushed', notes: ['the progress of the push could not be shown: the terminal is gone'] });
});

test('nor from being put back', async () => {
  const at = await startPushing();
  const plan = await at.plan({ [A]: header('new'), [B]: header('new') });
  at.faults = ({ method, path }) => (method === 'PUT' && path.startsWith('apis/b') ? REFUSED : undefined);
  const result = await at.push(plan, { concurrency: 1, onEvent: () => { throw new Error('the terminal is gone'); } });
  expect(result.outcome).toBe('rolled-back');
  expect(await at.stored(A, B)).toEqual({ [A]: undefined, [B]: undefined });
});

test('a plan of another service is refused', async () => {
  const at = await startPushing();
  const plan = await at.plan({ [A]: header('new') });
  await expect(at.push({ ...plan, target: { ...plan.target, service: 'other' } })).rejects.toThrow('a plan for other would be pushed to local');
});
