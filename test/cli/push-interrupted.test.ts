/** Ctrl-C during a push, once and twice, by the program as users run it; and a question on a real terminal. */
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalApim, LocalFault, LocalRequest } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { temporaryFolder, writeFiles } from '../project/temporary-folder.js';
import { buildCli, CLI } from './built-cli.js';
import { runProgram } from './run-program.js';

const POLICY = '<policies><inbound><base /><set-backend-service backend-id="ptu" /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>';
const QUESTION = "Do this? Only 'yes' is accepted: ";

let cwd: string;
let apim: LocalApim;
/** What happens to a write of this path. */
let fault: { readonly of: string; readonly kind: LocalFault; readonly onRequest: () => void } | undefined;

beforeAll(buildCli);
beforeEach(async () => {
  cwd = temporaryFolder();
  fault = undefined;
  const faults = ({ method, path }: LocalRequest): LocalFault | undefined => {
    if (fault === undefined || method !== 'PUT' || path !== fault.of) return undefined;
    fault.onRequest();
    return fault.kind;
  };
  apim = await startLocalApim({ createsParents: true, faults });
  writeFile('aoai-policy.config.json', JSON.stringify({ environments: { dev: { endpoint: apim.endpoint } } }));
  writeFile('apis/chat/policy.xml', POLICY);
  writeFile('backends/ptu/backendInformation.json', JSON.stringify({ properties: { url: 'https://ptu.openai.azure.com', protocol: 'http' } }));
});
afterEach(() => apim.close());

function writeFile(path: string, text: string): void {
  writeFiles(cwd, { [path]: text });
}

/** Of what the project has, in the order in which it is written. */
function held(): readonly string[] {
  return ['backends/ptu', 'apis/chat/policies/policy'].filter((path) => apim.stored().has(path));
}

/** @param act is called while the write of `of` is under way */
async function interruptedPush(of: string, kind: LocalFault, act: (signal: (name: NodeJS.Signals) => void) => Promise<void>): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [CLI, 'push', '--yes'], { cwd, env: { PATH: process.env['PATH'], HOME: cwd } });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const begun = new Promise<void>((resolve) => {
    fault = { of, kind, onRequest: resolve };
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  await Promise.race([begun, ended]);
  await act((name) => void child.kill(name));
  return { code: await ended, ...output };
}

describe.skipIf(process.platform === 'win32')('a push that is interrupted', () => {
  test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('by %s lets end what is under way, and puts back', async (signal) => {
    const { code, stdout, stderr } = await interruptedPush('backends/ptu', { kind: 'slow', milliseconds: 1_000 }, async (send) => {
      send(signal);
      // What CI and npx add to it does not end the process.
      await wait(50);
      send('SIGTERM');
      if (signal === 'SIGINT') send('SIGINT');
    });
    expect(stderr).toContain('stopping: what is under way ends, and what was written is put back; Ctrl-C again ends at once\n');
    expect(stdout).toContain('the push failed, and the service is as it was before:\n');
    expect(stderr).toMatch(new RegExp(`^error: interrupted by ${signal}\nnext: aoai-policy push --env dev\n$`, 'mu'));
    expect([code, held()]).toEqual([2, []]);
  });

  test('by a second Ctrl-C ends at once; the next plan says so, and a rollback puts back', async () => {
    const { code, stderr } = await interruptedPush('apis/chat/policies/policy', { kind: 'hang' }, async (send) => {
      send('SIGINT');
      await wait(600);
      send('SIGINT');
    });
    expect(stderr).toMatch(/^ended at once: .* --rollback' puts back what was written$/mu);
    expect([code, held()]).toEqual([130, ['backends/ptu']]);
    fault = undefined;
    const planned = await runProgram(['plan'], { cwd });
    expect(planned.stdout).toMatch(/^note: a push of .* was interrupted: the next push goes on where it stopped/mu);
    expect((await runProgram(['push', '--rollback', '--yes'], { cwd })).exitCode).toBe(0);
    expect(held()).toEqual([]);
    expect((await runProgram(['plan'], { cwd })).stdout).not.toContain('interrupted');
  });
});

test.skipIf(!hasScript()).each<[answer: string, pushed: number]>([
  ['yes', 2],
  ['y', 0],
])("on a terminal push asks, and '%s' is the answer", async (answer, pushed) => {
  const child = spawn('script', ['-qec', `${process.execPath} ${CLI} push --no-color`, '/dev/null'], { cwd, env: { PATH: process.env['PATH'], HOME: cwd, TERM: 'xterm' } });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (!shown.includes(QUESTION) && (shown + text).includes(QUESTION)) child.stdin.end(`${answer}\n`);
    shown += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  expect(shown).toContain(pushed === 0 ? 'nothing was pushed' : `pushed: ${pushed} created`);
  expect([code, held().length]).toEqual([pushed === 0 ? 2 : 0, pushed]);
});

/** The one of util-linux, which runs a command on a terminal of its own. */
function hasScript(): boolean {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
}
