/** The question before a push, and what happens after each answer; progress where somebody watches; two services against each other. */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plan } from '../../src/cli/commands/plan.js';
import { push } from '../../src/cli/commands/push.js';
import { UsageError } from '../../src/model/usage-error.js';
import { recordState } from '../../src/cli/record-state.js';
import { parseWithYargs } from '../../src/cli/parse-with-yargs.js';
import type { Command } from '../../src/cli/command.js';
import type { LocalApim, LocalRequest } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { type FakeTerminal, fakeTerminal } from './fake-terminal.js';

const SECTIONS = '<backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error>';
const policy = (region: string): string => `<policies><inbound><base /><set-header name="x-region" exists-action="override"><value>${region}</value></set-header></inbound>${SECTIONS}</policies>`;
const PATH = 'apis/chat/policies/policy';

let cwd: string;
let apim: LocalApim;
let other: LocalApim;
let onRequest: (request: LocalRequest) => void;

beforeEach(async () => {
  onRequest = () => undefined;
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-asks-')));
  [apim, other] = await Promise.all([startLocalApim({ createsParents: true, faults: (request) => void onRequest(request) }), startLocalApim()]);
  writeFile('aoai-policy.config.json', JSON.stringify({ environments: { dev: { endpoint: apim.endpoint, parallel: 1 }, prod: { endpoint: other.endpoint } } }));
  writeFile('apis/chat/policy.xml', policy('eu'));
  apim.seed(PATH, { value: policy('us') });
});
afterEach(async () => {
  await Promise.all([apim.close(), other.close()]);
  rmSync(cwd, { recursive: true, force: true });
});

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function run(command: Command, args: readonly string[], { terminal }: FakeTerminal): Promise<number> {
  return command.run(parseWithYargs(command, args), terminal);
}

function region(): string | undefined {
  return /<value>(\w+)<\/value>/u.exec(String(apim.stored().get(PATH)?.properties['value']))?.[1];
}

describe('the answer', () => {
  test.each([
    ['yes', 0, 'eu'],
    ['y', 2, 'us'],
    ['Yes', 2, 'us'],
    [' yes', 2, 'us'],
    ['', 2, 'us'],
  ])("'%s'", async (answer, code, held) => {
    const person = fakeTerminal(cwd, { answer });
    expect(await run(push, ['--env', 'dev'], person)).toBe(code);
    expect(region()).toBe(held);
    expect(person.questions).toEqual(["Do this? Only 'yes' is accepted: "]);
    expect(person.stdout()).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
    expect(person.stderr()).toContain(`pushing to local (on this machine, ${apim.endpoint}), as environment dev\n`);
    expect(person.stderr().includes('nothing was pushed\n')).toBe(code !== 0);
  });

  test('to writing over what others have changed, which the question names', async () => {
    expect(await run(push, ['--env', 'dev', '--yes'], fakeTerminal(cwd))).toBe(0);
    apim.seed(PATH, { value: policy('asia') });
    const no = fakeTerminal(cwd, { answer: 'no' });
    expect(await run(push, ['--env', 'dev'], no)).toBe(2);
    expect(no.questions).toEqual(["This writes over what others have changed in apis/chat/policy. Do this? Only 'yes' is accepted: "]);
    expect(region()).toBe('asia');
    expect(await run(push, ['--env', 'dev'], fakeTerminal(cwd, { answer: 'yes' }))).toBe(0);
    expect(region()).toBe('eu');
  });

  test('to a rollback', async () => {
    expect(await run(push, ['--env', 'dev', '--yes'], fakeTerminal(cwd))).toBe(0);
    const no = fakeTerminal(cwd, { answer: 'no' });
    expect(await run(push, ['--env', 'dev', '--rollback'], no)).toBe(2);
    expect([region(), no.questions.length]).toEqual(['eu', 1]);
    expect(await run(push, ['--env', 'dev', '--rollback'], fakeTerminal(cwd, { answer: 'yes' }))).toBe(0);
    expect(region()).toBe('us');
  });

  test('to a rollback of an older push, named by its journal', async () => {
    for (const next of ['eu', 'asia']) {
      writeFile('apis/chat/policy.xml', policy(next));
      expect(await run(push, ['--env', 'dev', '--yes'], fakeTerminal(cwd))).toBe(0);
    }
    const [first = ''] = readdirSync(join(cwd, '.aoai-policy/dev/journals')).sort();
    const oldest = ['--env', 'dev', '--rollback', `.aoai-policy/dev/journals/${first}`];
    // What the second push wrote is not the first one's to put back.
    expect(await run(push, oldest, fakeTerminal(cwd, { answer: 'yes' }))).toBe(2);
    expect(region()).toBe('asia');
    expect(await run(push, ['--env', 'dev', '--rollback', '--yes'], fakeTerminal(cwd))).toBe(0);
    expect(region()).toBe('eu');
  });

  test('nobody is asked where there is nothing to do', async () => {
    apim.seed(PATH, { value: policy('eu') });
    const person = fakeTerminal(cwd, { answer: 'no' });
    expect(await run(push, ['--env', 'dev'], person)).toBe(0);
    expect(person.questions).toEqual([]);
  });
});

test('a push that goes well and cannot be recorded says so', async () => {
  mkdirSync(join(cwd, '.aoai-policy/dev/state.json/in-its-place'), { recursive: true });
  const nobody = fakeTerminal(cwd);
  // A record that cannot be read is told before anything is written.
  expect(await run(push, ['--env', 'dev', '--yes'], nobody).catch((error: unknown) => String(error))).toContain('cannot be read');
  expect(region()).toBe('us');
  expect(recordState(join(cwd, '.aoai-policy/dev/state.json'), { subscription: '', resourceGroup: '', service: '', resources: {} })).toBeInstanceOf(UsageError);
});

describe('what cannot be recorded any more when all is written ends the run, and the report says both', () => {
  const STATE = '.aoai-policy/dev/state.json';
  const fill = (): void => {
    rmSync(join(cwd, STATE), { force: true });
    mkdirSync(join(cwd, STATE));
  };
  const MESSAGE = /^the service holds what was written, and that could not be recorded in '.+state\.json': .+: see to the file, and push again$/u;

  test.each<[string, readonly string[], 'GET' | 'PUT', string]>([
    ['a push', [], 'PUT', 'asia'],
    ['a push without changes', [], 'GET', 'eu'],
    ['a rollback', ['--rollback'], 'PUT', 'us'],
  ])('%s', async (what, options, method, holds) => {
    expect(await run(push, ['--env', 'dev', '--yes'], fakeTerminal(cwd))).toBe(0);
    if (what === 'a push') writeFile('apis/chat/policy.xml', policy(holds));
    onRequest = (request) => (request.method === method && request.path === PATH ? fill() : undefined);
    const program = fakeTerminal(cwd);
    await expect(run(push, ['--env', 'dev', '--yes', '--format', 'json', ...options], program)).rejects.toThrow(MESSAGE);
    expect(JSON.parse(program.stdout())).toMatchObject({ notes: method === 'GET' ? [] : [expect.stringMatching(MESSAGE)] });
    expect(region()).toBe(holds);
  });
});

test.each([
  ['is no text', Buffer.from('<policies>\u0000\u0001</policies>', 'latin1'), 'could not be loaded'],
  ['is half a file', '<poli', "'apis/mail/policy.xml' is there and holds no policy, so that apis/mail/policy is not deleted"],
  ['has another first tag', policy('eu').replace('<policies>', '<polcies>'), "'apis/mail/policy.xml' is there and holds no policy, so that apis/mail/policy is not deleted"],
])('nothing is pruned when the file is there and %s', async (_, content, message) => {
  writeFile('apis/mail/policy.xml', policy('eu'));
  expect(await run(push, ['--env', 'dev', '--yes'], fakeTerminal(cwd))).toBe(0);
  writeFileSync(join(cwd, 'apis/mail/policy.xml'), content);
  await expect(run(push, ['--env', 'dev', '--yes', '--force', '--prune'], fakeTerminal(cwd))).rejects.toThrow(message);
  expect(apim.stored().has('apis/mail/policies/policy')).toBe(true);
  rmSync(join(cwd, 'apis/mail'), { recursive: true });
  expect(await run(push, ['--env', 'dev', '--yes', '--prune'], fakeTerminal(cwd))).toBe(0);
  expect(apim.stored().has('apis/mail/policies/policy')).toBe(false);
});

test('a program hears of the plan also when drift stops the push', async () => {
  expect(await run(push, ['--env', 'dev', '--yes'], fakeTerminal(cwd))).toBe(0);
  apim.seed(PATH, { value: policy('asia') });
  const program = fakeTerminal(cwd);
  await expect(run(push, ['--env', 'dev', '--yes', '--format', 'json'], program)).rejects.toThrow('--overwrite-drift');
  expect(JSON.parse(program.stdout())).toMatchObject({ outcome: 'not-done', plan: { drift: [{ address: 'apis/chat/policy', kind: 'changed', overwritten: true }] } });
  expect(region()).toBe('asia');
});

test('progress is one line that is written over where somebody watches, and gone in the end', async () => {
  const person = fakeTerminal(cwd, { answer: 'yes', isWatched: true });
  expect(await run(push, ['--env', 'dev'], person)).toBe(0);
  expect(person.stderr()).toContain('\r\u001B[Kupdating apis/chat/policy');
  expect(person.stderr()).toContain('\r\u001B[Kupdated: apis/chat/policy (1 of 1)');
  // What stays: the line in front of the question, and what to do next.
  const lines = person.stderr().split('\n').map((line) => line.replace(/^[^]*\r\u001B\[K/u, '')).filter((line) => line !== '');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(process.env['CI'] === undefined ? ['pushing', 'undo', 'what'] : ['pushing']);
});

test('two services against each other, with what only the second has', async () => {
  other.seed('backends/old', { url: 'https://old.openai.azure.com', protocol: 'http' });
  for (const [of, value] of [[apim, 'a'], [other, 'b']] as const) of.seed('namedValues/key', { displayName: 'key', secret: true, value });
  apim.seed('workspaces/team', { displayName: 'team' });
  const nobody = fakeTerminal(cwd);
  expect(await run(plan, ['--from', 'dev', '--to', 'prod', '--detailed-exitcode'], nobody)).toBe(2);
  expect(nobody.stdout()).toContain('environment prod: ');
  expect(nobody.stdout()).toContain('  + create apis/chat/policy  dev/apis/chat/policy:1:1\n');
  expect(nobody.stdout()).toContain('note: only prod has backends/old\n');
  expect(nobody.stdout()).toContain('note: the values of secrets are not compared: namedValues/key\n');
  expect(nobody.stdout().match(/ {2}workspaces\/team: /gu)).toHaveLength(1);
  expect(nobody.stdout()).toMatch(/^note: .*has no API chat/mu);
  expect(nobody.stdout()).toContain('Plan: 1 to add, 0 to change, 0 to destroy.\n');
});
