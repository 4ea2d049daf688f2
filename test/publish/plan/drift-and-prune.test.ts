/** What others did since the last push, and what this project left behind. */
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/model/secret.js';
import { actions, backend, fragment, namedValue, policy, pool, startPlanning } from './planning.js';

const header = (value: string): string => `<set-header name="x" exists-action="override"><value>${value}</value></set-header>`;
const include = (id: string): string => `<include-fragment fragment-id="${id}" />`;
const B = backend({ url: 'https://b.example' });

describe('drift', () => {
  const PROJECT = { 'backends/b': B, 'namedValues/n': namedValue('n'), 'policyFragments/f': fragment(header('f')), policy: policy(header('p')) };

  test('is none right after a push', async () => {
    const at = await startPlanning();
    expect((await at.plan(PROJECT, { state: await at.push(PROJECT) })).plan).toMatchObject({ drift: [], changes: [], notes: [] });
  });

  test('is what was changed, what is gone, and what was changed to what the project says now', async () => {
    const at = await startPlanning();
    const state = await at.push(PROJECT);
    await at.edit('policy', policy(header('theirs')));
    await at.edit('policyFragments/f', fragment(header('both')));
    await at.edit('namedValues/n', undefined);
    const { plan } = await at.plan({ ...PROJECT, 'policyFragments/f': fragment(header('both')) }, { state });
    expect(plan.drift).toEqual([
      { address: 'namedValues/n', kind: 'gone', overwritten: true }, { address: 'policy', kind: 'changed', overwritten: true }, { address: 'policyFragments/f', kind: 'changed', overwritten: false },
    ]);
    expect(plan.changes.map(({ address, action, drifted }) => [address, action, drifted])).toEqual([['namedValues/n', 'create', true], ['policy', 'update', true]]);
  });

  test('is not formatting', async () => {
    const at = await startPlanning();
    const state = await at.push(PROJECT);
    await at.edit('policy', { kind: 'policy', format: 'rawxml', value: `<!-- edited -->\n${policy(header('p')).kind === 'policy' ? '<policies><inbound><set-header  exists-action="override" name="x"><value>p</value></set-header></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>' : ''}` });
    expect((await at.plan(PROJECT, { state })).plan).toMatchObject({ drift: [], changes: [] });
  });

  test('is neither of the two contents that an interrupted push may have left', async () => {
    const at = await startPlanning();
    const { resources, ...service } = await at.push(PROJECT);
    const digest = resources['policy']?.digest ?? '';
    const interrupted = { ...service, resources: { policy: { digest: 'f'.repeat(64), orDigest: digest, created: false }, 'backends/gone': { digest: 'f'.repeat(64), orDigest: 'absent', created: true } } };
    expect((await at.plan({ ...PROJECT, 'backends/gone': B }, { state: interrupted })).plan.drift).toEqual([]);
  });

  test('cannot be told without a record, which is noted where something is written over', async () => {
    const at = await startPlanning();
    await at.push(PROJECT);
    const note = 'there is no record of an earlier push to this service, so what others have changed cannot be told apart';
    expect((await at.plan(PROJECT)).plan.notes).toEqual([]);
    expect((await at.plan({ ...PROJECT, policy: policy('') })).plan.notes).toEqual([note]);
    expect((await at.plan({ ...PROJECT, policy: policy('') }, { isRecorded: false })).plan.notes).toEqual([]);
  });
});

describe('pruning', () => {
  const PROJECT = {
    'namedValues/n': namedValue('n', { secret: true, secretValue: new Secret('s') }), 'backends/b': B, 'backends/p': pool('b'), 'policyFragments/f': fragment(header('f')),
    'apis/chat/policy': policy(`${include('f')}<set-backend-service backend-id="p" />`), policy: policy(''),
  };
  const pruning = async (): ReturnType<typeof startPlanning> => {
    const at = await startPlanning();
    at.apim.seed('apis/chat', { displayName: 'chat', path: 'chat' });
    at.apim.seed('products/starter', { displayName: 'starter' });
    return at;
  };

  test('deletes what pushes created, in reverse order, and nothing else', async () => {
    const at = await pruning();
    await at.edit('backends/others', B);
    const state = await at.push(PROJECT);
    expect(actions((await at.plan({ policy: policy('') }, { state, prune: true })).plan)).toEqual([
      'delete apis/chat/policy', 'delete policyFragments/f', 'delete backends/p', 'delete backends/b', 'delete namedValues/n',
    ]);
    expect((await at.plan({ policy: policy('') }, { state })).plan).toMatchObject({
      changes: [], notes: ['earlier pushes of this project created apis/chat/policy, backends/b, backends/p and 2 more, which it does not hold any more; --prune deletes what is left over'],
    });
    expect((await at.plan({ policy: policy('') }, { state }, { isPart: true })).plan.notes).toEqual([]);
    expect(actions((await at.plan({}, { state, prune: true })).plan)).not.toContain('delete policy');
    const { plan } = await at.plan({}, { state, prune: true });
    expect(plan.changes.find(({ address }) => address === 'namedValues/n')?.before).toMatchObject({ secretValue: new Secret('s') });
    for (const { etag, key } of plan.changes) expect(etag).toBe((await at.arm.read(key))?.etag);
  });

  test('leaves what is still named, with a note', async () => {
    const at = await pruning();
    const state = await at.push(PROJECT);
    await at.edit('products/starter/policy', policy(include('f')));
    const { plan, diagnostics } = await at.plan({ 'apis/chat/policy': policy('<set-backend-service backend-id="p" />') }, { state, prune: true });
    expect(diagnostics).toEqual([]);
    expect(actions(plan)).toEqual(['update apis/chat/policy', 'delete backends/b', 'delete namedValues/n']);
    expect(plan.notes).toEqual(['backends/p is not deleted, because it is named by apis/chat/policy', 'policyFragments/f is not deleted, because it is named by products/starter/policy']);
  });

  test('has nothing to do about what is gone, and shows what others changed', async () => {
    const at = await pruning();
    const state = await at.push(PROJECT);
    await at.edit('apis/chat/policy', policy(''));
    await at.edit('policyFragments/f', undefined);
    await at.edit('backends/p', backend({ url: 'https://p.example' }));
    const { plan } = await at.plan({ policy: policy('') }, { state, prune: true });
    expect(actions(plan)).toEqual(['delete apis/chat/policy', 'delete backends/b', 'delete backends/p', 'delete namedValues/n']);
    expect(plan.drift).toEqual([{ address: 'apis/chat/policy', kind: 'changed', overwritten: true }, { address: 'backends/p', kind: 'changed', overwritten: true }]);
  });

  test('shows the secrets of what it deletes nowhere', async () => {
    const at = await pruning();
    const canary = 'canary-40fa2c';
    const state = await at.push({ 'namedValues/n': namedValue('n', { secret: true, secretValue: new Secret(canary) }), policy: policy(`<set-variable name="v" value="${canary}" />`) });
    const { plan } = await at.plan({ policy: policy('<set-variable name="v" value="w" />') }, { state, prune: true });
    expect(actions(plan)).toEqual(['update policy', 'delete namedValues/n']);
    expect(JSON.stringify(plan.changes.map(({ changes }) => changes))).not.toContain(canary);
  });

  test('without a record deletes nothing, with a note', async () => {
    const at = await pruning();
    await at.push(PROJECT);
    expect((await at.plan({}, { prune: true })).plan).toMatchObject({ changes: [], notes: ['there is no record of an earlier push to this service, so there is nothing that --prune may delete'] });
  });

  test('is refused for a part of a project', async () => {
    const at = await pruning();
    await expect(at.plan({}, { prune: true }, { isPart: true })).rejects.toThrow('--prune needs the whole project, because what a part of it does not hold may be in the rest; leave the paths out');
  });
});
