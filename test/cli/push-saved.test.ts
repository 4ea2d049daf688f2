/** From a plan that was kept to the push that does it, with no more said than the plan says. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../src/cli/command.js';
import { plan } from '../../src/cli/commands/plan.js';
import { push } from '../../src/cli/commands/push.js';
import { parseWithYargs } from '../../src/cli/parse-with-yargs.js';
import type { LocalApim } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { takeLock } from '../../src/publish/push/push-lock.js';
import { temporaryFolder, writeFiles } from '../project/temporary-folder.js';
import { fakeTerminal } from './fake-terminal.js';

const POLICY = '<policies><inbound><base /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>';

let cwd: string;
let apim: LocalApim;

beforeEach(async () => {
  cwd = temporaryFolder();
  apim = await startLocalApim({ createsParents: true });
  writeFile('aoai-policy.config.json', JSON.stringify({ environments: { dev: { endpoint: apim.endpoint } } }));
  writeFile('apis/chat/policy.xml', POLICY);
});
afterEach(() => apim.close());

function writeFile(path: string, text: string): void {
  writeFiles(cwd, { [path]: text });
}

async function run(command: Command, args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const terminal = fakeTerminal(cwd);
  const code = await command.run(parseWithYargs(command, args), terminal.terminal);
  return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
}

test('a plan that deletes is pushed without saying again that it may', async () => {
  writeFile('apis/old/policy.xml', POLICY);
  expect((await run(push, ['--yes'])).code).toBe(0);
  rmSync(join(cwd, 'apis/old'), { recursive: true });
  await run(plan, ['--prune', '--out', 'dev.plan.json']);
  const { code, stdout } = await run(push, ['dev.plan.json', '--yes']);
  expect([code, stdout.split('\n').at(-2)]).toEqual([0, 'pushed: 1 deleted']);
  expect([...apim.stored().keys()].filter((path) => path.endsWith('policies/policy'))).not.toContain('apis/old/policies/policy');
});

test('while a push is running, another one is refused for that, and a plan says it', async () => {
  expect((await run(push, ['--yes'])).code).toBe(0);
  const lock = takeLock(join(cwd, '.aoai-policy/dev'));
  apim.seed('apis/chat/policies/policy', { value: POLICY.replace('<inbound>', '<inbound><set-header name="a" exists-action="delete" />') });
  expect((await run(plan, [])).stdout).toContain('note: a push to this environment is running now: what it has written so far looks like changes of others\n');
  await expect(run(push, ['--yes'])).rejects.toThrow(/^a push to this environment is running since /u);
  lock.release();
  await expect(run(push, ['--yes'])).rejects.toThrow('has been changed outside of this project since its last push');
});

test.skipIf(process.env['CI'] !== undefined)('the command that does what the plan says goes on in spite of findings where the plan did', async () => {
  writeFile('apis/chat/policy.xml', POLICY.replace('<inbound>', '<inbound><set-headers />'));
  const { stderr } = await run(plan, ['--force']);
  expect(stderr).toMatch(/^next: aoai-policy push --env dev --force$/mu);
});
