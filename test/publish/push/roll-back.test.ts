/** Rolling back from the journal: of pushes that went well, were killed, or were continued. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../../src/model/secret.js';
import { interruptedPush } from '../../../src/publish/push/journal.js';
import type { PushResult } from '../../../src/publish/push/push-result.js';
import { previewRollBack, rollBack } from '../../../src/publish/push/roll-back.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import { planFor } from './planning.js';
import { backend, fragment, header, journalLines, namedValue, policy, type Pushing, startPushing } from './pushing.js';

const A = 'apis/a/policy';
const B = 'apis/b/policy';
const states = ({ resources }: PushResult): Record<string, string> => Object.fromEntries(resources.map(({ address, state }) => [address, state]));
const back = (at: Pushing): Promise<PushResult> => rollBack(at.arm, { folder: at.folder, clock: at.clock, onEvent: (event) => at.events.push(event) });

/** Cuts the journal after a line, as a push does that is killed there. */
function killAfter(result: PushResult, isLast: (record: Record<string, unknown>, index: number) => boolean): void {
  const lines = journalLines(result.journal);
  const kept = lines.slice(0, lines.findIndex(isLast) + 1);
  writeFileSync(result.journal ?? '', `${kept.map((line) => JSON.stringify(line)).join('\n')}\n{"record":"do`);
}

async function edit(at: Pushing, path: string, body: ResourceBody): Promise<void> {
  at.apim.seed(path, { ...('value' in body ? { value: body.value, format: 'xml' } : {}) });
}

describe('a push that went well', () => {
  test('is undone, once', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), 'backends/gone': backend('gone.example'), 'namedValues/host': namedValue('host', 'old') }));
    await at.push(await at.plan({
      'namedValues/host': namedValue('host', 'new'), 'policyFragments/made': fragment('made'), 'backends/gone': undefined,
      [A]: policy('<include-fragment fragment-id="made" /><set-header name="x" exists-action="override"><value>new</value></set-header>'), [B]: header('made'),
    }));
    expect(previewRollBack(at)).toMatchObject({
      target: { environment: 'dev' },
      resources: [{ action: 'update', address: 'namedValues/host' }, { action: 'create', address: 'policyFragments/made' }, { address: A }, { address: B }, { action: 'delete', address: 'backends/gone' }],
    });
    const result = await back(at);
    expect(result).toMatchObject({ outcome: 'rolled-back' });
    expect(new Set(Object.values(states(result)))).toEqual(new Set(['restored']));
    expect(await at.stored(A, B, 'policyFragments/made', 'backends/gone', 'namedValues/host')).toEqual({
      [A]: 'old', [B]: undefined, 'policyFragments/made': undefined, 'backends/gone': 'https://gone.example', 'namedValues/host': 'old',
    });
    await expect(back(at)).rejects.toThrow(/^the push of .* has been rolled back already/u);
  });

  test('leaves what somebody else has changed or deleted since, and does not try again', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old'), 'apis/c/policy': header('old') }));
    await at.push(await at.plan({ [A]: header('new'), [B]: header('new'), 'apis/c/policy': header('new') }));
    await edit(at, 'apis/a/policies/policy', header('edit'));
    await at.arm.remove({ kind: 'policy', scope: { kind: 'api', api: 'b' } }, '*');
    const result = await back(at);
    expect(result).toMatchObject({ outcome: 'failed', cause: { message: expect.stringMatching(/^somebody else has (?:changed|deleted) apis\/[ab]\/policy since the push/u) } });
    expect(states(result)).toEqual({ [A]: 'edited', [B]: 'edited', 'apis/c/policy': 'restored' });
    expect(await at.stored(A, B, 'apis/c/policy')).toEqual({ [A]: 'edit', [B]: undefined, 'apis/c/policy': 'old' });
    expect(journalLines(result.journal).at(-1)).toMatchObject({ record: 'rolled-back', outcome: 'failed' });
  });

  test('gives back what others had changed before the push, and knows that it is theirs', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
    const plan = await at.plan({ [A]: header('new'), [B]: header('new') });
    await at.push({ ...plan, changes: plan.changes.map((change) => ({ ...change, drifted: change.address === A })) });
    const { resources } = await back(at);
    expect(resources.map(({ address, state, drifted }) => [address, state, drifted])).toEqual([[A, 'restored', true], [B, 'restored', undefined]]);
  });

  test('can be tried again for what the service refused', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
    await at.push(await at.plan({ [A]: header('new'), [B]: header('new') }));
    at.faults = ({ method, path }) => (method === 'PUT' && path.startsWith('apis/b') ? { kind: 'status', status: 400, when: 'before' } : undefined);
    expect(states(await back(at))).toEqual({ [A]: 'restored', [B]: 'not-restored' });
    at.faults = () => undefined;
    expect(states(await back(at))).toEqual({ [A]: 'restored', [B]: 'restored' });
    expect(await at.stored(A, B)).toEqual({ [A]: 'old', [B]: 'old' });
  });

  test('is undone through throttling, resets and half answers', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
    await at.push(await at.plan({ [A]: header('new'), [B]: header('new'), 'apis/c/policy': header('made') }));
    at.faults = ({ number }) => [undefined, { kind: 'status', status: 429, when: 'before' } as const, { kind: 'reset', when: 'after' } as const, { kind: 'cut', afterBytes: 30 } as const][number % 4];
    expect(await back(at)).toMatchObject({ outcome: 'rolled-back' });
    at.faults = () => undefined;
    expect(await at.stored(A, B, 'apis/c/policy')).toEqual({ [A]: 'old', [B]: 'old', 'apis/c/policy': undefined });
  });
});

describe('a push that was killed', () => {
  test.each<[string, (record: Record<string, unknown>, index: number) => boolean, Record<string, string>, Record<string, string | undefined>]>([
    // What the journal does not know of was, here, written all the same.
    ['before its first intent', ({ record }) => record === 'begin', {}, { [A]: 'new', [B]: 'made' }],
    ['between intent and done', ({ address }) => address === A, { [A]: 'restored' }, { [A]: 'old', [B]: 'made' }],
    ['between done and end', ({ record, address }) => record === 'done' && address === B, { [A]: 'restored', [B]: 'restored' }, { [A]: 'old', [B]: undefined }],
  ])('%s', async (_where, isLast, expected, stored) => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old') }));
    killAfter(await at.push(await at.plan({ [A]: header('new'), [B]: header('made') }), { concurrency: 1 }), isLast);
    const result = await back(at);
    expect(Object.keys(states(result))).toEqual(Object.keys(expected));
    expect(result.outcome).toBe('rolled-back');
    expect(await at.stored(A, B)).toEqual(stored);
  });

  test('before the request went out has nothing to undo', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old') }));
    const plan = await at.plan({ [A]: header('new') });
    killAfter(await at.push(plan, { signal: AbortSignal.timeout(60_000) }), ({ record }) => record === 'intent');
    await edit(at, 'apis/a/policies/policy', header('old'));
    expect(states(await back(at))).toEqual({ [A]: 'not-written' });
  });

  test('is continued by the next, and a rollback restores what stood there before both', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old'), [B]: header('old') }));
    const killed = await at.push(await at.plan({ [A]: header('half'), [B]: header('half') }), { concurrency: 1 });
    killAfter(killed, ({ record }) => record === 'done');
    const next = await at.push(await at.plan({ [A]: header('new'), [B]: header('new') }));
    expect(next).toMatchObject({ outcome: 'pushed', journal: killed.journal });
    expect(await back(at)).toMatchObject({ outcome: 'rolled-back' });
    // The journal never knew of the first push's write to B: it was cut off before.
    expect(await at.stored(A, B)).toEqual({ [A]: 'old', [B]: 'half' });
  });

  test('is ended by a push that finds nothing to do', async () => {
    const at = await startPushing();
    const killed = await at.push(await at.plan({ [A]: header('new') }));
    killAfter(killed, ({ record }) => record === 'done');
    expect(await at.push(await at.plan({ [A]: header('new') }))).toEqual({ outcome: 'pushed', resources: [], journal: killed.journal });
    expect(journalLines(killed.journal).map(({ record }) => record)).toEqual(['begin', 'intent', 'done', 'begin', 'end']);
    expect(await back(at)).toMatchObject({ outcome: 'rolled-back', resources: [{ address: A, state: 'restored' }] });
  });

  test('and whose successor is rolled back is still interrupted, and can be rolled back whole', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old') }));
    killAfter(await at.push(await at.plan({ [A]: header('half') })), ({ record }) => record === 'done');
    const plan = await at.plan({ [A]: header('new'), [B]: header('new') });
    at.faults = ({ method, path }) => (method === 'PUT' && path.startsWith('apis/b') ? { kind: 'status', status: 400, when: 'before' } : undefined);
    expect(await at.push(plan, { concurrency: 1 })).toMatchObject({ outcome: 'rolled-back' });
    expect(await at.stored(A)).toEqual({ [A]: 'half' });
    expect(await back(at)).toMatchObject({ outcome: 'rolled-back' });
    expect(await at.stored(A)).toEqual({ [A]: 'old' });
  });
});

describe('what the journal does not keep', () => {
  const KEY = 'kJ8sN2vQ5xR7tY1zB4mC6wD9';
  const keyed = (value: string): ResourceBody => policy(`<set-header name="api-key" exists-action="override"><value>${value}</value></set-header>`);

  test('is named with its reason, and the rest is put back', async () => {
    const at = await startPushing();
    const secret: ResourceBody = { kind: 'named-value', displayName: 'key', secret: true, tags: [], secretValue: new Secret(KEY) };
    const credentials: ResourceBody = { kind: 'backend', properties: { url: 'https://one.example', protocol: 'http', credentials: { header: { 'api-key': [KEY] } } } };
    await at.push(await at.plan({ 'namedValues/key': secret, 'backends/one': credentials, [A]: keyed(KEY), [B]: header('old') }));
    const push = await at.push(await at.plan({ 'namedValues/key': undefined, 'backends/one': backend('two.example'), [A]: header('new'), [B]: header('new') }));
    expect(push.outcome).toBe('pushed');
    expect(readFileSync(push.journal ?? '', 'utf8')).not.toContain(KEY);
    expect(previewRollBack(at).resources.map(({ withheld }) => withheld)).toEqual(['it holds credentials as text', 'it holds a key, token or password as text', undefined, 'its value is secret']);
    const result = await back(at);
    expect(states(result)).toEqual({ 'backends/one': 'not-restored', [A]: 'not-restored', [B]: 'restored', 'namedValues/key': 'not-restored' });
    expect(result).toMatchObject({ outcome: 'failed', cause: { message: expect.stringContaining('the journal does not keep its previous content, because it holds credentials as text') } });
  });

  test('is not needed where nothing was written', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: keyed(KEY) }));
    const plan = await at.plan({ [A]: keyed('zP3qL6nH9kF2dS5aW8eR1tYu') });
    at.faults = ({ method }) => (method === 'PUT' ? { kind: 'reset', when: 'before' } : undefined);
    const failed = await at.push(plan, { rollsBack: false });
    at.faults = () => undefined;
    killAfter(failed, ({ record }) => record === 'intent');
    expect(states(await back(at))).toEqual({ [A]: 'not-written' });
  });

  test('a secret that an interrupted push may have made is left: somebody may have given it another value since', async () => {
    const at = await startPushing();
    const secret = (value: string): ResourceBody => ({ kind: 'named-value', displayName: 'key', secret: true, tags: [], secretValue: new Secret(value) });
    killAfter(await at.push(await at.plan({ 'namedValues/key': secret(KEY) })), ({ record }) => record === 'intent');
    at.apim.seed('namedValues/key', { displayName: 'key', secret: true, value: 'edited' });
    expect(states(await back(at))).toEqual({ 'namedValues/key': 'unknown' });
    expect(at.apim.stored().get('namedValues/key')?.properties['value']).toBe('edited');
  });

  test('an edit of a secret alone is not taken for what the push wrote', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('old') }));
    await at.push(await at.plan({ [A]: keyed(KEY) }));
    const theirs = keyed('zP3qL6nH9kF2dS5aW8eR1tYu');
    await edit(at, 'apis/a/policies/policy', theirs);
    expect(states(await back(at))).toEqual({ [A]: 'edited' });
    expect(String(at.apim.stored().get('apis/a/policies/policy')?.properties['value'])).toContain('zP3qL6nH9kF2dS5aW8eR1tYu');
  });
});

describe('refused', () => {
  test('where nothing was pushed', async () => {
    const at = await startPushing();
    await expect(back(at)).rejects.toThrow('there is no push to roll back');
    expect(() => previewRollBack(at)).toThrow('there is no push to roll back');
  });

  test('on another service', async () => {
    const at = await startPushing();
    const other = await startPushing({ service: 'other' });
    await at.push(await at.plan({ [A]: header('new') }));
    await expect(rollBack(other.arm, { folder: at.folder })).rejects.toThrow('is of a push to local');
  });

  test('after Ctrl-C what is left can be put back by another', async () => {
    const at = await startPushing();
    await at.push(await at.plan({ [A]: header('new'), [B]: header('new') }));
    const interruption = new AbortController();
    const first = await rollBack(at.arm, { folder: at.folder, clock: at.clock, concurrency: 1, signal: interruption.signal, onEvent: ({ kind }) => { if (kind === 'finished') interruption.abort(); } });
    expect(states(first)).toEqual({ [A]: 'unknown', [B]: 'restored' });
    expect(states(await back(at))).toEqual({ [A]: 'restored', [B]: 'restored' });
  });
});

const C = 'apis/c/policy';
const PROGRAM = fileURLToPath(new URL('../../../node_modules/.cache/aoai-policy/push-program.mjs', import.meta.url));

beforeAll(async () => {
  const source = fileURLToPath(new URL('push-program.ts', import.meta.url));
  await build({ entryPoints: [source], outfile: PROGRAM, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
});

/** Pushes `half` to all three, and kills the process while the service works on the second. */
async function pushKilled(at: Pushing): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, at.apim.endpoint, at.folder, 'half'], { stdio: 'inherit' });
  at.faults = ({ method, path }) => {
    if (method !== 'PUT' || path !== 'apis/b/policies/policy') return undefined;
    child.kill('SIGKILL');
    return { kind: 'reset', when: 'after' };
  };
  const [, signal] = await once(child, 'exit') as [number | null, NodeJS.Signals | null];
  expect(signal).toBe('SIGKILL');
  at.faults = () => undefined;
  expect(await at.stored(A, B, C)).toEqual({ [A]: 'half', [B]: 'half', [C]: 'old' });
  expect(interruptedPush(at.folder)?.resources).toMatchObject([{ address: A, action: 'update', settled: false }, { address: B, settled: false }]);
}

test('SIGKILL between a request and its answer: rolled back', async () => {
  const at = await startPushing();
  await at.push(await at.plan({ [A]: header('old'), [B]: header('old'), [C]: header('old') }));
  await pushKilled(at);
  const result = await rollBack(at.arm, { folder: at.folder });
  expect(result).toMatchObject({ outcome: 'rolled-back', resources: [{ address: A, state: 'restored' }, { address: B, state: 'restored' }] });
  expect(await at.stored(A, B, C)).toEqual({ [A]: 'old', [B]: 'old', [C]: 'old' });
  expect(interruptedPush(at.folder)).toBeUndefined();
});

test('SIGKILL between a request and its answer: gone on with', async () => {
  const at = await startPushing();
  await at.push(await at.plan({ [A]: header('old'), [B]: header('old'), [C]: header('old') }));
  await pushKilled(at);
  const plan = await planFor(at.arm, { [A]: header('half'), [B]: header('half'), [C]: header('half') });
  expect(plan.unchanged).toEqual([A, B]);
  expect(await at.push(plan)).toMatchObject({ outcome: 'pushed' });
  expect(await at.stored(A, B, C)).toEqual({ [A]: 'half', [B]: 'half', [C]: 'half' });
  expect(interruptedPush(at.folder)).toBeUndefined();
  expect(await rollBack(at.arm, { folder: at.folder })).toMatchObject({ outcome: 'rolled-back' });
  expect(await at.stored(A, B, C)).toEqual({ [A]: 'old', [B]: 'old', [C]: 'old' });
});
